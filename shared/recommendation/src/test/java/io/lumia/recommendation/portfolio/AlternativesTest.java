package io.lumia.recommendation.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.optimise.Limits;
import io.lumia.quant.optimise.Objective;
import io.lumia.quant.optimise.OptimisationResult.Solved;
import io.lumia.quant.optimise.Optimiser;
import io.lumia.quant.optimise.PortfolioProblem;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the multiplier of a bound at zero is how far an expected return is from its threshold. */
class AlternativesTest {

    private static final int ASSETS = 8;
    private static final double STEP = 1e-4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void turnsExactlyAtTheThreshold(long seed) {
        PortfolioProblem problem = problem(seed);
        Objective objective = new Objective.EfficientRisk(0.26);
        for (int asset = 0; asset < ASSETS; asset++) {
            PortfolioProblem without = Alternatives.without(problem, asset);
            double threshold = Alternatives.threshold(without, asset, problem.expectedReturns()[asset], objective)
                    .orElseThrow();

            assertThat(weight(problem, asset, threshold - STEP, objective)).isCloseTo(0, within(1e-9));
            assertThat(weight(problem, asset, threshold + STEP, objective)).isGreaterThan(1e-6);
        }
    }

    private static double weight(PortfolioProblem problem, int asset, double expected, Objective objective) {
        double[] returns = problem.expectedReturns().clone();
        returns[asset] = expected;
        PortfolioProblem other = new PortfolioProblem(
                problem.assets(), returns, problem.covariance(), problem.limits(), problem.trading());
        return ((Solved) Optimiser.optimise(other, objective)).weights()[asset];
    }

    private static PortfolioProblem problem(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] factors = new double[ASSETS][3];
        double[] returns = new double[ASSETS];
        for (int i = 0; i < ASSETS; i++) {
            returns[i] = 0.02 + 0.1 * random.nextDouble();
            for (int f = 0; f < 3; f++) {
                factors[i][f] = 0.2 * random.nextDouble();
            }
        }
        double[][] covariance = new double[ASSETS][ASSETS];
        for (int i = 0; i < ASSETS; i++) {
            for (int j = 0; j < ASSETS; j++) {
                for (int f = 0; f < 3; f++) {
                    covariance[i][j] += factors[i][f] * factors[j][f];
                }
            }
            covariance[i][i] += 0.01;
        }
        List<String> names = java.util.stream.IntStream.range(0, ASSETS)
                .mapToObj(i -> "A" + i)
                .toList();
        return PortfolioProblem.of(names, returns, SymmetricMatrix.of(covariance))
                .with(Limits.between(ASSETS, 0, 0.4));
    }
}
