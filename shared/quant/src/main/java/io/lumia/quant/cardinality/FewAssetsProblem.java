package io.lumia.quant.cardinality;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.SymmetricMatrix;

/**
 * Minimise riskAversion · w′Σw − μ′w over portfolios of few assets. Arrays are copied; to be read only.
 *
 * @param expectedReturns μ by asset, a fraction per period, usually a year
 * @param covariance Σ of the same period, positive semidefinite to rounding
 * @param riskAversion zero or more; note that no ½ is before it
 * @param holding how many assets, and how much of each
 */
public record FewAssetsProblem(
        double[] expectedReturns, SymmetricMatrix covariance, double riskAversion, Holding holding) {

    /** A shift of the diagonal takes n³ operations dozens of times: about a second for so many. */
    public static final int MAX_ASSETS = 200;

    public FewAssetsProblem {
        expectedReturns = expectedReturns.clone();
        int assets = expectedReturns.length;
        if (assets < 1 || assets > MAX_ASSETS) {
            throw AppException.invalid("number of assets", assets, "1 to " + MAX_ASSETS);
        }
        if (covariance.order() != assets) {
            throw AppException.invalid("order of the covariance", covariance.order(), String.valueOf(assets));
        }
        if (!(riskAversion >= 0) || Double.isInfinite(riskAversion)) {
            throw AppException.invalid("risk aversion", riskAversion, "a finite number, 0 or more");
        }
        if (holding.most() > assets) {
            throw AppException.invalid(
                    "number of assets to hold", holding.most(), "1 to " + assets + ", all there are");
        }
        for (int i = 0; i < assets; i++) {
            if (!Double.isFinite(expectedReturns[i])) {
                throw AppException.invalid("expected return of asset " + i, expectedReturns[i], "a finite number");
            }
        }
    }

    public int assets() {
        return expectedReturns.length;
    }

    /** What is minimised, at some weights. */
    public double objective(double[] weights) {
        double value = riskAversion * covariance.quadraticForm(weights);
        for (int i = 0; i < weights.length; i++) {
            value -= expectedReturns[i] * weights[i];
        }
        return value;
    }
}
