/**
 * What trading would have left of a capital.
 *
 * <ul>
 *   <li>{@link io.lumia.quant.backtest.Account}: cash and shares; every trade pays its cost;
 *   <li>{@link io.lumia.quant.backtest.TargetWeights}: brings an account to weights, fractional or in whole shares;
 *   <li>{@link io.lumia.quant.backtest.WeightBacktest}: does so on given days and values every day;
 *   <li>{@link io.lumia.quant.backtest.StationaryBootstrap}: other histories that could have been.
 * </ul>
 *
 * <p>Which weights, on which days and from which data is decided elsewhere.
 */
@NullMarked
package io.lumia.quant.backtest;

import org.jspecify.annotations.NullMarked;
