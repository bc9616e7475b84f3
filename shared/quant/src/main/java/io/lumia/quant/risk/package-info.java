/**
 * How much a series of returns could hurt, and where it comes from. Every number has one named definition.
 *
 * <ul>
 *   <li>{@link io.lumia.quant.risk.ReturnSeries}: the input, checked once;
 *   <li>{@link io.lumia.quant.risk.Performance}, {@link io.lumia.quant.risk.Drawdown}: volatility, downside deviation, Sharpe,
 *       Sortino, Calmar, Omega, maximum drawdown;
 *   <li>{@link io.lumia.quant.risk.BenchmarkComparison}: beta, alpha, correlation, tracking error, information ratio;
 *   <li>{@link io.lumia.quant.risk.HistoricalRisk}, {@link io.lumia.quant.risk.ParametricRisk},
 *       {@link io.lumia.quant.risk.MonteCarloRisk}: value at risk and its tail mean;
 *   <li>{@link io.lumia.quant.risk.RiskContribution}: which asset a portfolio's volatility comes from;
 *   <li>{@link io.lumia.quant.risk.StressTest}: what past windows and assumed shocks would have done.
 * </ul>
 *
 * <p>Conventions: simple returns per period, oldest first, as fractions; deviations have n - 1 degrees of freedom; a value at
 * risk is a loss, positive when money is lost; a drawdown is zero or below. An unknown return is refused, not skipped: which
 * days to leave out is for the caller to say. A quotient whose divisor is zero, such as the Sharpe ratio of a constant
 * series, is NaN.
 */
@NullMarked
package io.lumia.quant.risk;

import org.jspecify.annotations.NullMarked;
