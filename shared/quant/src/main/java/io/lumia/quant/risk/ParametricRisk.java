package io.lumia.quant.risk;

import io.lumia.kernel.AppException;
import java.util.Arrays;

/**
 * Value at risk and tail mean from a few moments of the returns, as positive losses.
 *
 * <p>z is the standard normal quantile of the confidence level, m the mean and s the deviation (n - 1) of a period's return.
 * A series of one return has NaN.
 */
public final class ParametricRisk {

    /** Returns whose mean square starts the exponentially weighted variance. */
    public static final int SEED_RETURNS = 30;

    private ParametricRisk() {}

    /** z s - m, as if returns were normal. */
    public static double normalVar(ReturnSeries series, Confidence confidence) {
        return normalVar(series, confidence, 1);
    }

    /**
     * z s √periods - m periods: over several periods, as if returns were normal and independent.
     *
     * @param periods one or more, 10 for two weeks of daily returns
     */
    public static double normalVar(ReturnSeries series, Confidence confidence, int periods) {
        if (periods < 1) {
            throw AppException.invalid("periods", periods, "one or more");
        }
        return confidence.normalQuantile() * series.deviation() * Math.sqrt(periods) - series.mean() * periods;
    }

    /** s φ(z) / (1 - level) - m: the mean of a normal distribution's losses beyond {@link #normalVar}. */
    public static double normalCvar(ReturnSeries series, Confidence confidence) {
        return series.deviation() * confidence.normalDensity() / confidence.tail() - series.mean();
    }

    /**
     * Normal, with the quantile moved by skewness S and excess kurtosis K (both biased): with q = -z,
     * -(m + s (q + (q² - 1) S/6 + (q³ - 3q) K/24 - (2q³ - 5q) S²/36)) (E. Cornish, R. Fisher, "Moments and Cumulants in the
     * Specification of Distributions", 1938; J. Zangari, RiskMetrics Monitor 1996). Far from a normal distribution the
     * expansion is no quantile of anything: with S near 2 the 95 % value can lie below the normal one.
     * NaN for a constant series.
     */
    public static double cornishFisherVar(ReturnSeries series, Confidence confidence) {
        double q = -confidence.normalQuantile();
        double skewness = series.skewness();
        double adjusted = q
                + (q * q - 1) * skewness / 6
                + (q * q * q - 3 * q) * series.excessKurtosis() / 24
                - (2 * q * q * q - 5 * q) * skewness * skewness / 36;
        return -(series.mean() + adjusted * series.deviation());
    }

    /**
     * z √v with v ← lambda v + (1 - lambda) r² over all returns and mean zero, so that recent days count most (J. P. Morgan,
     * RiskMetrics Technical Document, 1996). v starts as the
     * variance (n) of the first {@link #SEED_RETURNS} returns, which then take part again.
     *
     * @param lambda above 0 and below 1; RiskMetrics uses 0.94 for daily returns
     */
    public static double exponentialVar(ReturnSeries series, Confidence confidence, double lambda) {
        if (!(lambda > 0 && lambda < 1)) {
            throw AppException.invalid("lambda", lambda, "above 0 and below 1, such as 0.94");
        }
        double variance = seedVariance(series);
        for (int i = 0; i < series.size(); i++) {
            variance = lambda * variance + (1 - lambda) * series.at(i) * series.at(i);
        }
        return confidence.normalQuantile() * Math.sqrt(variance);
    }

    private static double seedVariance(ReturnSeries series) {
        if (series.size() < SEED_RETURNS) {
            throw AppException.invalid(
                    "number of returns", series.size(), SEED_RETURNS + " or more, for the first variance");
        }
        double[] first = Arrays.copyOf(series.toArray(), SEED_RETURNS);
        double deviation = ReturnSeries.of(first).deviation();
        return deviation * deviation * (SEED_RETURNS - 1) / SEED_RETURNS;
    }
}
