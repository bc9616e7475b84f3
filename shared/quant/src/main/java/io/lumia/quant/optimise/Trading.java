package io.lumia.quant.optimise;

import io.lumia.kernel.AppException;
import java.util.Arrays;

/**
 * Present holdings, and what changing them costs and may amount to.
 *
 * @param holdings present weights
 * @param linearCost part of a traded weight that is lost, per asset: 0.001 is 10 basis points
 * @param quadraticCost per asset, times the square of the traded weight: market impact
 * @param maximalTurnover limit of the sum of |new − present weight| over all assets, so that exchanging everything is 2;
 *     infinity for none
 */
public record Trading(double[] holdings, double[] linearCost, double[] quadraticCost, double maximalTurnover) {

    public Trading {
        if (linearCost.length != holdings.length || quadraticCost.length != holdings.length) {
            throw AppException.invalid("number of trading costs", linearCost.length, String.valueOf(holdings.length));
        }
        for (int i = 0; i < holdings.length; i++) {
            Checks.requireFinite("holding of asset " + i, holdings[i]);
            requireCost("linear cost of asset " + i, linearCost[i]);
            requireCost("quadratic cost of asset " + i, quadraticCost[i]);
        }
        if (!(maximalTurnover >= 0)) {
            throw AppException.invalid("maximal turnover", maximalTurnover, "0 or more");
        }
    }

    private static void requireCost(String field, double value) {
        Checks.requireFinite(field, value);
        if (value < 0) {
            throw AppException.invalid(field, value, "0 or more");
        }
    }

    /** Trades are free and without limit. */
    public static Trading free(int assets) {
        return from(new double[assets]);
    }

    /** From these weights, free and without limit until said otherwise. */
    public static Trading from(double[] holdings) {
        int assets = holdings.length;
        return new Trading(holdings, new double[assets], new double[assets], Double.POSITIVE_INFINITY);
    }

    public Trading withLinearCost(double cost) {
        double[] costs = new double[holdings.length];
        Arrays.fill(costs, cost);
        return new Trading(holdings, costs, quadraticCost, maximalTurnover);
    }

    public Trading withQuadraticCost(double cost) {
        double[] costs = new double[holdings.length];
        Arrays.fill(costs, cost);
        return new Trading(holdings, linearCost, costs, maximalTurnover);
    }

    public Trading withMaximalTurnover(double turnover) {
        return new Trading(holdings, linearCost, quadraticCost, turnover);
    }

    boolean costsSomething() {
        return hasLinearCost() || hasQuadraticCost();
    }

    boolean hasLinearCost() {
        return Arrays.stream(linearCost).anyMatch(cost -> cost > 0);
    }

    boolean hasQuadraticCost() {
        return Arrays.stream(quadraticCost).anyMatch(cost -> cost > 0);
    }

    boolean limited() {
        return Double.isFinite(maximalTurnover);
    }

    /** A year's return lost by trading to these weights, as a fraction of capital. */
    double costOf(double[] weights) {
        double cost = 0;
        for (int i = 0; i < weights.length; i++) {
            double traded = Math.abs(weights[i] - holdings[i]);
            cost += linearCost[i] * traded + quadraticCost[i] * traded * traded;
        }
        return cost;
    }

    double turnoverOf(double[] weights) {
        double turnover = 0;
        for (int i = 0; i < weights.length; i++) {
            turnover += Math.abs(weights[i] - holdings[i]);
        }
        return turnover;
    }
}
