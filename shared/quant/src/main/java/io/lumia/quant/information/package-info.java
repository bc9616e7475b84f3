/**
 * How much the past of one series tells about the next value of another, beyond what that one's own past tells: transfer entropy
 * (T. Schreiber, "Measuring Information Transfer", Physical Review Letters 85, 2000).
 *
 * <ul>
 *   <li>{@link io.lumia.quant.information.SeriesPair}, {@link io.lumia.quant.information.CodedSeries}: what goes in, as numbers or as
 *       a few codes; {@link io.lumia.quant.information.HistoryLengths} says how far back to look;
 *   <li>{@link io.lumia.quant.information.DiscreteTransferEntropy}: counts codes;
 *   <li>{@link io.lumia.quant.information.GaussianTransferEntropy}: linear, as Granger's causality, with an analytic p-value;
 *   <li>{@link io.lumia.quant.information.KraskovTransferEntropy}: nearest neighbours, any dependence;
 *   <li>{@link io.lumia.quant.information.Significance}: whether an estimate is more than noise. Ask it before believing one.
 * </ul>
 *
 * <p>Conventions: the value to be told is target[t], the histories are target[t-1] … target[t-k] and source[t-1] … source[t-l],
 * the first t is max(k, l). Estimates are in nats, {@link io.lumia.quant.information.TransferEntropy#bits} converts. It says
 * who helps to predict whom, not who causes what: a third series may drive both.
 */
@NullMarked
package io.lumia.quant.information;

import org.jspecify.annotations.NullMarked;
