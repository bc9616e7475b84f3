package io.lumia.quant.allocation;

import io.lumia.kernel.AppException;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What shall be held. Arrays are copied; to be read only.
 *
 * @param weights fractions of the capital, none below zero. They must sum to one within {@link #SUM_TOLERANCE} and are divided
 *     by their sum, so that rounded weights never spend more than there is
 * @param prices of one share each, in the capital's currency, above zero
 * @param capital that can be spent, above zero
 */
public record ShareTarget(double[] weights, double[] prices, double capital) {

    public static final double SUM_TOLERANCE = 1e-6;

    /** Beyond it a number of shares is no exact double. */
    private static final double MOST_SHARES = 0x1p52;

    public ShareTarget {
        weights = weights.clone();
        prices = prices.clone();
        requirePositive("capital", capital);
        if (weights.length == 0 || weights.length != prices.length) {
            throw AppException.invalid("prices", prices.length, weights.length + ", one for each weight, at least one");
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            requirePositive("price [" + i + "]", prices[i]);
            requireWeight(i, weights[i]);
            requireCountable(i, weights[i] * capital / prices[i]);
            sum += weights[i];
        }
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw AppException.invalid("sum of the weights", sum, "1, within " + SUM_TOLERANCE);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    private static void requirePositive(String field, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw AppException.invalid(field, value, "a finite number above zero");
        }
    }

    private static void requireWeight(int index, double weight) {
        if (!(weight >= 0)) {
            throw AppException.invalid(
                    "weight [" + index + "]", weight, "zero or more; short positions are not bought");
        }
    }

    private static void requireCountable(int index, double shares) {
        if (!(shares <= MOST_SHARES)) {
            throw AppException.invalid("shares of asset " + index, shares, "at most " + MOST_SHARES);
        }
    }

    public int assets() {
        return weights.length;
    }

    /** Money meant for an asset. */
    double amount(int asset) {
        return weights[asset] * capital;
    }

    /** Shares that this money buys, not whole. */
    double ideal(int asset) {
        return amount(asset) / prices[asset];
    }

    /** Gap and left-over cash of some shares. */
    WholeShares withShares(long[] shares) {
        double spent = 0;
        double gap = 0;
        for (int i = 0; i < shares.length; i++) {
            double value = shares[i] * prices[i];
            spent += value;
            gap += Math.abs(amount(i) - value);
        }
        double leftover = Math.max(0, capital - spent);
        return new WholeShares(shares, leftover, gap + leftover);
    }

    /** Positions from the largest key to the smallest; equal ones in their order. */
    static int[] sortedDown(int count, IntToDoubleFunction key) {
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -key.applyAsDouble(i)))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
