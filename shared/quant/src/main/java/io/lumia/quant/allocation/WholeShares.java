package io.lumia.quant.allocation;

/**
 * Shares to buy.
 *
 * @param shares of each asset, zero or more, in the target's order; to be read only
 * @param leftover cash not spent, in the capital's currency, zero or more
 * @param gap Σ |weight × capital - price × shares| + leftover, in the same currency: how far this is from the target
 */
public record WholeShares(long[] shares, double leftover, double gap) {}
