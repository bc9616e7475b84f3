package io.lumia.quant.risk;

/**
 * What a portfolio would lose or win at once.
 *
 * @param portfolioReturn a fraction, below zero for a loss: the contributions' sum
 * @param contributions weight × shock of each asset, in their order; to be read only
 */
public record ShockResult(double portfolioReturn, double[] contributions) {}
