/**
 * Weights of portfolios. A {@link io.lumia.quant.optimise.PortfolioProblem} (assets, expected returns, covariance,
 * {@link io.lumia.quant.optimise.Limits}, {@link io.lumia.quant.optimise.Trading}) and an
 * {@link io.lumia.quant.optimise.Objective} go into {@link io.lumia.quant.optimise.Optimiser}; out comes an
 * {@link io.lumia.quant.optimise.OptimisationResult}: solved with its residual and what each binding limit costs, infeasible with
 * the limits that conflict and what would be attainable, or not converged. No limit is ever relaxed.
 *
 * <p>Inside: {@code CompiledLimits} writes limits as a linear program and reads conflicts back; {@code TradeOff} gives the frontier
 * point of one appetite for return, {@code FrontierSearch} finds the appetite. Where the weights follow from a rule (risk budgets,
 * hierarchical, equal), {@code Prescribed} holds them against the limits. Conditional value at risk is a linear program.
 * {@link io.lumia.quant.optimise.BlackLitterman} makes expected returns of a market and views.
 *
 * <p>Not here: whole shares ({@link io.lumia.quant.allocation}), estimates ({@link io.lumia.quant.moments}), limits on the number
 * of assets ({@link io.lumia.quant.cardinality}).
 */
@NullMarked
package io.lumia.quant.optimise;

import org.jspecify.annotations.NullMarked;
