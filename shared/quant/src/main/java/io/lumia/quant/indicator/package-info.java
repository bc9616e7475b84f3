/**
 * The loops. Each class is one idea over {@code double[]}, oldest value first, and writes every element of its output:
 * NaN where the window is not yet full or holds an unknown value.
 *
 * <ul>
 *   <li>{@link io.lumia.quant.indicator.MovingMoments}: mean and deviation over the last n values, without drift;
 *   <li>{@link io.lumia.quant.indicator.Returns}, {@link io.lumia.quant.indicator.CalendarIndex}: returns over bars and
 *       over calendar days;
 *   <li>{@link io.lumia.quant.indicator.ExponentialAverage}, {@link io.lumia.quant.indicator.Ranges}: recursive averages;
 *   <li>{@link io.lumia.quant.indicator.YearRange}: 52-week position and the year's drawdown;
 *   <li>{@link io.lumia.quant.indicator.MarketBeta}: beta over common sessions;
 *   <li>{@link io.lumia.quant.indicator.Oscillators}, {@link io.lumia.quant.indicator.DirectionalMovement}: the rest of
 *       the classical set.
 * </ul>
 *
 * <p>Classes with scratch arrays are not thread-safe: one instance per thread, used for any number of series. What the
 * numbers mean to the product (names, units, which of them are stored) is in {@code io.lumia.quant.signal}.
 */
@NullMarked
package io.lumia.quant.indicator;

import org.jspecify.annotations.NullMarked;
