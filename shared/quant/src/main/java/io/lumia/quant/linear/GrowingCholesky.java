package io.lumia.quant.linear;

import java.util.Arrays;

/**
 * A lower triangular factor L with L·L′ = A of a matrix that gains and loses rows, as the free assets of an active-set method
 * do. Appending costs one forward substitution, removing one sweep of Givens rotations: k² operations for k rows, against
 * k³/3 for a factor made anew. Not thread-safe.
 */
public final class GrowingCholesky {

    /**
     * A pivot below this part of its diagonal entry is rounding noise: the new row depends on those before. 1e-9 leaves seven
     * of the sixteen digits.
     */
    public static final double SMALLEST_PIVOT = 1e-9;

    private double[][] rows = new double[16][];
    private int size;

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /**
     * Adds a row at the end.
     *
     * @param column the new row's entries against the present rows, in their order
     * @param diagonal its own entry
     * @return false, changing nothing, where the matrix with it is not numerically positive definite
     */
    public boolean append(double[] column, double diagonal) {
        double[] row = rowFor(size);
        System.arraycopy(column, 0, row, 0, size);
        forward(row);
        double pivot = diagonal - Loops.dot(row, 0, row, 0, size);
        if (!(pivot > SMALLEST_PIVOT * diagonal)) {
            return false;
        }
        row[size] = Math.sqrt(pivot);
        size++;
        return true;
    }

    private double[] rowFor(int index) {
        if (index == rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        if (rows[index] == null || rows[index].length <= index) {
            rows[index] = new double[Math.max(16, index + index / 2 + 2)];
        }
        return rows[index];
    }

    /** Takes a row out; later rows move up by one. */
    public void remove(int index) {
        double[] freed = rows[index];
        for (int row = index; row < size - 1; row++) {
            rows[row] = rows[row + 1];
        }
        rows[size - 1] = freed;
        size--;
        for (int column = index; column < size; column++) {
            rotate(column);
        }
    }

    /** Removes the entry right of the diagonal in row {@code column} by turning that column and the next. */
    private void rotate(int column) {
        double a = rows[column][column];
        double b = rows[column][column + 1];
        double radius = Math.sqrt(a * a + b * b);
        double cosine = a / radius;
        double sine = b / radius;
        rows[column][column] = radius;
        for (int row = column + 1; row < size; row++) {
            double left = rows[row][column];
            double right = rows[row][column + 1];
            rows[row][column] = cosine * left + sine * right;
            rows[row][column + 1] = cosine * right - sine * left;
        }
    }

    /** Solves L·x = b in place; b may be longer than the factor. */
    public void forward(double[] b) {
        for (int row = 0; row < size; row++) {
            b[row] = (b[row] - Loops.dot(rows[row], 0, b, 0, row)) / rows[row][row];
        }
    }

    /** Solves L′·x = b in place. */
    public void backward(double[] b) {
        for (int row = size - 1; row >= 0; row--) {
            b[row] /= rows[row][row];
            Loops.add(b, -b[row], rows[row], 0, row);
        }
    }

    /** Solves A·x = b in place. */
    public void solve(double[] b) {
        forward(b);
        backward(b);
    }
}
