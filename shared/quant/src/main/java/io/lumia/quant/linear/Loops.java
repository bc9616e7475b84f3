package io.lumia.quant.linear;

/**
 * The inner loops. Plain multiplication and addition in a fixed order, never fused: the same bits on every machine. Sums are
 * kept in four parts, which the processor can work on at the same time.
 */
public final class Loops {

    private Loops() {}

    /** Sum of a[aOffset + i] · b[bOffset + i] over i below length. */
    public static double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            first += a[aOffset + i] * b[bOffset + i];
            second += a[aOffset + i + 1] * b[bOffset + i + 1];
            third += a[aOffset + i + 2] * b[bOffset + i + 2];
            fourth += a[aOffset + i + 3] * b[bOffset + i + 3];
        }
        for (; i < length; i++) {
            first += a[aOffset + i] * b[bOffset + i];
        }
        return (first + second) + (third + fourth);
    }

    public static double dot(double[] a, double[] b) {
        return dot(a, 0, b, 0, a.length);
    }

    /** target[i] += factor · source[offset + i] for i below length. */
    public static void add(double[] target, double factor, double[] source, int offset, int length) {
        for (int i = 0; i < length; i++) {
            target[i] += factor * source[offset + i];
        }
    }

    /** The largest absolute value; 0 of nothing. */
    public static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    public static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
