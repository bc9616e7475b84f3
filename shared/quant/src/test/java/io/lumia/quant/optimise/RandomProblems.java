package io.lumia.quant.optimise;

import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.moments.Covariances;
import io.lumia.quant.moments.ReturnTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Seeded problems of any size: a market factor, a few industries, noise. */
final class RandomProblems {

    private static final double YEAR = 252;

    private final RandomGenerator random;

    RandomProblems(RandomGenerator random) {
        this.random = random;
    }

    static List<String> names(int assets) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < assets; i++) {
            names.add("A" + i);
        }
        return names;
    }

    PortfolioProblem problem(int assets) {
        return PortfolioProblem.of(names(assets), returns(assets), covariance(assets, 3 * assets + 20));
    }

    double[] returns(int assets) {
        double[] returns = new double[assets];
        Arrays.setAll(returns, i -> 0.08 + 0.1 * random.nextGaussian());
        return returns;
    }

    /** The sample covariance of so many observations, singular if they are fewer than assets. */
    SymmetricMatrix covariance(int assets, int observations) {
        return sample(scenarios(assets, observations));
    }

    /** Annualised. */
    static SymmetricMatrix sample(double[][] days) {
        return Covariances.sample(ReturnTable.of(days), YEAR).matrix();
    }

    double[][] scenarios(int assets, int observations) {
        double[] scale = new double[assets];
        Arrays.setAll(scale, i -> 0.005 + 0.02 * random.nextDouble());
        double[][] days = new double[observations][assets];
        for (double[] day : days) {
            double market = 0.008 * random.nextGaussian();
            for (int i = 0; i < assets; i++) {
                day[i] = market + scale[i] * random.nextGaussian();
            }
        }
        return days;
    }

    /** Limits that some portfolio meets: built around one. */
    Limits limitsAround(double[] inside) {
        int assets = inside.length;
        double[] lower = new double[assets];
        double[] upper = new double[assets];
        for (int i = 0; i < assets; i++) {
            lower[i] = inside[i] - 0.1 * random.nextDouble();
            upper[i] = inside[i] + (random.nextBoolean() ? 0.3 : 0.02) * random.nextDouble();
        }
        Limits limits = new Limits(lower, upper, Arrays.stream(inside).sum(), List.of());
        for (int g = 0; g < 3; g++) {
            List<Integer> members = new ArrayList<>();
            double sum = 0;
            for (int i = 0; i < assets; i++) {
                if (random.nextBoolean()) {
                    members.add(i);
                    sum += inside[i];
                }
            }
            if (!members.isEmpty()) {
                double room = 0.1 * random.nextDouble();
                limits = limits.withGroup(new GroupLimit("G" + g, members, sum - room, sum + room / 2));
            }
        }
        return limits;
    }

    /** Positive weights, sum 1. */
    double[] weights(int assets) {
        double[] weights = new double[assets];
        Arrays.setAll(weights, i -> random.nextDouble() < 0.4 ? 0 : -Math.log(1 - random.nextDouble()));
        double sum = Arrays.stream(weights).sum();
        if (sum == 0) {
            weights[0] = 1;
            return weights;
        }
        Arrays.setAll(weights, i -> weights[i] / sum);
        return weights;
    }
}
