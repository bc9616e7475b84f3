package io.lumia.quant.signal;

import static io.lumia.quant.indicator.ExponentialAverage.movingWeight;
import static io.lumia.quant.indicator.ExponentialAverage.seededWithMean;
import static io.lumia.quant.indicator.ExponentialAverage.wilderWeight;

import java.util.Arrays;

/**
 * The averages that feed on their own past: EMA, MACD and RSI.
 *
 * <p>Until all are seeded each has a loop of its own. From then on one loop carries them all: a single recursion spends
 * most of its time waiting for its previous result, and the others fill that time.
 */
final class Recursions {

    static final int FAST = 12;
    static final int SLOW = 26;
    static final int SIGNAL = 9;
    static final int RSI = 14;

    /** Bars until the last of them, the MACD's signal, is seeded. */
    static final int WARM_UP_BARS = SLOW + SIGNAL - 1;

    private static final double FAST_WEIGHT = movingWeight(FAST);
    private static final double SLOW_WEIGHT = movingWeight(SLOW);
    private static final double SIGNAL_WEIGHT = movingWeight(SIGNAL);
    private static final double RSI_WEIGHT = wilderWeight(RSI);

    private final double[] line = new double[WARM_UP_BARS];
    private final double[] gains = new double[WARM_UP_BARS];
    private final double[] losses = new double[WARM_UP_BARS];

    /** From the asset's first bar on. */
    void fromTheBeginning(double[] close, int size, SignalColumns out) {
        int until = Math.min(size, WARM_UP_BARS);
        warmUpAverages(close, until, out);
        warmUpStrength(close, until, out);
        if (size > until) {
            carryOn(close, until, size, out.stateAfter(until - 1), out);
        }
    }

    private void warmUpAverages(double[] close, int until, SignalColumns out) {
        double[] fast = out.get(StateColumn.MACD_FAST_EMA);
        double[] slow = out.get(SignalColumn.EMA_26);
        double[] signal = out.get(SignalColumn.MACD_SIGNAL);
        seededWithMean(close, 0, until, FAST, FAST_WEIGHT, out.get(SignalColumn.EMA_12));
        seededWithMean(close, 0, until, SLOW, SLOW_WEIGHT, slow);
        seededWithMean(close, SLOW - FAST, until, FAST, FAST_WEIGHT, fast);
        for (int i = 0; i < until; i++) {
            line[i] = fast[i] - slow[i];
        }
        seededWithMean(line, SLOW - 1, until, SIGNAL, SIGNAL_WEIGHT, signal);
        double[] macd = out.get(SignalColumn.MACD);
        double[] histogram = out.get(SignalColumn.MACD_HISTOGRAM);
        for (int i = 0; i < until; i++) {
            macd[i] = i < WARM_UP_BARS - 1 ? Double.NaN : line[i];
            histogram[i] = macd[i] - signal[i];
        }
    }

    private void warmUpStrength(double[] close, int until, SignalColumns out) {
        for (int i = 1; i < until; i++) {
            double change = close[i] - close[i - 1];
            gains[i] = rise(change);
            losses[i] = rise(-change);
        }
        double[] gain = out.get(StateColumn.RSI_AVERAGE_GAIN);
        double[] loss = out.get(StateColumn.RSI_AVERAGE_LOSS);
        seededWithMean(gains, 1, until, RSI, RSI_WEIGHT, gain);
        seededWithMean(losses, 1, until, RSI, RSI_WEIGHT, loss);
        double[] strength = out.get(SignalColumn.RSI_14);
        Arrays.fill(strength, 0, Math.min(RSI, until), Double.NaN);
        relativeStrength(gain, loss, RSI, until, strength);
    }

    /** From bar {@code from} on, with all recursions seeded. */
    void carryOn(double[] close, int from, int size, RecursionState before, SignalColumns out) {
        double[] ema12Column = out.get(SignalColumn.EMA_12);
        double[] ema26Column = out.get(SignalColumn.EMA_26);
        double[] fastColumn = out.get(StateColumn.MACD_FAST_EMA);
        double[] macdColumn = out.get(SignalColumn.MACD);
        double[] signalColumn = out.get(SignalColumn.MACD_SIGNAL);
        double[] histogramColumn = out.get(SignalColumn.MACD_HISTOGRAM);
        double[] gainColumn = out.get(StateColumn.RSI_AVERAGE_GAIN);
        double[] lossColumn = out.get(StateColumn.RSI_AVERAGE_LOSS);
        double ema12 = before.ema12();
        double ema26 = before.ema26();
        double fast = before.macdFastEma();
        double signal = before.macdSignal();
        double gain = before.rsiAverageGain();
        double loss = before.rsiAverageLoss();
        double previous = close[from - 1];
        for (int i = from; i < size; i++) {
            double price = close[i];
            double change = price - previous;
            previous = price;
            ema12 += FAST_WEIGHT * (price - ema12);
            ema26 += SLOW_WEIGHT * (price - ema26);
            fast += FAST_WEIGHT * (price - fast);
            double macd = fast - ema26;
            signal += SIGNAL_WEIGHT * (macd - signal);
            gain += RSI_WEIGHT * (rise(change) - gain);
            loss += RSI_WEIGHT * (rise(-change) - loss);
            ema12Column[i] = ema12;
            ema26Column[i] = ema26;
            fastColumn[i] = fast;
            macdColumn[i] = macd;
            signalColumn[i] = signal;
            histogramColumn[i] = macd - signal;
            gainColumn[i] = gain;
            lossColumn[i] = loss;
        }
        relativeStrength(gainColumn, lossColumn, from, size, out.get(SignalColumn.RSI_14));
    }

    /** max(change, 0), exactly, without a branch that goes either way every other day. */
    private static double rise(double change) {
        return 0.5 * (Math.abs(change) + change);
    }

    /** 100 G / (G + L); without any movement so far the smallest divisor makes it 0. */
    private static void relativeStrength(double[] gain, double[] loss, int from, int until, double[] result) {
        for (int i = from; i < until; i++) {
            result[i] = 100 * (gain[i] / Math.max(gain[i] + loss[i], Double.MIN_VALUE));
        }
    }
}
