package io.lumia.quant.risk;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.SymmetricMatrix;

/**
 * Where a portfolio's volatility comes from: by Euler's theorem it is the sum of wᵢ (Σw)ᵢ / volatility over the assets
 * (D. Tasche, "Risk Contributions and Performance Measurement", 1999). An asset that hedges the others has a
 * contribution below zero.
 *
 * <p>Elements stand in the order of assets. For a portfolio without volatility they are NaN. The arrays are to be read only.
 *
 * @param volatility of the portfolio, over the covariance's period: the absolute contributions' sum, to the last bit
 * @param absolute wᵢ (Σw)ᵢ / volatility
 * @param relative each one's share of the volatility; they sum to one
 * @param marginal (Σw)ᵢ / volatility: what volatility grows by for a little more of the asset
 */
public record RiskContribution(double volatility, double[] absolute, double[] relative, double[] marginal) {

    /** Of the terms' sizes: a variance below this is a hedge that is perfect up to rounding. */
    private static final double ROUNDING = 1e-14;

    /**
     * Divides the volatility of a portfolio.
     *
     * @param weights fractions of the portfolio, one for each asset of the covariance
     */
    public static RiskContribution of(double[] weights, SymmetricMatrix covariance) {
        if (weights.length != covariance.order()) {
            throw AppException.invalid("weights", weights.length, covariance.order() + ", one for each asset");
        }
        requireFinite(weights);
        double[] marginal = covariance.times(weights);
        double variance = 0;
        double size = 0;
        for (int i = 0; i < weights.length; i++) {
            variance += weights[i] * marginal[i];
            size += Math.abs(weights[i] * marginal[i]);
        }
        if (variance < -ROUNDING * size) {
            throw AppException.invalid(
                    "variance of the portfolio", variance, "zero or more, as a positive semidefinite covariance gives");
        }
        double root = variance > ROUNDING * size ? Math.sqrt(variance) : Double.NaN;
        return divided(weights, marginal, root);
    }

    private static void requireFinite(double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            if (!Double.isFinite(weights[i])) {
                throw AppException.invalid("weight [" + i + "]", weights[i], "a finite number");
            }
        }
    }

    private static RiskContribution divided(double[] weights, double[] marginal, double root) {
        double[] absolute = new double[weights.length];
        double[] relative = new double[weights.length];
        double volatility = 0;
        for (int i = 0; i < weights.length; i++) {
            marginal[i] /= root;
            absolute[i] = weights[i] * marginal[i];
            volatility += absolute[i];
        }
        for (int i = 0; i < weights.length; i++) {
            relative[i] = absolute[i] / volatility;
        }
        return new RiskContribution(Double.isNaN(root) ? 0 : volatility, absolute, relative, marginal);
    }
}
