/**
 * What the engine is set to, in one typed value with a version: {@link io.lumia.recommendation.configuration.EngineConfiguration}.
 * docs/recommendation.md explains each number. A changed number is another version, and what was recommended by the old one is
 * replayed by the old one.
 */
@NullMarked
package io.lumia.recommendation.configuration;

import org.jspecify.annotations.NullMarked;
