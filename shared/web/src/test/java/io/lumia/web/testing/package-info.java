/**
 * For the tests of API functions: {@link io.lumia.web.testing.TestBooks} is a small market,
 * {@link io.lumia.web.testing.ApiCalls} asks a handler, {@link io.lumia.web.testing.EveryRoute} and
 * {@link io.lumia.web.testing.DocumentRules} are the tests that each function inherits.
 */
@NullMarked
package io.lumia.web.testing;

import org.jspecify.annotations.NullMarked;
