package io.lumia.quant.program;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.Loops;

/** The inverse of a small dense matrix by Gauss-Jordan elimination with row exchanges. */
final class Inverse {

    private Inverse() {}

    /** Writes over its argument. */
    static double[][] of(double[][] matrix) {
        int order = matrix.length;
        double[][] inverse = new double[order][order];
        for (int i = 0; i < order; i++) {
            inverse[i][i] = 1;
        }
        for (int column = 0; column < order; column++) {
            int pivot = pivotRow(matrix, column);
            swap(matrix, column, pivot);
            swap(inverse, column, pivot);
            eliminate(matrix, inverse, column);
        }
        return inverse;
    }

    private static int pivotRow(double[][] matrix, int column) {
        int best = column;
        for (int row = column + 1; row < matrix.length; row++) {
            if (Math.abs(matrix[row][column]) > Math.abs(matrix[best][column])) {
                best = row;
            }
        }
        if (matrix[best][column] == 0) {
            throw AppException.invalid("column " + column + " of a basis", 0, "one that others do not make up");
        }
        return best;
    }

    private static void swap(double[][] rows, int first, int second) {
        double[] kept = rows[first];
        rows[first] = rows[second];
        rows[second] = kept;
    }

    private static void eliminate(double[][] matrix, double[][] inverse, int column) {
        int order = matrix.length;
        double pivot = matrix[column][column];
        for (int k = 0; k < order; k++) {
            matrix[column][k] /= pivot;
            inverse[column][k] /= pivot;
        }
        for (int row = 0; row < order; row++) {
            double factor = matrix[row][column];
            if (row != column && factor != 0) {
                Loops.add(matrix[row], -factor, matrix[column], 0, order);
                Loops.add(inverse[row], -factor, inverse[column], 0, order);
            }
        }
    }
}
