package io.lumia.quant.linear;

import io.lumia.kernel.AppException;

/**
 * A symmetric matrix of finite numbers, such as a covariance. Both triangles are stored, row by row, so that loops over a row
 * read memory in order. Immutable.
 */
public final class SymmetricMatrix {

    /** Beyond it a matrix takes 128 MB. */
    public static final int MAX_ORDER = 4_096;

    /** Of what two mirrored entries may differ, relative to the geometric mean of their diagonal entries. */
    private static final double SYMMETRY_TOLERANCE = 1e-9;

    private final int order;
    private final double[] values;

    private SymmetricMatrix(int order, double[] values) {
        this.order = order;
        this.values = values;
    }

    /** Copies rows; fails with INVALID_INPUT that names the entry where they are not square, finite and symmetric. */
    public static SymmetricMatrix of(double[][] rows) {
        int order = rows.length;
        double[] values = new double[checkedOrder(order) * order];
        for (int row = 0; row < order; row++) {
            if (rows[row].length != order) {
                throw AppException.invalid("columns of row " + row, rows[row].length, String.valueOf(order));
            }
            System.arraycopy(rows[row], 0, values, row * order, order);
        }
        return ofRowMajor(order, values);
    }

    /** Takes the array over: nobody else may write to it any more. The lower triangle is what counts; the upper is made equal. */
    public static SymmetricMatrix ofRowMajor(int order, double[] values) {
        if (values.length != checkedOrder(order) * order) {
            throw AppException.invalid("values", values.length, order + " × " + order);
        }
        for (int row = 0; row < order; row++) {
            for (int column = 0; column <= row; column++) {
                mirror(order, values, row, column);
            }
        }
        return new SymmetricMatrix(order, values);
    }

    private static int checkedOrder(int order) {
        if (order < 1 || order > MAX_ORDER) {
            throw AppException.invalid("order of a matrix", order, "1 to " + MAX_ORDER);
        }
        return order;
    }

    private static void mirror(int order, double[] values, int row, int column) {
        double lower = values[row * order + column];
        double upper = values[column * order + row];
        if (!Double.isFinite(lower)) {
            throw AppException.invalid(entry(row, column), lower, "a finite number");
        }
        double scale = Math.sqrt(Math.abs(values[row * order + row] * values[column * order + column]));
        if (!(Math.abs(lower - upper) <= SYMMETRY_TOLERANCE * Math.max(scale, Math.abs(lower)))) {
            throw AppException.invalid(entry(column, row), upper, "%s, as %s".formatted(lower, entry(row, column)));
        }
        values[column * order + row] = lower;
    }

    private static String entry(int row, int column) {
        return "entry [%d, %d]".formatted(row, column);
    }

    public int order() {
        return order;
    }

    public double at(int row, int column) {
        return values[row * order + column];
    }

    /** Of a row's first entry in {@link #rowMajor()}. */
    public int offset(int row) {
        return row * order;
    }

    /** The storage itself, for loops where a copy would cost; to be read only. */
    public double[] rowMajor() {
        return values;
    }

    public double[] diagonal() {
        double[] diagonal = new double[order];
        for (int i = 0; i < order; i++) {
            diagonal[i] = at(i, i);
        }
        return diagonal;
    }

    /** This matrix times a vector. */
    public double[] times(double[] vector) {
        double[] product = new double[order];
        for (int row = 0; row < order; row++) {
            product[row] = rowTimes(row, vector);
        }
        return product;
    }

    /** vector′ · this · vector, a portfolio's variance where the vector are its weights. */
    public double quadraticForm(double[] vector) {
        double sum = 0;
        for (int row = 0; row < order; row++) {
            sum += vector[row] * rowTimes(row, vector);
        }
        return sum;
    }

    private double rowTimes(int row, double[] vector) {
        int offset = offset(row);
        double sum = 0;
        for (int column = 0; column < order; column++) {
            sum += values[offset + column] * vector[column];
        }
        return sum;
    }

    /** Rows and columns of the given indices, in their order. */
    public SymmetricMatrix part(int[] indices) {
        double[] part = new double[indices.length * indices.length];
        for (int row = 0; row < indices.length; row++) {
            for (int column = 0; column < indices.length; column++) {
                part[row * indices.length + column] = at(indices[row], indices[column]);
            }
        }
        return new SymmetricMatrix(checkedOrder(indices.length), part);
    }

    public double[][] toArray() {
        double[][] rows = new double[order][order];
        for (int row = 0; row < order; row++) {
            System.arraycopy(values, offset(row), rows[row], 0, order);
        }
        return rows;
    }
}
