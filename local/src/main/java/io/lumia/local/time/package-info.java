/**
 * Time comes in here: {@link io.lumia.local.time.Clocks} has the real clock, {@link io.lumia.local.time.SimulatedClock}
 * is one that jumps to where a story needs it.
 */
@NullMarked
package io.lumia.local.time;

import org.jspecify.annotations.NullMarked;
