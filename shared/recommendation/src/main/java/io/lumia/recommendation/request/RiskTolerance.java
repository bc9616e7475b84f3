package io.lumia.recommendation.request;

/** How much of a swing somebody can bear; each level has its volatility cap in the configuration. From the least to the most. */
public enum RiskTolerance implements Choice {
    CONSERVATIVE,
    MODERATE,
    AGGRESSIVE
}
