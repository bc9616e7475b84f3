package io.lumia.quant.cardinality;

import io.lumia.quant.linear.SymmetricMatrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Seeded means and covariances, kind and unkind ones. */
final class RandomMarkets {

    /** What makes a covariance hard. */
    enum Kind {
        /** One market factor and as much noise. */
        PLAIN,
        /** All correlations near 0.99. */
        ALIKE,
        /** Fewer days than assets. */
        SINGULAR,
        /** Every second asset is a copy of the one before. */
        TWINS,
        /** A few assets without any risk. */
        RISKLESS
    }

    private final RandomGenerator random;

    RandomMarkets(RandomGenerator random) {
        this.random = random;
    }

    FewAssetsProblem problem(Kind kind, int assets, Holding holding) {
        double[] returns = new double[assets];
        Arrays.setAll(returns, i -> 0.08 + 0.05 * random.nextGaussian());
        double riskAversion = Math.exp(4 * random.nextDouble());
        return new FewAssetsProblem(returns, covariance(kind, assets), riskAversion, holding);
    }

    private SymmetricMatrix covariance(Kind kind, int assets) {
        int days = kind == Kind.SINGULAR ? assets / 2 : 3 * assets;
        double noise = kind == Kind.ALIKE ? 0.02 : 0.2;
        double[][] loadings = new double[assets][days];
        double[] market = random.doubles(days).map(u -> 0.7 * (u - 0.5)).toArray();
        for (int i = 0; i < assets; i++) {
            double riskless = kind == Kind.RISKLESS && i % 4 == 0 ? 0 : 1;
            for (int day = 0; day < days; day++) {
                loadings[i][day] = riskless * (market[day] + noise * random.nextGaussian());
            }
            loadings[i] = kind == Kind.TWINS && i % 2 == 1 ? loadings[i - 1] : loadings[i];
        }
        return products(loadings, days);
    }

    private static SymmetricMatrix products(double[][] loadings, int days) {
        double[][] covariance = new double[loadings.length][loadings.length];
        for (int i = 0; i < loadings.length; i++) {
            for (int j = 0; j < loadings.length; j++) {
                for (int day = 0; day < days; day++) {
                    covariance[i][j] += loadings[i][day] * loadings[j][day] / days;
                }
            }
        }
        return SymmetricMatrix.of(covariance);
    }
}
