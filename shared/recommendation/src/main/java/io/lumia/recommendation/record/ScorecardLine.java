package io.lumia.recommendation.record;

import org.jspecify.annotations.Nullable;

/**
 * How recommendations of a configuration did after some sessions. Every stored one counts once, also where two are alike.
 *
 * @param graded              how many were graded
 * @param compared            how many of them had a benchmark; the figures about it are of these, and null where there are none
 * @param meanPortfolioReturn of all graded, a fraction
 * @param hitRate             part of the compared ones that did better than their benchmark
 */
public record ScorecardLine(
        int sessions,
        String configuration,
        String variant,
        long graded,
        long compared,
        double meanPortfolioReturn,
        @Nullable Double meanBenchmarkReturn,
        @Nullable Double meanExcess,
        @Nullable Double hitRate) {}
