package io.lumia.quant.moments;

import io.lumia.kernel.AppException;

/**
 * Mean returns per asset, a year's, as fractions. Returns that are not known are left out, each asset having its own days;
 * an asset without any return has NaN.
 */
public final class MeanReturns {

    private MeanReturns() {}

    /** Arithmetic mean times {@code periodsPerYear}: what a year brings when the stake is made equal again every day. */
    public static double[] arithmetic(ReturnTable table, double periodsPerYear) {
        Periods.requirePositive(periodsPerYear);
        double[] means = ofKnown(table);
        for (int asset = 0; asset < means.length; asset++) {
            means[asset] *= periodsPerYear;
        }
        return means;
    }

    /**
     * Compound annual growth rate, (Π(1 + r))^(periodsPerYear / n) - 1 over the asset's n returns: what a stake left alone
     * would have grown by in a year. NaN when a price below zero made the growth negative.
     */
    public static double[] compound(ReturnTable table, double periodsPerYear) {
        Periods.requirePositive(periodsPerYear);
        double[] growth = new double[table.assets()];
        for (int asset = 0; asset < growth.length; asset++) {
            growth[asset] = Periods.compoundAnnual(table.series(asset), periodsPerYear);
        }
        return growth;
    }

    /**
     * Exponentially weighted mean m, compounded: (1 + m)^periodsPerYear - 1. A return k days before the last day weighs
     * (1 - a)^k with a = 2 / (span + 1), weights made to sum to one over the asset's known returns (pandas'
     * {@code ewm(span, adjust=True)}; days without a return age the others all the same).
     *
     * @param span in days, one or more; the weights' mean age is (span - 1) / 2
     */
    public static double[] exponential(ReturnTable table, double span, double periodsPerYear) {
        Periods.requirePositive(periodsPerYear);
        double decay = decay(span);
        double[] sums = new double[table.assets()];
        double[] weights = new double[table.assets()];
        for (double[] row : table.rows()) {
            for (int asset = 0; asset < row.length; asset++) {
                boolean known = !Double.isNaN(row[asset]);
                sums[asset] = sums[asset] * decay + (known ? row[asset] : 0);
                weights[asset] = weights[asset] * decay + (known ? 1 : 0);
            }
        }
        for (int asset = 0; asset < sums.length; asset++) {
            sums[asset] = StrictMath.pow(1 + sums[asset] / weights[asset], periodsPerYear) - 1;
        }
        return sums;
    }

    /** What a day's weight is multiplied by with each day that follows. */
    static double decay(double span) {
        if (!(span >= 1 && span < Double.POSITIVE_INFINITY)) {
            throw AppException.invalid("span", span, "1 or more days");
        }
        return 1 - 2 / (span + 1);
    }

    /** Mean of each asset's known returns, not annualised; NaN when it has none. */
    static double[] ofKnown(ReturnTable table) {
        double[] sums = new double[table.assets()];
        int[] counts = new int[table.assets()];
        for (double[] row : table.rows()) {
            for (int asset = 0; asset < row.length; asset++) {
                boolean known = !Double.isNaN(row[asset]);
                sums[asset] += known ? row[asset] : 0;
                counts[asset] += known ? 1 : 0;
            }
        }
        for (int asset = 0; asset < sums.length; asset++) {
            sums[asset] /= counts[asset];
        }
        return sums;
    }
}
