/**
 * Pure numerics on {@code double[]}. Nothing here reads a clock, a file or a database.
 *
 * <p>The ladder inside the module, each step knowing only those before it:
 *
 * <ul>
 *   <li>{@link io.lumia.quant.series}: what goes in, dated bars and closes, checked once; synthetic series for measurements;
 *   <li>{@link io.lumia.quant.indicator}: the loops, one class per idea (moving moments, averages, ranges, beta …);
 *   <li>{@link io.lumia.quant.signal}: the production set, computed in full or resumed from a stored row;
 *   <li>{@link io.lumia.quant.research}: the wider set of indicators that the reference files cover;
 *   <li>{@link io.lumia.quant.linear}: matrices;
 *   <li>{@link io.lumia.quant.moments}: returns of many assets, their means and covariances;
 *   <li>{@link io.lumia.quant.risk}: what a series of returns risks, and where a portfolio's risk comes from;
 *   <li>{@link io.lumia.quant.program}: linear and quadratic programs;
 *   <li>{@link io.lumia.quant.optimise}: the best weights for an objective, within limits;
 *   <li>{@link io.lumia.quant.cardinality}: the best few assets of many, proven;
 *   <li>{@link io.lumia.quant.allocation}: whole shares for weights and a capital;
 *   <li>{@link io.lumia.quant.backtest}: what trading would have left of a capital;
 *   <li>{@link io.lumia.quant.information}: what the past of one series tells about another;
 *   <li>{@link io.lumia.quant.forecast}: the next day's return, forecast and judged on days that the model had not seen.
 * </ul>
 *
 * <p>Everywhere: NaN means "not known" (history too short, an input unknown, a quotient undefined). It is never replaced
 * by zero; whoever stores a column writes NaN as null. Series of returns for risk figures are the exception: there an unknown
 * return is refused, as leaving it out would be a choice.
 */
@NullMarked
package io.lumia.quant;

import org.jspecify.annotations.NullMarked;
