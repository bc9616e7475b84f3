/**
 * The production signals: one row of {@link io.lumia.quant.signal.SignalColumn}s per asset and session.
 *
 * <p>{@link io.lumia.quant.signal.SignalEngine} turns a {@link io.lumia.quant.series.BarSeries} into
 * {@link io.lumia.quant.signal.SignalColumns}, either in full or resumed from the
 * {@link io.lumia.quant.signal.RecursionState} stored with an earlier row. Both ways give the same bits. What must be
 * stored beside the signals for that is listed in {@link io.lumia.quant.signal.StateColumn}.
 * {@link io.lumia.quant.signal.SignalThroughput} measures the speed.
 *
 * <p>Not here: reading bars, adjusting prices for splits, choosing a benchmark, storing rows.
 */
@NullMarked
package io.lumia.quant.signal;

import org.jspecify.annotations.NullMarked;
