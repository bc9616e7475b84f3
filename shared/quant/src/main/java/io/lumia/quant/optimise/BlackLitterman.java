package io.lumia.quant.optimise;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.Cholesky;
import io.lumia.quant.linear.Loops;
import io.lumia.quant.linear.SymmetricMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Expected returns from a market in equilibrium and views on it (Black and Litterman 1992; formulas as in He and Litterman
 * 1999). With Σ the covariance, w the market's weights, P the views' loadings, Q what they expect and Ω the diagonal of their
 * variances:
 *
 * <pre>
 *   π = riskAversion·Σw                                  implied by the market
 *   μ = π + τΣP′(PτΣP′ + Ω)⁻¹(Q − Pπ)                    posterior mean
 *   Σ + τΣ − τΣP′(PτΣP′ + Ω)⁻¹PτΣ                        posterior covariance of returns
 * </pre>
 *
 * @param covariance of returns over the period that returns are about, usually a year
 * @param marketWeights as {@link #marketWeights} makes them; sum 1
 * @param riskAversion of the market, excess return per variance: 2.5 is customary
 * @param tau how uncertain π is, relative to Σ; 0.05 is customary
 */
public record BlackLitterman(SymmetricMatrix covariance, double[] marketWeights, double riskAversion, double tau) {

    public BlackLitterman {
        if (marketWeights.length != covariance.order()) {
            throw AppException.invalid(
                    "number of market weights", marketWeights.length, String.valueOf(covariance.order()));
        }
        Checks.requirePositive("risk aversion", riskAversion);
        Checks.requirePositive("tau", tau);
        for (int i = 0; i < marketWeights.length; i++) {
            Checks.requireFinite("market weight of asset " + i, marketWeights[i]);
        }
    }

    /**
     * An opinion on a portfolio of assets.
     *
     * @param loadings by asset: 1 for an absolute view, 1 and -1 for one asset against another
     * @param expectedReturn of that portfolio
     */
    public record View(double[] loadings, double expectedReturn, Confidence confidence) {}

    /** How sure a view is. */
    public sealed interface Confidence {

        /** The variance of the view's error is τ·p′Σp, as uncertain as the market's own opinion of it. */
        record AsTheMarket() implements Confidence {}

        /**
         * From 0 (ignored) to 1 (certain), as a part of the way to certainty (Idzorek 2005; in closed form, Walters 2014): the
         * variance is τ·p′Σp·(1 − c)/c.
         */
        record Stated(double part) implements Confidence {
            public Stated {
                if (!(part >= 0 && part <= 1)) {
                    throw AppException.invalid("confidence of a view", part, "0 to 1");
                }
            }
        }

        /** The variance itself. */
        record ErrorVariance(double variance) implements Confidence {
            public ErrorVariance {
                if (!(variance >= 0)) {
                    throw AppException.invalid("variance of a view", variance, "0 or more");
                }
            }
        }
    }

    /**
     * Mean and covariance of returns after the views.
     *
     * @param impliedReturns before them
     * @param viewVariances by view; infinity for one of no confidence
     * @param response      by view and asset: how far the mean moves when the view expects one more
     */
    public record Posterior(
            double[] impliedReturns,
            double[] expectedReturns,
            SymmetricMatrix covariance,
            double[] viewVariances,
            double[][] response) {}

    /** Values of companies as parts of their sum. */
    public static double[] marketWeights(double[] capitalisations) {
        double sum = Loops.sum(capitalisations);
        double[] weights = capitalisations.clone();
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0) || !(sum > 0) || Double.isInfinite(sum)) {
                throw AppException.invalid(
                        "capitalisation of asset " + i, weights[i], "0 or more, with a positive sum");
            }
            weights[i] /= sum;
        }
        return weights;
    }

    public double[] impliedReturns() {
        double[] implied = covariance.times(marketWeights);
        Arrays.setAll(implied, i -> riskAversion * implied[i]);
        return implied;
    }

    /** Without views the mean stays as implied. Fails where two certain views are about the same portfolio. */
    public Posterior posterior(List<View> views) {
        double[] implied = impliedReturns();
        double[] variances = new double[views.size()];
        List<View> counted = new ArrayList<>();
        List<Double> countedVariances = new ArrayList<>();
        for (int k = 0; k < variances.length; k++) {
            variances[k] = variance(k, views.get(k));
            if (Double.isFinite(variances[k])) {
                counted.add(views.get(k));
                countedVariances.add(variances[k]);
            }
        }
        Update update = new Update(counted, countedVariances, implied);
        return new Posterior(
                implied, update.mean(), update.covariance(), variances, response(variances, update.solved));
    }

    /** Of all views: one of no confidence moves nothing. */
    private double[][] response(double[] variances, double[][] counted) {
        double[][] response = new double[variances.length][covariance.order()];
        for (int k = 0, next = 0; k < variances.length; k++) {
            if (Double.isFinite(variances[k])) {
                response[k] = counted[next++];
            }
        }
        return response;
    }

    private double variance(int index, View view) {
        if (view.loadings().length != covariance.order()) {
            throw AppException.invalid(
                    "loadings of view " + index, view.loadings().length, String.valueOf(covariance.order()));
        }
        if (!Double.isFinite(Loops.sum(view.loadings()) + view.expectedReturn())) {
            throw AppException.invalid("view " + index, "not finite", "finite loadings and return");
        }
        double own = tau * covariance.quadraticForm(view.loadings());
        return switch (view.confidence()) {
            case Confidence.AsTheMarket _ -> own;
            case Confidence.Stated stated ->
                stated.part() == 0 ? Double.POSITIVE_INFINITY : own * (1 - stated.part()) / stated.part();
            case Confidence.ErrorVariance given -> given.variance();
        };
    }

    /** The two formulas, through τΣP′, one row per view. */
    private final class Update {

        private final double[] implied;
        private final double[][] images;
        private final double[] surprises;
        private final double[][] solved;

        private Update(List<View> views, List<Double> variances, double[] implied) {
            this.implied = implied;
            int count = views.size();
            this.images = new double[count][];
            this.surprises = new double[count];
            this.solved = new double[count][covariance.order()];
            double[][] inner = new double[count][count];
            for (int k = 0; k < count; k++) {
                double[] image = covariance.times(views.get(k).loadings());
                Arrays.setAll(image, i -> tau * image[i]);
                images[k] = image;
                surprises[k] =
                        views.get(k).expectedReturn() - Loops.dot(views.get(k).loadings(), implied);
            }
            for (int k = 0; k < count; k++) {
                for (int l = 0; l < count; l++) {
                    inner[k][l] = Loops.dot(views.get(k).loadings(), images[l]) + (k == l ? variances.get(k) : 0);
                }
            }
            if (count > 0) {
                solve(Cholesky.of("views", SymmetricMatrix.of(inner)));
            }
        }

        /** (PτΣP′ + Ω)⁻¹PτΣ, one column after the other. */
        private void solve(Cholesky inner) {
            for (int i = 0; i < covariance.order(); i++) {
                double[] column = new double[images.length];
                for (int k = 0; k < images.length; k++) {
                    column[k] = images[k][i];
                }
                double[] result = inner.solve(column);
                for (int k = 0; k < images.length; k++) {
                    solved[k][i] = result[k];
                }
            }
        }

        private double[] mean() {
            double[] mean = implied.clone();
            for (int k = 0; k < images.length; k++) {
                Loops.add(mean, surprises[k], solved[k], 0, mean.length);
            }
            return mean;
        }

        private SymmetricMatrix covariance() {
            int order = covariance.order();
            double[] values = covariance.rowMajor().clone();
            for (int i = 0; i < order; i++) {
                for (int j = 0; j < order; j++) {
                    double learned = 0;
                    for (int k = 0; k < images.length; k++) {
                        learned += images[k][i] * solved[k][j];
                    }
                    values[i * order + j] += tau * covariance.at(i, j) - learned;
                }
            }
            return SymmetricMatrix.ofRowMajor(order, values);
        }
    }
}
