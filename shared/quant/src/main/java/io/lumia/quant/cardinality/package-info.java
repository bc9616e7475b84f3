/**
 * Portfolios of few assets, proven best. A {@link io.lumia.quant.cardinality.FewAssetsProblem} says what is minimised and,
 * by its {@link io.lumia.quant.cardinality.Holding}, how many assets may be held: so many at equal weights, or at most so
 * many within limits of each weight. {@link io.lumia.quant.cardinality.FewAssets} is the answer: selection, weights, a
 * lower bound, and whether the two meet.
 *
 * <p>Inside, in the order of work: {@code Scaled} makes one form of both kinds; {@code DiagonalShift} parts the covariance
 * into a diagonal and a rest, {@code BarrierAscent} chooses the diagonal; {@code FewAssetsSearch} is the branch and bound
 * over {@code Node}s of {@code Choice}s; a {@code Relaxation} holds assets in part ({@code Envelope}, {@code PairDescent});
 * {@code LowerBound} turns whatever that found into a bound that is valid by itself; {@code Incumbent} keeps the best
 * portfolio and {@code SupportWeights} finds the weights of a selection.
 *
 * <p>Deterministic. Of selections that are equally good to a billionth of the objective's scale one is answered, not always
 * the same when assets come in another order. Not here: trading costs, groups, short positions
 * ({@link io.lumia.quant.optimise}).
 */
@NullMarked
package io.lumia.quant.cardinality;

import org.jspecify.annotations.NullMarked;
