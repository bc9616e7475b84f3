package io.lumia.quant.indicator;

import java.util.Arrays;

/**
 * Oscillators over the last n bars that are computed window by window; none of them is in the hot production set.
 * Percentages here are 0 to 100, as their inventors drew them. A quotient by zero (a window without any range) is NaN.
 */
public final class Oscillators {

    private static final double LAMBERT_CONSTANT = 0.015;

    private Oscillators() {}

    /** Fast %K of G. Lane's stochastic oscillator: the close's place between lowest low and highest high, 0 to 100. */
    public static void stochastic(double[] high, double[] low, double[] close, int size, int period, double[] result) {
        Arrays.fill(result, 0, Math.min(period - 1, size), Double.NaN);
        for (int i = period - 1; i < size; i++) {
            double top = highest(high, i, period);
            double bottom = lowest(low, i, period);
            result[i] = 100 * (close[i] - bottom) / (top - bottom);
        }
    }

    /** Williams %R (L. Williams 1973): the close's distance below the highest high, -100 to 0. */
    public static void williams(double[] high, double[] low, double[] close, int size, int period, double[] result) {
        Arrays.fill(result, 0, Math.min(period - 1, size), Double.NaN);
        for (int i = period - 1; i < size; i++) {
            double top = highest(high, i, period);
            double bottom = lowest(low, i, period);
            result[i] = -100 * (top - close[i]) / (top - bottom);
        }
    }

    /** Commodity channel index (D. Lambert 1980): typical price against its mean, in 0.015 mean absolute deviations. */
    public static void commodityChannel(
            double[] high, double[] low, double[] close, int size, int period, double[] result) {
        double[] typical = new double[size];
        for (int i = 0; i < size; i++) {
            typical[i] = (high[i] + low[i] + close[i]) / 3;
        }
        Arrays.fill(result, 0, Math.min(period - 1, size), Double.NaN);
        for (int i = period - 1; i < size; i++) {
            double mean = ExponentialAverage.mean(typical, i - period + 1, period);
            double deviation = meanAbsoluteDeviation(typical, i, period, mean);
            result[i] = (typical[i] - mean) / (LAMBERT_CONSTANT * deviation);
        }
    }

    /** On-balance volume (J. Granville 1963): starts with the first volume; an unchanged close adds nothing. */
    public static void onBalanceVolume(double[] close, double[] volume, int size, double[] result) {
        double balance = size > 0 ? volume[0] : 0;
        for (int i = 0; i < size; i++) {
            double change = i == 0 ? 0 : close[i] - close[i - 1];
            balance += Math.signum(change) * volume[i];
            result[i] = balance;
        }
    }

    /** The close against the highest close of the last n bars, as a fraction at or below 0. */
    public static void belowHighestClose(double[] close, int size, int period, double[] result) {
        Arrays.fill(result, 0, Math.min(period - 1, size), Double.NaN);
        for (int i = period - 1; i < size; i++) {
            result[i] = Returns.simpleReturn(highest(close, i, period), close[i]);
        }
    }

    /** The close against the highest close so far, as a fraction at or below 0. */
    public static void drawdown(double[] close, int size, double[] result) {
        double peak = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            peak = Math.max(peak, close[i]);
            result[i] = Returns.simpleReturn(peak, close[i]);
        }
    }

    /** Math.max and Math.min hand on NaN, so an unknown high or low makes its windows unknown. */
    private static double highest(double[] values, int last, int period) {
        double top = values[last];
        for (int i = last - period + 1; i < last; i++) {
            top = Math.max(top, values[i]);
        }
        return top;
    }

    private static double lowest(double[] values, int last, int period) {
        double bottom = values[last];
        for (int i = last - period + 1; i < last; i++) {
            bottom = Math.min(bottom, values[i]);
        }
        return bottom;
    }

    private static double meanAbsoluteDeviation(double[] values, int last, int period, double mean) {
        double sum = 0;
        for (int i = last - period + 1; i <= last; i++) {
            sum += Math.abs(values[i] - mean);
        }
        return sum / period;
    }
}
