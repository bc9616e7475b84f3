package io.lumia.quant.cardinality;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.Loops;

/**
 * The matrix of a problem in two parts, x′Qx = x′Mx + Σ dᵢxᵢ² − constant or more, M positive semidefinite. The diagonal
 * part is what a search gains by: of a held asset dᵢxᵢ² is exact, while a relaxation may spread x′Mx over many assets for
 * nothing. Frangioni and Gentile (2007) choose d with the largest sum, a semidefinite program; any d with M positive
 * semidefinite is valid, and {@link BarrierAscent} finds one near the best.
 *
 * <p>M = Q + ε·I + γ·11′ − D. The γ is free, since x′11′x = budget² everywhere. The ε makes a factor of singular matrices
 * possible; no x can gain more from it than ε·upper·budget, which goes into the constant. Of equal weights a dᵢ may be
 * negative; otherwise dᵢ ≥ 0 keeps each asset's own term convex.
 */
final class DiagonalShift {

    /** γ relative to the problem's scale; larger would only cost digits. */
    private static final double ALONG_THE_BUDGET = 10;

    /** ε relative to the problem's scale: a tenth of what a proof leaves open. */
    private static final double EPSILON = 1e-10;

    private static final int HALVINGS = 60;

    private final int size;
    private final double[] diagonal;
    private final double[] matrix;
    private final double constant;

    private DiagonalShift(double[] diagonal, double[] matrix, double constant) {
        this.size = diagonal.length;
        this.diagonal = diagonal;
        this.matrix = matrix;
        this.constant = constant;
    }

    /** Fails with INVALID_INPUT where the matrix is not positive semidefinite to rounding. */
    static DiagonalShift of(Scaled problem) {
        double unit = problem.scale() / (problem.budget() * problem.budget());
        double constant = EPSILON * unit * problem.upper() * problem.budget() + ALONG_THE_BUDGET * problem.scale();
        if (!isPositiveDefinite(raised(problem, 0, EPSILON * unit), problem.size())) {
            throw AppException.invalid(
                    "covariance",
                    "not positive semidefinite",
                    "a covariance without negative eigenvalues, such as a repaired one");
        }
        double[] unshifted = raised(problem, ALONG_THE_BUDGET * unit, EPSILON * unit);
        double[] diagonal = BarrierAscent.of(problem, unshifted, EPSILON * unit);
        double[] shifted = minus(unshifted, diagonal);
        // The ascent keeps inside but for rounding. At last d = 0, and the matrix without γ was seen to be good.
        for (int halving = 0; halving <= HALVINGS && !isPositiveDefinite(shifted, problem.size()); halving++) {
            for (int i = 0; i < diagonal.length; i++) {
                diagonal[i] = halving < HALVINGS ? diagonal[i] / 2 : 0;
            }
            shifted = minus(unshifted, diagonal);
        }
        return new DiagonalShift(diagonal, shifted, constant);
    }

    /** Q + ε·I + γ·11′. */
    private static double[] raised(Scaled problem, double gamma, double epsilon) {
        double[] matrix = problem.quadratic().rowMajor().clone();
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] += gamma + (i % (problem.size() + 1) == 0 ? epsilon : 0);
        }
        return matrix;
    }

    private static double[] minus(double[] matrix, double[] diagonal) {
        double[] shifted = matrix.clone();
        for (int i = 0; i < diagonal.length; i++) {
            shifted[i * (diagonal.length + 1)] -= diagonal[i];
        }
        return shifted;
    }

    /** Whether Cholesky's factor exists, to the last digit; to solve with it, its pivots may be far too small. */
    private static boolean isPositiveDefinite(double[] matrix, int size) {
        double[] factor = matrix.clone();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < row; column++) {
                double rest =
                        factor[row * size + column] - Loops.dot(factor, row * size, factor, column * size, column);
                factor[row * size + column] = rest / factor[column * size + column];
            }
            double pivot = factor[row * size + row] - Loops.dot(factor, row * size, factor, row * size, row);
            if (!(pivot > 0)) {
                return false;
            }
            factor[row * size + row] = Math.sqrt(pivot);
        }
        return true;
    }

    /** dᵢ. */
    double at(int i) {
        return diagonal[i];
    }

    double constant() {
        return constant;
    }

    /** Second derivative of x′Mx where asset {@code up} gains what {@code down} loses. */
    double curvature(int up, int down) {
        return 2 * (matrix[up * (size + 1)] + matrix[down * (size + 1)] - 2 * matrix[up * size + down]);
    }

    /** Writes 2Mx + c and returns x′Mx. */
    double gradient(double[] x, double[] linear, double[] gradient) {
        System.arraycopy(linear, 0, gradient, 0, size);
        for (int i = 0; i < size; i++) {
            move(gradient, i, x[i]);
        }
        return (Loops.dot(x, gradient) - Loops.dot(x, linear)) / 2;
    }

    /** What a change of x[i] does to the gradient. */
    void move(double[] gradient, int i, double change) {
        if (change != 0) {
            Loops.add(gradient, 2 * change, matrix, i * size, size);
        }
    }
}
