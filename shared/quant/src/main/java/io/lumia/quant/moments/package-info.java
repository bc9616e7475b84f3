/**
 * What a portfolio is built from: expected returns and covariances, estimated from a table of simple returns.
 *
 * <ul>
 *   <li>{@link io.lumia.quant.moments.ReturnTable}: days × assets, made from prices, with NaN where a return is not known;
 *   <li>{@link io.lumia.quant.moments.MeanReturns}: arithmetic, compound (CAGR) and exponential means per asset;
 *   <li>{@link io.lumia.quant.moments.Covariances}: sample and exponential, of complete tables;
 *   <li>{@link io.lumia.quant.moments.LedoitWolf}: the sample shrunk to a target, which keeps it invertible with fewer days
 *       than assets;
 *   <li>{@link io.lumia.quant.moments.PairwiseCovariance}: of tables with holes, repaired by
 *       {@link io.lumia.quant.moments.SpectralRepair} where it turned out indefinite.
 * </ul>
 *
 * <p>Each covariance is a {@link io.lumia.quant.moments.CovarianceEstimate}: the matrix and what was done to get it. Everything
 * is annualised with the number of returns in a year that the caller gives, 252 for daily ones of a stock exchange.
 *
 * <p>Sums run in the order of days and without fused or reordered operations, and powers are {@link java.lang.StrictMath}'s: the
 * same table gives the same bits on every machine, and a pair of assets the same covariance whatever stands beside it.
 */
@NullMarked
package io.lumia.quant.moments;

import org.jspecify.annotations.NullMarked;
