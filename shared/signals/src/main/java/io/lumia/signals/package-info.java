/**
 * Opinions derived from prices: the indicators of an asset on a day.
 *
 * <ul>
 *   <li>{@link io.lumia.signals.SignalHistory} reads what is stored, one {@link io.lumia.signals.SignalRow} per day;
 *   <li>{@link io.lumia.signals.NewestSignals} reads the last two of many assets at once;
 *   <li>{@link io.lumia.signals.SignalsAsOf} computes them from the facts as known at an earlier instant.
 * </ul>
 */
@NullMarked
package io.lumia.signals;

import org.jspecify.annotations.NullMarked;
