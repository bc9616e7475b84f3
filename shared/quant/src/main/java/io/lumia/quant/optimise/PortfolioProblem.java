package io.lumia.quant.optimise;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.SymmetricMatrix;
import java.util.List;

/**
 * The assets, what is expected of them and what their weights must meet. Returns and covariances are of one period, usually
 * a year: 0.08 is 8 % a year. Arrays are taken over, not copied.
 *
 * @param assets names, for messages; in the order of everything else
 * @param expectedReturns by asset
 * @param covariance of returns, positive semidefinite; an asset may have none (a constant series)
 */
public record PortfolioProblem(
        List<String> assets, double[] expectedReturns, SymmetricMatrix covariance, Limits limits, Trading trading) {

    public PortfolioProblem {
        assets = List.copyOf(assets);
        requireCount("expected returns", expectedReturns.length, assets.size());
        requireCount("rows of the covariance", covariance.order(), assets.size());
        requireCount("bounds", limits.lower().length, assets.size());
        requireCount("holdings", trading.holdings().length, assets.size());
        for (int i = 0; i < expectedReturns.length; i++) {
            if (!Double.isFinite(expectedReturns[i])) {
                throw AppException.invalid(
                        "expected return of %s (asset %d)".formatted(assets.get(i), i),
                        expectedReturns[i],
                        "a finite number");
            }
            if (covariance.at(i, i) < 0) {
                throw AppException.invalid(
                        "variance of %s (asset %d)".formatted(assets.get(i), i), covariance.at(i, i), "0 or more");
            }
        }
    }

    private static void requireCount(String what, int count, int assets) {
        if (count != assets) {
            throw AppException.invalid("number of " + what, count, assets + ", one per asset");
        }
    }

    /** Long only, sum 1, trades free. */
    public static PortfolioProblem of(List<String> assets, double[] expectedReturns, SymmetricMatrix covariance) {
        int count = assets.size();
        if (count == 0) {
            throw AppException.invalid("number of assets", 0, "1 to " + SymmetricMatrix.MAX_ORDER);
        }
        return new PortfolioProblem(assets, expectedReturns, covariance, Limits.longOnly(count), Trading.free(count));
    }

    public PortfolioProblem with(Limits other) {
        return new PortfolioProblem(assets, expectedReturns, covariance, other, trading);
    }

    public PortfolioProblem with(Trading other) {
        return new PortfolioProblem(assets, expectedReturns, covariance, limits, other);
    }

    public int size() {
        return assets.size();
    }
}
