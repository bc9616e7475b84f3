package io.lumia.recommendation.request;

/** For how long the money can stay; how many months that is, the configuration says. From the shortest to the longest. */
public enum InvestmentHorizon implements Choice {
    SHORT,
    MEDIUM,
    LONG
}
