package io.lumia.quant.moments;

import io.lumia.quant.linear.SymmetricMatrix;

/**
 * A covariance of simple returns with what was done to get it.
 *
 * @param matrix annualised, a fraction squared: a diagonal of 0.04 is a volatility of 20 % a year
 */
public record CovarianceEstimate(SymmetricMatrix matrix, Treatment treatment) {

    /** By which method, from how much. */
    public sealed interface Treatment {

        /** Sample covariance with days - 1 degrees of freedom, as it is. */
        record Sample(int days) implements Treatment {}

        /** Weights fall with age; see {@link Covariances#exponential}. */
        record Exponential(int days, double span) implements Treatment {}

        /** intensity × target + (1 - intensity) × sample; the intensity is between 0 and 1. */
        record Shrunk(int days, ShrinkageTarget target, double intensity) implements Treatment {}

        /** Each pair over its own days, counted in {@code commonDays}. */
        record Pairwise(SymmetricMatrix commonDays, PsdRepair repair) implements Treatment {}
    }

    /** What Ledoit and Wolf shrink to. */
    public enum ShrinkageTarget {
        /** The same variance for all, no correlation. */
        CONSTANT_VARIANCE,
        /** Each asset's own variance, the same correlation for all. */
        CONSTANT_CORRELATION
    }
}
