package io.lumia.quant.indicator;

import java.util.Arrays;

/**
 * Mean and variance over the last n values, in constant time per value and without drift.
 *
 * <p>A running sum that adds the new value and subtracts the old one keeps the rounding errors of every value it ever
 * saw. Here nothing is ever subtracted from a sum. The positions are cut into blocks of n; a window of n values then
 * always holds exactly one block start b, and is the tail of the block before b plus the head of the block from b on:
 * the sums of all tails are made once per block, those of the heads grow value by value (the two-stack queue of sliding
 * window aggregation). Two further things follow:
 *
 * <ul>
 *   <li>Every value is taken relative to the anchor x[b]. The anchor's own difference is 0, so by Cauchy-Schwarz the
 *       sum of squared deviations is at least 1/n of the sum of squared differences: it cannot become negative, loses
 *       at most the factor n to cancellation at any price level, and is exactly 0 for a flat window.
 *   <li>A result depends only on the values in its window and on where the block starts lie. Block starts are counted
 *       from the series' first value ({@code origin}), so a series cut off on the left gives the same bits.
 * </ul>
 *
 * <p>A NaN makes exactly those windows NaN that hold it.
 */
public final class MovingMoments {

    private final int window;
    private final double[] tailSum;
    private final double[] tailSquares;

    /** @param window how many values, at least 2 */
    public MovingMoments(int window) {
        if (window < 2) {
            throw new IllegalArgumentException("window is " + window + "; allowed: 2 or more");
        }
        this.window = window;
        this.tailSum = new double[window];
        this.tailSquares = new double[window];
    }

    /**
     * The mean of the last n values.
     *
     * @param origin how many values of the series lie before values[0]
     */
    public void mean(double[] values, int size, int origin, double[] mean) {
        Arrays.fill(mean, 0, Math.min(size, window - 1), Double.NaN);
        double share = 1.0 / window;
        for (int block = firstBlock(origin); block < size; block += window) {
            double anchor = values[block];
            sumTails(values, block, anchor);
            double head = sumUnfinishedHead(values, block, size, anchor);
            int end = Math.min(block + window, size);
            for (int i = Math.max(block, window - 1), tail = window - 1 - (i - block); i < end; i++, tail--) {
                head += values[i] - anchor;
                mean[i] = anchor + (head + tailSum[tail]) * share;
            }
        }
    }

    /**
     * Mean and variance of the last n values. (The root is left to the caller's own loop, where it costs less.)
     *
     * @param origin how many values of the series lie before values[0]
     * @param lostDegrees 1 for the sample variance (divides by n - 1), 0 for the population variance
     */
    public void meanAndVariance(
            double[] values, int size, int origin, int lostDegrees, double[] mean, double[] variance) {
        Arrays.fill(mean, 0, Math.min(size, window - 1), Double.NaN);
        Arrays.fill(variance, 0, Math.min(size, window - 1), Double.NaN);
        double share = 1.0 / window;
        double varianceShare = 1.0 / (window - lostDegrees);
        for (int block = firstBlock(origin); block < size; block += window) {
            double anchor = values[block];
            sumTailsAndSquares(values, block, anchor);
            double head = sumUnfinishedHead(values, block, size, anchor);
            double headSquares = sumUnfinishedHeadSquares(values, block, size, anchor);
            int end = Math.min(block + window, size);
            for (int i = Math.max(block, window - 1), tail = window - 1 - (i - block); i < end; i++, tail--) {
                double difference = values[i] - anchor;
                head += difference;
                headSquares += difference * difference;
                double sum = head + tailSum[tail];
                double squares = headSquares + tailSquares[tail];
                double meanDifference = sum * share;
                mean[i] = anchor + meanDifference;
                variance[i] = (squares - sum * meanDifference) * varianceShare;
            }
        }
    }

    /** The first block start inside the values: a position whose distance from the series' beginning divides by n. */
    private int firstBlock(int origin) {
        return (window - origin % window) % window;
    }

    /** tailSum[k] = sum of the k differences just before the block, as far as there are values. */
    private void sumTails(double[] values, int block, double anchor) {
        double sum = 0;
        int length = Math.min(window - 1, block);
        for (int k = 1; k <= length; k++) {
            sum += values[block - k] - anchor;
            tailSum[k] = sum;
        }
    }

    private void sumTailsAndSquares(double[] values, int block, double anchor) {
        double sum = 0;
        double squares = 0;
        int length = Math.min(window - 1, block);
        for (int k = 1; k <= length; k++) {
            double difference = values[block - k] - anchor;
            sum += difference;
            squares += difference * difference;
            tailSum[k] = sum;
            tailSquares[k] = squares;
        }
    }

    /** The head's part for which no window is full yet; empty except in the first block. */
    private double sumUnfinishedHead(double[] values, int block, int size, double anchor) {
        double sum = 0;
        for (int i = block; i < Math.min(window - 1, size); i++) {
            sum += values[i] - anchor;
        }
        return sum;
    }

    private double sumUnfinishedHeadSquares(double[] values, int block, int size, double anchor) {
        double squares = 0;
        for (int i = block; i < Math.min(window - 1, size); i++) {
            double difference = values[i] - anchor;
            squares += difference * difference;
        }
        return squares;
    }
}
