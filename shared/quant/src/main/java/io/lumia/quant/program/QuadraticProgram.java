package io.lumia.quant.program;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.SymmetricMatrix;

/**
 * Minimise ½w′(Q + D)w + linear′x subject to linear limits on x, where w = origin + the signed sum of an asset's variables.
 *
 * <p>Usually an asset has one variable, its weight. Where trades matter it has two, what is bought and what is sold, both not
 * negative; the matrix is then still that of the assets and is never blown up.
 *
 * @param matrix Q, positive semidefinite, by asset
 * @param extraDiagonal D, not negative, by asset
 * @param origin by asset; zeros where variables are weights
 * @param asset each variable's asset
 * @param sign each variable's sign in its asset's weight, 1 or -1
 * @param limits bounds and rows; its cost is not used
 */
public record QuadraticProgram(
        SymmetricMatrix matrix,
        double[] extraDiagonal,
        double[] origin,
        int[] asset,
        double[] sign,
        LinearProgram limits) {

    public QuadraticProgram {
        if (asset.length != limits.variables() || sign.length != limits.variables()) {
            throw AppException.invalid("number of signs", sign.length, String.valueOf(limits.variables()));
        }
    }

    public QuadraticProgram withExtraDiagonal(double[] other) {
        return new QuadraticProgram(matrix, other, origin, asset, sign, limits);
    }

    public int variables() {
        return asset.length;
    }

    /** What the variables put into each asset. */
    public double[] weights(double[] x) {
        double[] weights = origin.clone();
        for (int j = 0; j < x.length; j++) {
            weights[asset[j]] += sign[j] * x[j];
        }
        return weights;
    }

    double entry(int row, int column) {
        int first = asset[row];
        int second = asset[column];
        double value = matrix.at(first, second) + (first == second ? extraDiagonal[first] : 0);
        return sign[row] * sign[column] * value;
    }

    double meanDiagonal() {
        double sum = 0;
        for (int i = 0; i < matrix.order(); i++) {
            sum += matrix.at(i, i) + extraDiagonal[i];
        }
        return sum / matrix.order();
    }
}
