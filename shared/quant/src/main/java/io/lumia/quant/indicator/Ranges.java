package io.lumia.quant.indicator;

import java.util.Arrays;

/** True range and its average (J. W. Wilder, "New Concepts in Technical Trading Systems", 1978). */
public final class Ranges {

    private Ranges() {}

    /**
     * The larger of high and previous close less the smaller of low and previous close, which is the same as the
     * largest of high - low, |high - previous close| and |low - previous close|. NaN at the first bar and where the
     * range is unknown.
     */
    public static void trueRange(double[] high, double[] low, double[] close, int size, double[] result) {
        Arrays.fill(result, 0, Math.min(1, size), Double.NaN);
        for (int i = 1; i < size; i++) {
            double previous = close[i - 1];
            double top = previous > high[i] ? previous : high[i];
            double bottom = previous < low[i] ? previous : low[i];
            result[i] = top - bottom;
        }
    }

    /**
     * Wilder's average of the true range: begins with the mean of the first {@code period} known true ranges in a row.
     * An unknown one ends the average; it begins again after the next {@code period} known ones.
     *
     * @param from first index to write, at least 1
     * @param before the average after bar from - 1, NaN when there is none
     */
    public static void averageTrueRange(
            double[] trueRange, int size, int period, int from, double before, double[] result) {
        double weight = ExponentialAverage.wilderWeight(period);
        double kept = 1 - weight;
        double average = before;
        int known = Double.isNaN(before) ? knownBefore(trueRange, from, period) : period;
        for (int i = from; i < size; i++) {
            double range = trueRange[i];
            known = Double.isNaN(range) ? 0 : known + 1;
            if (known > period) {
                average = kept * average + weight * range;
            } else if (known == period) {
                average = ExponentialAverage.mean(trueRange, i - period + 1, period);
            } else {
                average = Double.NaN;
            }
            result[i] = average;
        }
    }

    /** How many true ranges in a row are known just before {@code from}; fewer than the period, or there was an average. */
    private static int knownBefore(double[] trueRange, int from, int period) {
        int known = 0;
        while (known < period - 1 && from - 1 - known >= 1 && !Double.isNaN(trueRange[from - 1 - known])) {
            known++;
        }
        return known;
    }
}
