package io.lumia.quant.cardinality;

import java.util.Arrays;

/**
 * Maximises Σd + t·log det(A − D), t falling: the interior path to the largest Σd with A − D positive semidefinite. In one
 * dᵢ the maximum is known: with p = ((A − D)⁻¹)ᵢᵢ the determinant changes by 1 − p·step, so that step = 1/p − t. Then the
 * inverse changes by a multiple of its own row i (Sherman and Morrison 1950): n² operations.
 */
final class BarrierAscent {

    /** First and last t and what it falls by, relative to the mean of the diagonal. A smaller last one gained no nodes. */
    private static final double FIRST = 0.3;

    private static final double LAST = 1e-3;
    private static final double FALL = 0.3;
    private static final int MOST_FALLS = 10;
    private static final int SWEEPS = 3;

    private final int size;
    private final double[] matrix;
    private final double floor;
    private final double[] diagonal;
    private double[] inverse = {};

    private BarrierAscent(double[] matrix, int size, double floor) {
        this.size = size;
        this.matrix = matrix.clone();
        this.floor = floor;
        this.diagonal = new double[size];
    }

    /**
     * From d = 0.
     *
     * @param matrix A, positive definite, by rows
     * @param leastBarrier t never falls below it
     */
    static double[] of(Scaled problem, double[] matrix, double leastBarrier) {
        double floor = problem.equal() ? Double.NEGATIVE_INFINITY : 0;
        BarrierAscent ascent = new BarrierAscent(matrix, problem.size(), floor);
        double barrier = FIRST * problem.meanDiagonal();
        double last = Math.max(LAST * problem.meanDiagonal(), leastBarrier);
        for (int fall = 0; fall < MOST_FALLS; fall++, barrier *= FALL) {
            ascent.sweeps(Math.max(barrier, last));
        }
        return ascent.diagonal;
    }

    /** The inverse is made anew before each: it would not bear many changes where the matrix is nearly singular. */
    private void sweeps(double barrier) {
        for (int sweep = 0; sweep < SWEEPS && invert(); sweep++) {
            for (int i = 0; i < size; i++) {
                step(i, barrier);
            }
        }
    }

    private void step(int i, double barrier) {
        double own = inverse[i * (size + 1)];
        double step = Math.max(1 / own - barrier, floor - diagonal[i]);
        double[] row = Arrays.copyOfRange(inverse, i * size, (i + 1) * size);
        double factor = step / (1 - step * own);
        for (int r = 0; r < size; r++) {
            double times = factor * row[r];
            for (int column = 0; column < size; column++) {
                inverse[r * size + column] += times * row[column];
            }
        }
        diagonal[i] += step;
        matrix[i * (size + 1)] -= step;
    }

    /** Gauss and Jordan in place, without exchanges as the matrix is positive definite; false where rounding says otherwise. */
    private boolean invert() {
        inverse = matrix.clone();
        for (int pivot = 0; pivot < size; pivot++) {
            double own = inverse[pivot * (size + 1)];
            if (!(own > 0)) {
                return false;
            }
            eliminate(pivot, own);
        }
        return true;
    }

    private void eliminate(int pivot, double own) {
        double[] row = Arrays.copyOfRange(inverse, pivot * size, (pivot + 1) * size);
        row[pivot] = 1;
        for (int r = 0; r < size; r++) {
            double factor = r == pivot ? 0 : inverse[r * size + pivot] / own;
            if (r != pivot) {
                inverse[r * size + pivot] = 0;
            }
            for (int column = 0; column < size; column++) {
                inverse[r * size + column] -= factor * row[column];
            }
        }
        Arrays.setAll(row, column -> row[column] / own);
        System.arraycopy(row, 0, inverse, pivot * size, size);
    }
}
