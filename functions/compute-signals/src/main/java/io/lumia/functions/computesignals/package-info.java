/**
 * The function {@code compute-signals}: prices changed in, signals stored and announced out.
 *
 * <ul>
 *   <li>{@link io.lumia.functions.computesignals.ComputeSignalsHandler}: the edge, one SQS batch at a time;
 *   <li>{@link io.lumia.functions.computesignals.ComputeSignals}: the use case, one transaction per message;
 *   <li>{@code TellCrossings}: which thresholds were crossed on the newest day, for partners' webhooks;
 *   <li>{@link io.lumia.functions.computesignals.ChangedAssets}: from ids in messages to assets.
 * </ul>
 *
 * <p>How rows are computed and stored is in {@code io.lumia.signals}, the numerics in {@code io.lumia.quant.signal}.
 */
@NullMarked
package io.lumia.functions.computesignals;

import org.jspecify.annotations.NullMarked;
