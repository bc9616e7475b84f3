package io.lumia.quant.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.moments.MeanReturns;
import io.lumia.quant.moments.ReturnTable;
import io.lumia.quant.optimise.OptimisationResult.BindingLimit;
import io.lumia.quant.optimise.OptimisationResult.Infeasible;
import io.lumia.quant.optimise.OptimisationResult.Solved;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any problem, on seeded random ones of 1 to 60 assets, by code that knows nothing of the optimiser. */
class OptimiserPropertiesTest {

    private static final int POINTS = 300;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34, 60})
    void meetsLimitsAndBeatsEveryOtherPortfolioThatDoes(int assets) {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(1_000L * assets + seed);
            RandomProblems problems = new RandomProblems(random);
            double[] inside = problems.weights(assets);
            PortfolioProblem problem = problems.problem(assets).with(problems.limitsAround(inside));
            if (seed % 2 == 1) {
                double[] holdings = problems.weights(assets);
                problem = problem.with(Trading.from(holdings)
                        .withMaximalTurnover(distance(inside, holdings) * (1 + random.nextDouble())));
            }
            double[] mean = problem.expectedReturns();
            SymmetricMatrix covariance = problem.covariance();
            List<double[]> others = feasiblePoints(problem, inside, random);

            checkAll(problem, inside, others, mean, covariance);
        }
    }

    private static void checkAll(
            PortfolioProblem problem,
            double[] inside,
            List<double[]> others,
            double[] mean,
            SymmetricMatrix covariance) {
        check(problem, new Objective.MinVariance(), others, covariance::quadraticForm, 1);
        check(
                problem,
                new Objective.MeanVarianceUtility(3),
                others,
                w -> dot(mean, w) - 1.5 * covariance.quadraticForm(w),
                -1);
        double target = dot(mean, inside);
        List<double[]> rewarding =
                others.stream().filter(w -> dot(mean, w) >= target).toList();
        Solved efficient =
                check(problem, new Objective.EfficientReturn(target), rewarding, covariance::quadraticForm, 1);
        assertThat(efficient.expectedReturn()).isGreaterThanOrEqualTo(target - 1e-9);
        double risk = covariance.quadraticForm(inside);
        List<double[]> calm =
                others.stream().filter(w -> covariance.quadraticForm(w) <= risk).toList();
        Solved risky = check(problem, new Objective.EfficientRisk(Math.sqrt(risk)), calm, w -> dot(mean, w), -1);
        assertThat(risky.volatility()).isLessThanOrEqualTo(Math.sqrt(risk) * (1 + 1e-9));
        ToDoubleFunction<double[]> sharpe = w -> (dot(mean, w) - 0.01) / Math.sqrt(covariance.quadraticForm(w));
        OptimisationResult best = Optimiser.optimise(problem, new Objective.MaxSharpe(0.01));
        if (best instanceof Infeasible infeasible) {
            assertThat(infeasible.conflicts().getFirst().kind()).isEqualTo(Limit.Kind.POSITIVE_EXCESS);
            assertThat(others).allMatch(w -> dot(mean, w) <= 0.01 + 1e-9);
        } else {
            check(problem, new Objective.MaxSharpe(0.01), others, sharpe, -1);
        }
    }

    /** @param direction 1 where the objective is to be small */
    private static Solved check(
            PortfolioProblem problem,
            Objective objective,
            List<double[]> others,
            ToDoubleFunction<double[]> value,
            double direction) {
        OptimisationResult result = Optimiser.optimise(problem, objective);
        assertThat(result).as("%s of %d assets", objective, problem.size()).isInstanceOf(Solved.class);
        Solved solved = (Solved) result;
        assertThat(Faults.of(problem, solved.weights()))
                .as("%s of %d assets", objective, problem.size())
                .isEmpty();
        assertThat(solved.residual())
                .as("%s of %d assets", objective, problem.size())
                .isLessThan(1e-12);
        double own = value.applyAsDouble(solved.weights());
        assertThat(solved.objective()).isCloseTo(own, within(1e-9 * Math.max(1, Math.abs(own))));
        for (double[] other : others) {
            assertThat(direction * own).isLessThanOrEqualTo(direction * value.applyAsDouble(other) + 1e-9);
        }
        return solved;
    }

    /** A walk through portfolios that meet the limits: from one of them, along random directions of sum zero. */
    private static List<double[]> feasiblePoints(PortfolioProblem problem, double[] inside, Random random) {
        List<double[]> points = new ArrayList<>();
        points.add(inside);
        double[] at = inside;
        for (int k = 0; k < POINTS && inside.length > 1; k++) {
            double[] next = at.clone();
            int from = random.nextInt(next.length);
            int to = random.nextInt(next.length);
            double moved = 0.1 * random.nextDouble();
            next[from] -= moved;
            next[to] += moved;
            if (Faults.of(problem, next).isEmpty()) {
                points.add(next);
                at = next;
            }
        }
        return points;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20, 60})
    void multipliersExplainTheGradient(int assets) {
        RandomProblems problems = new RandomProblems(new Random(assets));
        PortfolioProblem problem = problems.problem(assets).with(problems.limitsAround(problems.weights(assets)));

        Solved solved = (Solved) Optimiser.optimise(problem, new Objective.MinVariance());

        // d(variance)/dw = 2Σw must equal what the limits' multipliers say, asset by asset (Karush, Kuhn, Tucker).
        double[] gradient = problem.covariance().times(solved.weights());
        for (int i = 0; i < assets; i++) {
            double explained = 0;
            for (BindingLimit binding : solved.binding()) {
                explained += touches(problem, binding.limit(), i) ? binding.multiplier() : 0;
            }
            assertThat(2 * gradient[i]).isCloseTo(explained, within(1e-12));
        }
        assertThat(solved.binding()).allSatisfy(binding -> {
            switch (binding.limit().kind()) {
                case LOWER_BOUND, GROUP_MINIMUM ->
                    assertThat(binding.multiplier()).isGreaterThan(-1e-12);
                case UPPER_BOUND, GROUP_MAXIMUM ->
                    assertThat(binding.multiplier()).isLessThan(1e-12);
                default -> assertThat(binding.limit().kind()).isEqualTo(Limit.Kind.BUDGET);
            }
        });
    }

    private static boolean touches(PortfolioProblem problem, Limit limit, int asset) {
        return switch (limit.kind()) {
            case BUDGET -> true;
            case LOWER_BOUND, UPPER_BOUND ->
                limit.subject().equals(problem.assets().get(asset));
            case GROUP_MINIMUM, GROUP_MAXIMUM ->
                problem.limits().groups().stream()
                        .anyMatch(group -> group.name().equals(limit.subject())
                                && group.members().contains(asset));
            default -> false;
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 25, 60})
    void anotherOrderOfTheAssetsIsTheSamePortfolio(int assets) {
        Random random = new Random(77L + assets);
        RandomProblems problems = new RandomProblems(random);
        double[][] scenarios = problems.scenarios(assets, 4 * assets);
        // Two assets are the same one, and the second problem has fewer observations than assets.
        for (double[] day : scenarios) {
            day[1] = day[0];
        }
        for (SymmetricMatrix covariance :
                List.of(RandomProblems.sample(scenarios), problems.covariance(assets, Math.max(2, assets / 2)))) {
            double[] mean = problems.returns(assets);
            mean[1] = mean[0];
            PortfolioProblem problem = PortfolioProblem.of(RandomProblems.names(assets), mean, covariance);
            int[] order = permutation(assets, random);
            PortfolioProblem permuted = permuted(problem, order);
            for (Objective objective : List.of(
                    new Objective.MinVariance(),
                    new Objective.MeanVarianceUtility(4),
                    new Objective.EfficientReturn(Arrays.stream(mean).average().orElseThrow()),
                    new Objective.MaxDiversification(),
                    new Objective.RiskParity(),
                    new Objective.EqualWeight())) {
                OptimisationResult result = Optimiser.optimise(problem, objective);
                OptimisationResult other = Optimiser.optimise(permuted, objective);
                if (result instanceof Infeasible infeasible) {
                    // Two observations of many assets leave a portfolio without risk, and no ratio has a maximum.
                    assertThat(infeasible.conflicts().getFirst().kind()).isEqualTo(Limit.Kind.POSITIVE_VOLATILITY);
                    assertThat(other).isInstanceOf(Infeasible.class);
                    continue;
                }
                double[] weights = ((Solved) result).weights();
                double[] again = ((Solved) other).weights();
                double[] back = new double[assets];
                for (int i = 0; i < assets; i++) {
                    back[order[i]] = again[i];
                }
                assertThat(back).as("%s of %d assets", objective, assets).containsExactly(weights, within(1e-9));
            }
        }
    }

    private static PortfolioProblem permuted(PortfolioProblem problem, int[] order) {
        double[] mean = new double[order.length];
        Arrays.setAll(mean, i -> problem.expectedReturns()[order[i]]);
        return PortfolioProblem.of(
                Arrays.stream(order).mapToObj(i -> problem.assets().get(i)).toList(),
                mean,
                problem.covariance().part(order));
    }

    private static int[] permutation(int length, Random random) {
        int[] order = new int[length];
        Arrays.setAll(order, i -> i);
        for (int i = length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 10, 30, 60})
    void leastValueAtRiskIsNoWorseThanAnyOther(int assets) {
        Random random = new Random(5L + assets);
        RandomProblems problems = new RandomProblems(random);
        double[][] scenarios = problems.scenarios(assets, 150);
        PortfolioProblem problem = PortfolioProblem.of(
                RandomProblems.names(assets),
                MeanReturns.arithmetic(ReturnTable.of(scenarios), 252),
                RandomProblems.sample(scenarios));

        Solved solved = (Solved) Optimiser.optimise(
                problem, new Objective.MinConditionalValueAtRisk(scenarios, 0.93, Double.NEGATIVE_INFINITY));

        assertThat(Faults.of(problem, solved.weights())).isEmpty();
        assertThat(solved.residual()).isLessThan(1e-12);
        for (int k = 0; k < POINTS; k++) {
            double other = ConditionalValueAtRisk.of(scenarios, problems.weights(assets), 0.93);
            assertThat(solved.objective()).isLessThanOrEqualTo(other + 1e-12);
        }
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
