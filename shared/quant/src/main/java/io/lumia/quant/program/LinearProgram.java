package io.lumia.quant.program;

import io.lumia.kernel.AppException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Minimise cost′x subject to rowLower ≤ rows·x ≤ rowUpper and lower ≤ x ≤ upper. Bounds may be infinite; a row with two equal
 * bounds is an equation. Arrays are taken over, not copied.
 */
public record LinearProgram(
        double[] cost, double[][] rows, double[] rowLower, double[] rowUpper, double[] lower, double[] upper) {

    public LinearProgram {
        requireLength("lower bounds", lower, cost.length);
        requireLength("upper bounds", upper, cost.length);
        requireLength("lower bounds of rows", rowLower, rows.length);
        requireLength("upper bounds of rows", rowUpper, rows.length);
        for (double[] row : rows) {
            requireLength("coefficients of a row", row, cost.length);
        }
    }

    private static void requireLength(String name, double[] values, int length) {
        if (values.length != length) {
            throw AppException.invalid("number of " + name, values.length, String.valueOf(length));
        }
    }

    public int variables() {
        return cost.length;
    }

    public LinearProgram withCost(double[] other) {
        return new LinearProgram(other, rows, rowLower, rowUpper, lower, upper);
    }

    /** The same with some of its rows only. */
    public LinearProgram withRows(IntPredicate kept) {
        int[] indices = IntStream.range(0, rows.length).filter(kept).toArray();
        double[][] fewer = new double[indices.length][];
        double[] fewerLower = new double[indices.length];
        double[] fewerUpper = new double[indices.length];
        for (int to = 0; to < indices.length; to++) {
            fewer[to] = rows[indices[to]];
            fewerLower[to] = rowLower[indices[to]];
            fewerUpper[to] = rowUpper[indices[to]];
        }
        return new LinearProgram(cost, fewer, fewerLower, fewerUpper, lower, upper);
    }
}
