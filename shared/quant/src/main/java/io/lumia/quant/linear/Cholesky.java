package io.lumia.quant.linear;

import io.lumia.kernel.AppException;

/** The factor of one positive definite matrix, for many right-hand sides. Immutable. */
public final class Cholesky {

    private final GrowingCholesky factor;
    private final int order;

    private Cholesky(GrowingCholesky factor, int order) {
        this.factor = factor;
        this.order = order;
    }

    /** Fails with INVALID_INPUT that names the first row which depends on those before it. */
    public static Cholesky of(String name, SymmetricMatrix matrix) {
        GrowingCholesky factor = new GrowingCholesky();
        double[] column = new double[matrix.order()];
        for (int row = 0; row < matrix.order(); row++) {
            System.arraycopy(matrix.rowMajor(), matrix.offset(row), column, 0, row);
            if (!factor.append(column, matrix.at(row, row))) {
                throw AppException.invalid(
                        name,
                        "not positive definite at row " + row,
                        "a positive definite matrix: no row may be a combination of others");
            }
        }
        return new Cholesky(factor, matrix.order());
    }

    /** x with A·x = b. */
    public double[] solve(double[] b) {
        if (b.length != order) {
            throw AppException.invalid("length of the right-hand side", b.length, String.valueOf(order));
        }
        double[] x = b.clone();
        factor.solve(x);
        return x;
    }
}
