package io.lumia.quant.moments;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.moments.CovarianceEstimate.Treatment;

/** Covariances of complete tables; one with holes is refused, naming the first. */
public final class Covariances {

    private static final int FEWEST_DAYS = 2;

    private Covariances() {}

    /** Sample covariance with days - 1 degrees of freedom, times {@code periodsPerYear}. */
    public static CovarianceEstimate sample(ReturnTable table, double periodsPerYear) {
        double scale = Periods.requirePositive(periodsPerYear) / (table.days() - 1);
        double[][] products = CrossProducts.lowerTriangle(deviations(table), table.assets());
        return new CovarianceEstimate(scaled(products, scale), new Treatment.Sample(table.days()));
    }

    /**
     * Exponentially weighted: Σ w (r - m)(s - n), m and n being the plain means over all days. A day k before the last weighs
     * (1 - a)^k with a = 2 / (span + 1), weights made to sum to one. Times {@code periodsPerYear}.
     *
     * @param span in days, one or more; 180 gives half the weight to the last 62
     */
    public static CovarianceEstimate exponential(ReturnTable table, double span, double periodsPerYear) {
        double decay = MeanReturns.decay(span);
        double[][] deviations = deviations(table);
        double weight = 1;
        double weights = 0;
        for (int day = deviations.length - 1; day >= 0; day--) {
            multiply(deviations[day], Math.sqrt(weight));
            weights += weight;
            weight *= decay;
        }
        double scale = Periods.requirePositive(periodsPerYear) / weights;
        double[][] products = CrossProducts.lowerTriangle(deviations, table.assets());
        return new CovarianceEstimate(scaled(products, scale), new Treatment.Exponential(table.days(), span));
    }

    /** Each return less its asset's mean, freshly made. */
    static double[][] deviations(ReturnTable table) {
        if (table.days() < FEWEST_DAYS) {
            throw AppException.invalid("days of returns", table.days(), FEWEST_DAYS + " or more, for a covariance");
        }
        table.requireComplete();
        double[] means = MeanReturns.ofKnown(table);
        double[][] rows = table.rows();
        double[][] deviations = new double[rows.length][means.length];
        for (int day = 0; day < rows.length; day++) {
            subtract(rows[day], means, deviations[day]);
        }
        return deviations;
    }

    private static void subtract(double[] values, double[] means, double[] result) {
        for (int i = 0; i < result.length; i++) {
            result[i] = values[i] - means[i];
        }
    }

    private static void multiply(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    /** A lower triangle times a factor, mirrored. */
    static SymmetricMatrix scaled(double[][] lower, double factor) {
        int order = lower.length;
        double[] values = new double[order * order];
        for (int row = 0; row < order; row++) {
            for (int column = 0; column <= row; column++) {
                double value = lower[row][column] * factor;
                values[row * order + column] = value;
                values[column * order + row] = value;
            }
        }
        return SymmetricMatrix.ofRowMajor(order, values);
    }
}
