package io.lumia.quant.cardinality;

import io.lumia.quant.linear.Loops;
import io.lumia.quant.linear.SymmetricMatrix;
import java.util.Arrays;

/**
 * Both kinds of {@link Holding} as one: minimise x′Qx + c′x, where Σx = budget, at most {@code most} of the x are not zero
 * and these lie between lower and upper. Of equal weights x is 0 or 1 and the budget their number, so that no 1/3 has to be
 * rounded.
 */
record Scaled(SymmetricMatrix quadratic, double[] linear, double budget, int most, double lower, double upper) {

    /** Of the budget; sums of weights carry rounding errors below it. */
    private static final double ROUNDING = 1e-12;

    static Scaled of(FewAssetsProblem problem) {
        return switch (problem.holding()) {
            case Holding.Equal(int most) -> of(problem, most, most, 1, 1);
            case Holding.Between(int most, double lower, double upper) -> of(problem, 1, most, lower, upper);
        };
    }

    private static Scaled of(FewAssetsProblem problem, double budget, int most, double lower, double upper) {
        double[] linear = problem.expectedReturns().clone();
        Arrays.setAll(linear, i -> -linear[i] / budget);
        double[] quadratic = problem.covariance().rowMajor().clone();
        Arrays.setAll(quadratic, i -> quadratic[i] * problem.riskAversion() / (budget * budget));
        int assets = problem.assets();
        return new Scaled(SymmetricMatrix.ofRowMajor(assets, quadratic), linear, budget, most, lower, upper);
    }

    int size() {
        return linear.length;
    }

    /** Whether a held asset has one weight only. Then its d·x² is d·upper·x, whatever the sign of d. */
    boolean equal() {
        return lower == upper;
    }

    double meanDiagonal() {
        return Loops.sum(quadratic.diagonal()) / size();
    }

    /** What objectives are of the order of; 1 where all are zero. */
    double scale() {
        double scale = budget * budget * meanDiagonal() + budget * Loops.largest(linear);
        return scale > 0 ? scale : 1;
    }

    double objective(double[] x) {
        return quadratic.quadraticForm(x) + Loops.dot(linear, x);
    }

    /** Derivatives of the objective by each x. */
    double[] gradient(double[] x) {
        double[] gradient = quadratic.times(x);
        Arrays.setAll(gradient, i -> 2 * gradient[i] + linear[i]);
        return gradient;
    }

    /** Whether some portfolio holds {@code held} assets and perhaps some of {@code open} more. */
    boolean reaches(int held, int open) {
        double fitting = lower > 0 ? Math.floor((1 + ROUNDING) * budget / lower) : size();
        double number = Math.min(Math.min(most, held + open), fitting);
        return number >= held && number * upper >= (1 - ROUNDING) * budget;
    }
}
