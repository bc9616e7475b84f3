package io.lumia.quant.indicator;

import java.util.Arrays;

/**
 * Average directional index (J. W. Wilder, "New Concepts in Technical Trading Systems", 1978), with the starting rule of
 * TA-Lib: movements and true ranges of the first n - 1 changes are summed, from then on each sum loses its n-th part and
 * gains the new value; the first index, at bar 2n - 1, is the mean of the first n directional indices.
 */
public final class DirectionalMovement {

    private final int period;
    private double plus;
    private double minus;
    private double range;

    public DirectionalMovement(int period) {
        this.period = period;
    }

    /** ADX, 0 to 100; NaN before bar 2n - 1 and from the first bar on whose high or low is unknown. */
    public void averageIndex(double[] high, double[] low, double[] close, int size, double[] result) {
        double[] trueRange = new double[size];
        Ranges.trueRange(high, low, close, size, trueRange);
        plus = 0;
        minus = 0;
        range = 0;
        Arrays.fill(result, 0, Math.min(2 * period - 1, size), Double.NaN);
        double indexSum = 0;
        double average = Double.NaN;
        for (int i = 1; i < size; i++) {
            double kept = i < period ? 1 : 1 - 1.0 / period;
            accumulate(kept, high[i] - high[i - 1], low[i - 1] - low[i], trueRange[i]);
            if (i < period) {
                continue;
            }
            if (i < 2 * period) {
                indexSum += directionalIndex(0);
                average = indexSum / period;
            } else {
                average = (average * (period - 1) + directionalIndex(average)) / period;
            }
            if (i >= 2 * period - 1) {
                result[i] = average;
            }
        }
    }

    private void accumulate(double kept, double up, double down, double trueRange) {
        plus = plus * kept + (up > 0 && up > down ? up : 0);
        minus = minus * kept + (down > 0 && down > up ? down : 0);
        range = range * kept + trueRange;
    }

    /** Without any movement there is no direction: the average then keeps its value, as in TA-Lib. */
    private double directionalIndex(double withoutMovement) {
        double sum = plus + minus;
        if (Double.isNaN(range)) {
            return Double.NaN;
        }
        return range > 0 && sum > 0 ? 100 * Math.abs(plus - minus) / sum : withoutMovement;
    }
}
