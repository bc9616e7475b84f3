package io.lumia.quant.backtest;

import io.lumia.kernel.AppException;
import java.util.Arrays;

/**
 * Amounts and shares that bring a portfolio to weights when trading costs a part of what is traded.
 *
 * <p>Fractional: everything is invested, and the costs come out of the portfolio. What is left to invest is the x with
 * {@code x + c · Σ |w x − held| = V}. The left side is convex, piecewise linear and rising in x, so that Newton's steps from
 * {@code x = V} fall to the solution and reach it exactly after at most one step per kink.
 *
 * <p>Whole shares: {@code ⌊w · V · (1 − c) / price⌋} of each, the rest is cash.
 */
public final class TargetWeights {

    private static final double TOLERANCE = 1e-9;

    private TargetWeights() {}

    /**
     * What can be invested after costs.
     *
     * @param value    of the portfolio before
     * @param held     amounts held, as many as weights
     * @param weights  zero or above; they sum to one or less
     * @param costRate part of a traded amount, 0 to below 1
     */
    public static double investable(double value, double[] held, double[] weights, double costRate) {
        requireWeights(weights, held.length);
        double x = value;
        for (int step = 0; step <= weights.length; step++) {
            double excess = x - value;
            double slope = 1;
            for (int i = 0; i < weights.length; i++) {
                double trade = weights[i] * x - held[i];
                excess += costRate * Math.abs(trade);
                slope += costRate * weights[i] * Math.signum(trade);
            }
            double next = x - excess / slope;
            if (next >= x) {
                return x;
            }
            x = next;
        }
        return x;
    }

    /** Whole numbers of shares for weights; prices above zero. */
    public static double[] wholeShares(double value, double[] prices, double[] weights, double costRate) {
        requireWeights(weights, prices.length);
        double[] shares = new double[weights.length];
        Arrays.setAll(shares, i -> Math.floor(weights[i] * value * (1 - costRate) / prices[i]));
        return shares;
    }

    private static void requireWeights(double[] weights, int size) {
        if (weights.length != size) {
            throw AppException.invalid("number of weights", weights.length, size + ", one per asset");
        }
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw AppException.invalid("weight", weight, "zero or above");
            }
            sum += weight;
        }
        if (sum > 1 + TOLERANCE) {
            throw AppException.invalid("sum of weights", sum, "at most 1");
        }
    }
}
