package io.lumia.quant.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.optimise.OptimisationResult.AttainableRange;
import io.lumia.quant.optimise.OptimisationResult.Infeasible;
import io.lumia.quant.optimise.OptimisationResult.Solved;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Small cases that can be checked by hand, and the edges. */
class OptimiserTest {

    /** Two unrelated assets of 20 % and 40 % volatility. */
    private static final PortfolioProblem TWO = problem(new double[][] {{0.04, 0}, {0, 0.16}}, 0.1, 0.2);

    private static PortfolioProblem problem(double[][] covariance, double... returns) {
        return PortfolioProblem.of(RandomProblems.names(returns.length), returns, SymmetricMatrix.of(covariance));
    }

    private static Solved solved(PortfolioProblem problem, Objective objective) {
        OptimisationResult result = Optimiser.optimise(problem, objective);
        assertThat(result).isInstanceOf(Solved.class);
        return (Solved) result;
    }

    private static Infeasible infeasible(PortfolioProblem problem, Objective objective) {
        OptimisationResult result = Optimiser.optimise(problem, objective);
        assertThat(result).isInstanceOf(Infeasible.class);
        return (Infeasible) result;
    }

    @Test
    void weighsTwoUnrelatedAssetsAsByHand() {
        // Variances 4 : 16 give weights 16 : 4; returns over variances 2.5 : 1.25 give 2 : 1.
        assertThat(solved(TWO, new Objective.MinVariance()).weights())
                .containsExactly(new double[] {0.8, 0.2}, within(1e-15));
        assertThat(solved(TWO, new Objective.MaxSharpe(0)).weights())
                .containsExactly(new double[] {2.0 / 3, 1.0 / 3}, within(1e-14));
        assertThat(solved(TWO, new Objective.RiskParity()).weights())
                .containsExactly(new double[] {2.0 / 3, 1.0 / 3}, within(1e-14));
        assertThat(solved(TWO, new Objective.MaxDiversification()).weights())
                .containsExactly(new double[] {2.0 / 3, 1.0 / 3}, within(1e-14));
        assertThat(solved(TWO, new Objective.EqualWeight()).weights()).containsExactly(0.5, 0.5);
    }

    @Test
    void givesOneAssetEverything() {
        PortfolioProblem one = problem(new double[][] {{0.09}}, 0.1);

        for (Objective objective : List.of(
                new Objective.MinVariance(),
                new Objective.MaxSharpe(0.02),
                new Objective.MeanVarianceUtility(2),
                new Objective.EfficientReturn(0.05),
                new Objective.EfficientRisk(0.4),
                new Objective.RiskParity(),
                new Objective.Hierarchical(),
                new Objective.MaxDiversification(),
                new Objective.EqualWeight(),
                new Objective.MinConditionalValueAtRisk(
                        new double[][] {{0.01}, {-0.02}, {0.03}}, 0.9, Double.NEGATIVE_INFINITY))) {
            assertThat(solved(one, objective).weights())
                    .as(objective.toString())
                    .containsExactly(1.0);
        }
    }

    @Test
    void takesAConstantSeriesForAnAssetWithoutRisk() {
        PortfolioProblem constant = problem(new double[][] {{0.04, 0}, {0, 0}}, 0.1, 0.02);

        assertThat(solved(constant, new Objective.MinVariance()).weights())
                .containsExactly(new double[] {0, 1}, within(1e-15));
        assertThat(infeasible(constant, new Objective.MaxSharpe(0)).conflicts())
                .containsExactly(new Limit(Limit.Kind.POSITIVE_VOLATILITY, "volatility", 0));
        // Over its own return the ratio is that of the other asset, however much of it is held.
        assertThat(solved(constant, new Objective.EfficientRisk(0.1)).weights())
                .containsExactly(new double[] {0.5, 0.5}, within(1e-12));
        for (Objective objective : List.of(new Objective.RiskParity(), new Objective.Hierarchical())) {
            assertThatThrownBy(() -> Optimiser.optimise(constant, objective))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("variance of A1 (asset 1)");
        }
    }

    @Test
    void refusesNaNWithTheAssetsName() {
        assertThatThrownBy(() -> problem(new double[][] {{0.04, 0}, {0, 0.1}}, 0.1, Double.NaN))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("expected return of A1 (asset 1) is 'NaN'");
        assertThatThrownBy(() -> Optimiser.optimise(
                        TWO,
                        new Objective.MinConditionalValueAtRisk(
                                new double[][] {{0.1, 0.2}, {Double.NaN, 0.1}}, 0.5, Double.NEGATIVE_INFINITY)))
                .hasMessageContaining("return of A0 in scenario 1 is 'NaN'");
    }

    @Test
    void splitsAWeightEquallyAmongIdenticalAssets() {
        PortfolioProblem twins =
                problem(new double[][] {{0.04, 0.04, 0.01}, {0.04, 0.04, 0.01}, {0.01, 0.01, 0.09}}, 0.1, 0.1, 0.1);

        for (Objective objective : List.of(
                new Objective.MinVariance(), new Objective.MaxSharpe(0), new Objective.MeanVarianceUtility(3))) {
            double[] weights = solved(twins, objective).weights();
            assertThat(weights[0])
                    .as(objective.toString())
                    .isCloseTo(weights[1], within(1e-10))
                    .isPositive();
        }
    }

    @Test
    void namesTheLimitsThatConflictAndWhatIsAttainable() {
        PortfolioProblem problem = TWO.with(Limits.between(2, 0, 0.7)
                .withGroup(new GroupLimit("tech", List.of(0), 0.6, 1))
                .withGroup(new GroupLimit("energy", List.of(1), 0.5, 1)));

        Infeasible answer = infeasible(problem, new Objective.MinVariance());

        assertThat(answer.conflicts())
                .containsExactlyInAnyOrder(
                        new Limit(Limit.Kind.BUDGET, "all weights", 1),
                        new Limit(Limit.Kind.GROUP_MINIMUM, "tech", 0.6),
                        new Limit(Limit.Kind.GROUP_MINIMUM, "energy", 0.5));
        assertThat(answer.attainable()).contains(new AttainableRange("all weights", 1.1, 1.4));
        assertThat(answer.reason()).contains("sum of group tech ≥ 0.6").contains("all weights can be 1.1 to 1.4");
    }

    @Test
    void namesCrossedBoundsATooLowRiskAndATooSmallTurnover() {
        Limits crossed = new Limits(new double[] {0.5, 0}, new double[] {0.4, 1}, 1, List.of());
        assertThat(infeasible(TWO.with(crossed), new Objective.MinVariance()).conflicts())
                .extracting(Limit::subject)
                .containsExactly("A0", "A0");

        Infeasible calm = infeasible(TWO, new Objective.EfficientRisk(0.1));
        assertThat(calm.attainable().getFirst().minimum()).isCloseTo(Math.sqrt(0.032), within(1e-12));
        assertThat(calm.attainable().getFirst().maximum()).isCloseTo(0.4, within(1e-12));

        PortfolioProblem held = TWO.with(Trading.from(new double[] {1, 0}).withMaximalTurnover(0.5))
                .with(Limits.between(2, 0, 0.6));
        Infeasible stuck = infeasible(held, new Objective.MaxSharpe(0));
        assertThat(stuck.conflicts()).extracting(Limit::kind).contains(Limit.Kind.MAXIMAL_TURNOVER);
        assertThat(stuck.attainable()).anySatisfy(range -> {
            assertThat(range.subject()).isEqualTo("turnover");
            assertThat(range.minimum()).isCloseTo(0.8, within(1e-12));
        });
    }

    @Test
    void prescribedWeightsAreNotBent() {
        Infeasible answer = infeasible(TWO.with(Limits.between(2, 0, 0.6)), new Objective.RiskParity());

        assertThat(answer.conflicts()).containsExactly(new Limit(Limit.Kind.UPPER_BOUND, "A0", 0.6));
        assertThat(answer.attainable().getFirst().maximum()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void doesNotTradeWhereTheCostExceedsTheGain() {
        // At 0.7 the marginal utility of shifting is γ(0.16·0.3 − 0.04·0.7) + 0.1 − 0.2 = −0.08 for γ = 1: below twice
        // the cost.
        PortfolioProblem held = TWO.with(Trading.from(new double[] {0.7, 0.3}).withLinearCost(0.05));

        assertThat(solved(held, new Objective.MeanVarianceUtility(1)).weights()).containsExactly(0.7, 0.3);
        assertThat(solved(held.with(Trading.from(new double[] {0.7, 0.3})), new Objective.MeanVarianceUtility(1))
                        .weights()[1])
                .isGreaterThan(0.6);
    }

    @Test
    void quadraticCostGivesWhatCalculusSays() {
        PortfolioProblem held = TWO.with(Trading.from(new double[] {1, 0}).withQuadraticCost(0.1));

        Solved answer = solved(held, new Objective.MeanVarianceUtility(2));

        // With b bought: d/db of 0.1(1-b) + 0.2b − 0.04(1-b)² − 0.16b² − 2·0.1b² is 0.1 + 0.08(1-b) − 0.32b − 0.4b.
        assertThat(answer.weights()[1]).isCloseTo(0.18 / 0.8, within(1e-14));
        assertThat(answer.tradingCost()).isCloseTo(0.2 * 0.225 * 0.225, within(1e-14));
    }

    @Test
    void aTargetReturnIsNetOfQuadraticCost() {
        PortfolioProblem held = TWO.with(Trading.from(new double[] {1, 0}).withQuadraticCost(0.1));

        // With b bought the net return is 0.1 + 0.1b − 0.2b²: 0.11232 at b = 0.22, and at most 0.1125, at b = 0.25.
        // Least
        // variance alone buys 0.2, which returns 0.112.
        Solved answer = solved(held, new Objective.EfficientReturn(0.11232));
        Solved easy = solved(held, new Objective.EfficientReturn(0.111));
        Infeasible refused = infeasible(held, new Objective.EfficientReturn(0.12));

        assertThat(answer.weights()).containsExactly(new double[] {0.78, 0.22}, within(1e-9));
        assertThat(answer.expectedReturn() - answer.tradingCost()).isCloseTo(0.11232, within(1e-12));
        assertThat(easy.weights()).containsExactly(new double[] {0.8, 0.2}, within(1e-12));
        assertThat(refused.conflicts()).containsExactly(new Limit(Limit.Kind.MINIMAL_RETURN, "expected return", 0.12));
        assertThat(refused.attainable().getFirst().maximum()).isCloseTo(0.1125, within(1e-12));
    }

    @Test
    void namesARangeWhereSeveralConflictsMeet() {
        PortfolioProblem problem = TWO.with(Limits.between(2, 0, 0.7)
                .withGroup(new GroupLimit("tech", List.of(0), 0.8, 1))
                .withGroup(new GroupLimit("energy", List.of(1), 0.9, 1)));

        Infeasible answer = infeasible(problem, new Objective.MinVariance());

        assertThat(answer.conflicts()).isNotEmpty();
        assertThat(answer.attainable()).isNotEmpty().allSatisfy(range -> assertThat(range.maximum())
                .isLessThan(Double.POSITIVE_INFINITY));
    }

    @Test
    void costsInASharpeRatioCountAgainstTheReturn() {
        Random random = new Random(3);
        RandomProblems problems = new RandomProblems(random);
        double[] holdings = problems.weights(12);
        PortfolioProblem problem = problems.problem(12)
                .with(Trading.from(holdings).withLinearCost(0.01).withQuadraticCost(0.02));

        Solved best = solved(problem, new Objective.MaxSharpe(0.01));

        for (int k = 0; k < 2_000; k++) {
            double[] other = problems.weights(12);
            double mix = random.nextDouble();
            Arrays.setAll(other, i -> mix * other[i] + (1 - mix) * best.weights()[i]);
            double net = -0.01 - problem.trading().costOf(other);
            for (int i = 0; i < other.length; i++) {
                net += other[i] * problem.expectedReturns()[i];
            }
            assertThat(net / Math.sqrt(problem.covariance().quadraticForm(other)))
                    .isLessThanOrEqualTo(best.objective() + 1e-12);
        }
    }

    @Test
    void costsAreRefusedWhereNoReturnIsWeighed() {
        PortfolioProblem costly = TWO.with(Trading.free(2).withLinearCost(0.01));

        for (Objective objective :
                List.of(new Objective.MinVariance(), new Objective.RiskParity(), new Objective.MaxDiversification())) {
            assertThatThrownBy(() -> Optimiser.optimise(costly, objective)).hasMessageContaining("trading cost with");
        }
    }

    @Test
    void frontierRunsFromLeastVarianceToGreatestReturn() {
        List<OptimisationResult> frontier = Optimiser.frontier(TWO, 5);

        assertThat(frontier).hasSize(5).allMatch(Solved.class::isInstance);
        assertThat(((Solved) frontier.getFirst()).weights()).containsExactly(new double[] {0.8, 0.2}, within(1e-12));
        assertThat(((Solved) frontier.getLast()).weights()).containsExactly(new double[] {0, 1}, within(1e-12));
        assertThat(((Solved) frontier.get(2)).expectedReturn()).isCloseTo(0.16, within(1e-12));
        assertThat(Optimiser.frontier(TWO.with(Limits.between(2, 0, 0.4)), 3))
                .singleElement()
                .isInstanceOf(Infeasible.class);
    }

    @Test
    void multipliersAreTheObjectivesSlope() {
        Random random = new Random(11);
        RandomProblems problems = new RandomProblems(random);
        PortfolioProblem problem = problems.problem(10)
                .with(Limits.between(10, 0, 0.2).withGroup(new GroupLimit("G", List.of(0, 1, 2, 3, 4), 0, 0.3)));
        double change = 1e-6;
        PortfolioProblem wider = problem.with(
                Limits.between(10, 0, 0.2).withGroup(new GroupLimit("G", List.of(0, 1, 2, 3, 4), 0, 0.3 + change)));

        for (Objective objective : List.of(
                new Objective.MinVariance(),
                new Objective.MeanVarianceUtility(3),
                new Objective.MaxSharpe(0.01),
                new Objective.EfficientRisk(0.18))) {
            Solved answer = solved(problem, objective);
            double multiplier = answer.binding().stream()
                    .filter(binding -> binding.limit().kind() == Limit.Kind.GROUP_MAXIMUM)
                    .mapToDouble(OptimisationResult.BindingLimit::multiplier)
                    .sum();
            double slope = (solved(wider, objective).objective() - answer.objective()) / change;
            assertThat(multiplier)
                    .as(objective.toString())
                    .isCloseTo(slope, within(1e-4 * Math.max(1, Math.abs(slope))));
        }
    }

    @Test
    void conditionalValueAtRiskAveragesTheWorstInPart() {
        double[][] scenarios = {{-0.10}, {-0.04}, {0.02}, {0.05}};

        // The worst 37.5 % are one and a half of four scenarios: (0.10 + 0.04/2)/1.5.
        assertThat(ConditionalValueAtRisk.of(scenarios, new double[] {1}, 0.625))
                .isCloseTo(0.08, within(1e-15));
        assertThat(ConditionalValueAtRisk.of(scenarios, new double[] {1}, 0)).isCloseTo(0.0175, within(1e-15));
    }
}
