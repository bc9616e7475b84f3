/**
 * What tests of every module share: {@link io.lumia.testing.EmbeddedDatabase}, a real PostgreSQL, and the architecture
 * rules ({@link io.lumia.testing.ArchitectureRules}). Test scope only.
 */
@NullMarked
package io.lumia.testing;

import org.jspecify.annotations.NullMarked;
