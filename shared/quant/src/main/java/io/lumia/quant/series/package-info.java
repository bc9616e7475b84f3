/**
 * What goes into a calculation: {@link io.lumia.quant.series.BarSeries} (one asset's daily bars),
 * {@link io.lumia.quant.series.BenchmarkSeries} (the closes that beta is measured against) and
 * {@link io.lumia.quant.series.RandomWalk} (seeded synthetic bars for benchmarks and tests).
 *
 * <p>A series is checked when it is built, so the loops behind it need no checks. Arrays are taken over, not copied: a
 * calculation over ten million bars cannot afford it. Do not write to an array after handing it over.
 */
@NullMarked
package io.lumia.quant.series;

import org.jspecify.annotations.NullMarked;
