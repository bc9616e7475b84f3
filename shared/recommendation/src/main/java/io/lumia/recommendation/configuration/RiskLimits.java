package io.lumia.recommendation.configuration;

/**
 * What a level of risk allows.
 *
 * @param volatilityCap the portfolio's, a fraction a year
 * @param maximumCrypto weight of crypto assets together
 */
public record RiskLimits(double volatilityCap, double maximumCrypto) {}
