package io.lumia.quant.moments;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.moments.CovarianceEstimate.Treatment;

/**
 * The covariance of assets with different histories: each pair over the days on which both have a return, means over those
 * days, one degree of freedom less than days (pandas' {@code DataFrame.cov}), times the periods of a year. Entries of
 * different days need not fit together; where the whole is indefinite it is repaired, and the result says so.
 */
public final class PairwiseCovariance {

    public static final int FEWEST_COMMON_DAYS = 2;

    private PairwiseCovariance() {}

    /**
     * Estimates, and repairs where it must.
     *
     * @param minimumCommonDays a pair with fewer is refused by name, as its entry would be a guess; two or more
     */
    public static CovarianceEstimate of(ReturnTable table, int minimumCommonDays, double periodsPerYear) {
        Periods.requirePositive(periodsPerYear);
        if (minimumCommonDays < FEWEST_COMMON_DAYS) {
            throw AppException.invalid("minimumCommonDays", minimumCommonDays, FEWEST_COMMON_DAYS + " or more");
        }
        SymmetricMatrix commonDays = commonDays(table);
        requireCommonDays(commonDays, minimumCommonDays);
        SpectralRepair repaired = SpectralRepair.of(asMeasured(table, commonDays, periodsPerYear));
        return new CovarianceEstimate(repaired.matrix(), new Treatment.Pairwise(commonDays, repaired.repair()));
    }

    /** How many days each pair has in common; on the diagonal, how many returns an asset has. */
    public static SymmetricMatrix commonDays(ReturnTable table) {
        return Covariances.scaled(CrossProducts.lowerTriangle(known(table), table.assets()), 1);
    }

    private static void requireCommonDays(SymmetricMatrix commonDays, int minimum) {
        for (int row = 0; row < commonDays.order(); row++) {
            for (int column = 0; column <= row; column++) {
                if (commonDays.at(row, column) < minimum) {
                    throw AppException.invalid(
                            "common days of assets %d and %d".formatted(column, row),
                            (int) commonDays.at(row, column),
                            minimum + " or more");
                }
            }
        }
    }

    /**
     * Returns are taken relative to their asset's mean over all its days, so that the sums below stay small. Σxy - ΣxΣy/n
     * then loses no digits that matter.
     */
    private static SymmetricMatrix asMeasured(ReturnTable table, SymmetricMatrix commonDays, double periodsPerYear) {
        double[][] known = known(table);
        double[][] deviations = knownDeviations(table);
        double[][] covariance = CrossProducts.lowerTriangle(deviations, table.assets());
        double[][] sums = CrossProducts.of(deviations, known, table.assets());
        for (int row = 0; row < covariance.length; row++) {
            for (int column = 0; column <= row; column++) {
                double days = commonDays.at(row, column);
                double product = sums[row][column] * sums[column][row] / days;
                covariance[row][column] = (covariance[row][column] - product) / (days - 1);
            }
        }
        return Covariances.scaled(covariance, periodsPerYear);
    }

    /** One where a return is known, else zero. */
    private static double[][] known(ReturnTable table) {
        double[][] known = new double[table.days()][table.assets()];
        for (int day = 0; day < known.length; day++) {
            for (int asset = 0; asset < known[day].length; asset++) {
                known[day][asset] = Double.isNaN(table.at(day, asset)) ? 0 : 1;
            }
        }
        return known;
    }

    /** Zero where no return is known, which adds nothing to a sum of products. */
    private static double[][] knownDeviations(ReturnTable table) {
        double[] means = MeanReturns.ofKnown(table);
        double[][] deviations = new double[table.days()][table.assets()];
        for (int day = 0; day < deviations.length; day++) {
            for (int asset = 0; asset < means.length; asset++) {
                double value = table.at(day, asset);
                deviations[day][asset] = Double.isNaN(value) ? 0 : value - means[asset];
            }
        }
        return deviations;
    }
}
