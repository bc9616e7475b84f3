package io.lumia.quant.moments;

import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.moments.PsdRepair.EntryChange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The nearest positive semidefinite matrix in the Frobenius norm: eigenvalues below zero become zero, the others and all
 * eigenvectors stay, nothing is rescaled (N. Higham, "Computing a nearest symmetric positive semidefinite matrix", Linear
 * Algebra and its Applications 103, 1988; PyPortfolioOpt's {@code fix_method="spectral"}).
 *
 * @param matrix the one given, where nothing had to be done
 * @param repair what was found and done
 */
public record SpectralRepair(SymmetricMatrix matrix, PsdRepair repair) {

    private static final double ROUNDING = 0x1p-52;

    /** Costs about 10 × order³ operations, most of them for the eigenvectors. */
    public static SpectralRepair of(SymmetricMatrix matrix) {
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(matrix.toArray(), false));
        double[] eigenvalues = eigen.getRealEigenvalues();
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (double eigenvalue : eigenvalues) {
            smallest = Math.min(smallest, eigenvalue);
            largest = Math.max(largest, Math.abs(eigenvalue));
        }
        return smallest >= -matrix.order() * ROUNDING * largest
                ? new SpectralRepair(matrix, new PsdRepair.NotNeeded(smallest))
                : clipped(matrix, eigen, eigenvalues, smallest);
    }

    /** The matrix less its negative part, which is usually of low rank and so quickly summed up. */
    private static SpectralRepair clipped(
            SymmetricMatrix matrix, EigenDecomposition eigen, double[] eigenvalues, double smallest) {
        double[][] rows = matrix.toArray();
        int count = 0;
        double sum = 0;
        for (int k = 0; k < eigenvalues.length; k++) {
            if (eigenvalues[k] < 0) {
                subtract(rows, eigenvalues[k], eigen.getEigenvector(k).toArray());
                count++;
                sum += eigenvalues[k];
            }
        }
        return new SpectralRepair(
                SymmetricMatrix.of(rows), new PsdRepair.Clipped(smallest, count, sum, largestChange(matrix, rows)));
    }

    private static void subtract(double[][] rows, double eigenvalue, double[] vector) {
        for (int row = 0; row < vector.length; row++) {
            for (int column = 0; column <= row; column++) {
                rows[row][column] -= eigenvalue * vector[row] * vector[column];
                rows[column][row] = rows[row][column];
            }
        }
    }

    private static EntryChange largestChange(SymmetricMatrix before, double[][] after) {
        EntryChange largest = new EntryChange(0, 0, before.at(0, 0), after[0][0]);
        for (int row = 0; row < after.length; row++) {
            for (int column = 0; column <= row; column++) {
                EntryChange change = new EntryChange(row, column, before.at(row, column), after[row][column]);
                largest = size(change) > size(largest) ? change : largest;
            }
        }
        return largest;
    }

    private static double size(EntryChange change) {
        return Math.abs(change.after() - change.before());
    }
}
