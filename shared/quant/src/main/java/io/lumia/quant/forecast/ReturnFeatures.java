package io.lumia.quant.forecast;

import io.lumia.kernel.AppException;
import io.lumia.quant.risk.ReturnSeries;

/**
 * What the close of day t tells of daily simple returns: r[t], the sums of the last 5 and 20 returns, and their standard
 * deviation (n - 1) over 20 days, not annualised. All are fractions, 0.01 for 1 %. The target is r[t+1]. Rows are those of the series.
 */
public final class ReturnFeatures {

    public static final int WEEK = 5;
    public static final int MONTH = 20;

    /** Days from a row to its target. */
    public static final int HORIZON = 1;

    /** The first row with a month behind it. */
    public static final int FIRST_ROW = MONTH - 1;

    private static final int FEWEST_RETURNS = MONTH + HORIZON;

    private ReturnFeatures() {}

    /** Fails with INVALID_INPUT for fewer than 21 returns: the first row would have no target. */
    public static ForecastRows of(ReturnSeries returns) {
        if (returns.size() < FEWEST_RETURNS) {
            throw AppException.invalid("number of returns", returns.size(), FEWEST_RETURNS + " or more");
        }
        double[][] features = new double[returns.size()][];
        double[] targets = new double[returns.size()];
        for (int row = 0; row < targets.length; row++) {
            features[row] = row < FIRST_ROW ? new double[0] : at(row, returns);
            targets[row] = row + HORIZON < targets.length ? returns.at(row + HORIZON) : Double.NaN;
        }
        return ForecastRows.of(features, targets, FIRST_ROW, HORIZON);
    }

    private static double[] at(int row, ReturnSeries returns) {
        double month = sum(row, MONTH, returns);
        return new double[] {
            returns.at(row), sum(row, WEEK, returns), month, deviation(row, month / MONTH, returns),
        };
    }

    private static double sum(int row, int days, ReturnSeries returns) {
        double sum = 0;
        for (int day = row - days + 1; day <= row; day++) {
            sum += returns.at(day);
        }
        return sum;
    }

    private static double deviation(int row, double mean, ReturnSeries returns) {
        double squares = 0;
        for (int day = row - MONTH + 1; day <= row; day++) {
            double difference = returns.at(day) - mean;
            squares += difference * difference;
        }
        return Math.sqrt(squares / (MONTH - 1));
    }
}
