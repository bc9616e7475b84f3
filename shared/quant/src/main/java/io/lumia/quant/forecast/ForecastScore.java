package io.lumia.quant.forecast;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.Loops;
import java.util.Arrays;

/**
 * How good forecasts were on rows that their model had not seen. With p the forecasts, y the targets and n their number:
 *
 * @param count                  n
 * @param meanSquaredError       Σ (y − p)² / n, in the square of the targets' unit
 * @param r2VsZero               1 − Σ (y − p)² / Σ y²: against forecasting no return at all (S. Gu, B. Kelly and D. Xiu, "Empirical
 *                               Asset Pricing via Machine Learning", Review of Financial Studies 33, 2020); NaN where all y are 0
 * @param r2VsExpandingMean      1 − Σ (y − p)² / Σ (y − m)², m being {@link WalkForward#expandingMean} (J. Campbell and S. Thompson,
 *                               "Predicting Excess Stock Returns Out of Sample", Review of Financial Studies 21, 2008); NaN where
 *                               all y are as m
 * @param hitRate                part of the forecasts with the sign of their target, 0 to 1; a forecast or target of zero has no
 *                               sign and is no hit, but counts in n
 * @param informationCoefficient Pearson correlation of p and y over all rows, −1 to 1; NaN where one of them is constant
 */
public record ForecastScore(
        int count,
        double meanSquaredError,
        double r2VsZero,
        double r2VsExpandingMean,
        double hitRate,
        double informationCoefficient) {

    /** Fails with INVALID_INPUT where there is no forecast, or where the mean is not of the same rows. */
    public static ForecastScore of(Forecasts forecasts, Forecasts expandingMean) {
        requireSameRows(forecasts, expandingMean);
        double[] predictions = forecasts.predictions();
        double[] targets = forecasts.targets();
        double error = meanSquare(predictions, targets);
        double noise = Spread.NOISE * Loops.largest(targets);
        return new ForecastScore(
                targets.length,
                error,
                rSquared(error, meanSquare(new double[targets.length], targets), noise),
                rSquared(error, meanSquare(expandingMean.predictions(), targets), noise),
                hitRate(predictions, targets),
                correlation(predictions, targets));
    }

    private static void requireSameRows(Forecasts forecasts, Forecasts mean) {
        int count = forecasts.targets().length;
        if (count == 0 || forecasts.predictions().length != count) {
            throw AppException.invalid(
                    "number of forecasts", forecasts.predictions().length, "one or more, as many as targets");
        }
        boolean same = mean.firstRow() == forecasts.firstRow()
                && mean.predictions().length == count
                && Arrays.equals(mean.targets(), forecasts.targets());
        if (!same) {
            throw AppException.invalid(
                    "rows of the expanding mean",
                    "%d from row %d".formatted(mean.predictions().length, mean.firstRow()),
                    "%d from row %d, with the same targets".formatted(count, forecasts.firstRow()));
        }
    }

    private static double meanSquare(double[] predictions, double[] targets) {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            double error = targets[i] - predictions[i];
            sum += error * error;
        }
        return sum / targets.length;
    }

    /** A benchmark whose errors are rounding cannot be divided by. */
    private static double rSquared(double error, double benchmark, double noise) {
        return Math.sqrt(benchmark) > noise ? 1 - error / benchmark : Double.NaN;
    }

    private static double hitRate(double[] predictions, double[] targets) {
        int hits = 0;
        for (int i = 0; i < targets.length; i++) {
            boolean hit = targets[i] != 0 && Math.signum(predictions[i]) == Math.signum(targets[i]);
            hits += hit ? 1 : 0;
        }
        return (double) hits / targets.length;
    }

    private static double correlation(double[] predictions, double[] targets) {
        Spread predicted = Spread.of(predictions);
        Spread came = Spread.of(targets);
        return predicted.deviation() > 0 && came.deviation() > 0
                ? Loops.dot(predicted.standardised(predictions), came.standardised(targets)) / targets.length
                : Double.NaN;
    }
}
