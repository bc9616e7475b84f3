package io.lumia.quant.indicator;

import java.util.Arrays;

/**
 * Exponential averages: average += weight * (value - average).
 *
 * <p>Two weights are in use: 2 / (n + 1) for an exponential moving average over n bars, and 1 / n for Wilder's smoothing
 * (J. W. Wilder, "New Concepts in Technical Trading Systems", 1978). Two seeds are in use: the mean of the first n values
 * (TA-Lib's convention, the one in production) and the first value (pandas' {@code ewm(adjust=False)}).
 */
public final class ExponentialAverage {

    private ExponentialAverage() {}

    public static double movingWeight(int period) {
        return 2.0 / (period + 1);
    }

    public static double wilderWeight(int period) {
        return 1.0 / period;
    }

    /**
     * Seeded with the mean of values[from .. from + period), which is the first result, at from + period - 1.
     *
     * @param until exclusive end of what is read and written; everything before the seed becomes NaN
     */
    public static void seededWithMean(
            double[] values, int from, int until, int period, double weight, double[] result) {
        int seedIndex = from + period - 1;
        Arrays.fill(result, 0, Math.min(seedIndex, until), Double.NaN);
        if (seedIndex >= until) {
            return;
        }
        double average = mean(values, from, period);
        result[seedIndex] = average;
        for (int i = seedIndex + 1; i < until; i++) {
            average += weight * (values[i] - average);
            result[i] = average;
        }
    }

    /** Seeded with the first value, so there is a result from the first bar on. */
    public static void seededWithFirst(double[] values, int size, double weight, double[] result) {
        if (size == 0) {
            return;
        }
        double average = values[0];
        for (int i = 0; i < size; i++) {
            average += weight * (values[i] - average);
            result[i] = average;
        }
    }

    /** Relative to the first value, so that the mean of equal values is exactly that value. */
    static double mean(double[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i] - values[from];
        }
        return values[from] + sum / count;
    }
}
