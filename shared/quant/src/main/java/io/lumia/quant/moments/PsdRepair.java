package io.lumia.quant.moments;

/**
 * Whether a matrix had to be changed to be positive semidefinite, that is, to be the covariance of anything: an indefinite one
 * promises portfolios of negative variance.
 */
public sealed interface PsdRepair {

    /** Of the matrix as it came. */
    double smallestEigenvalue();

    /** It was positive semidefinite up to rounding, and is unchanged. */
    record NotNeeded(double smallestEigenvalue) implements PsdRepair {}

    /**
     * Negative eigenvalues were set to zero. Variances grew by that, and covariances moved.
     *
     * @param negativeEigenvalues how many there were
     * @param negativeSum their sum, what the trace grew by, as a number below zero
     * @param largest the entry that changed most
     */
    record Clipped(double smallestEigenvalue, int negativeEigenvalues, double negativeSum, EntryChange largest)
            implements PsdRepair {}

    /** An entry before and after. */
    record EntryChange(int row, int column, double before, double after) {}
}
