/**
 * The demo: years of real prices for real companies go through the real pipeline, then a month is lived day by day under
 * a simulated clock. {@link io.lumia.local.demo.Demo} plays it, {@link io.lumia.local.demo.DemoReport} is what it
 * found, {@link io.lumia.local.demo.DemoVerdict} says whether that is good enough.
 */
@NullMarked
package io.lumia.local.demo;

import org.jspecify.annotations.NullMarked;
