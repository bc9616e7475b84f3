package io.lumia.quant.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.optimise.OptimisationResult.Infeasible;
import io.lumia.quant.optimise.OptimisationResult.NotConverged;
import io.lumia.quant.optimise.OptimisationResult.Solved;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What data do to optimisers: fewer days than assets, duplicates, constant series, variances a trillion times smaller than
 * others, returns all alike or all negative, limits that leave one point or none. Every problem must end in a portfolio
 * that meets its limits with a small residual, or in limits that conflict and a range.
 */
class DegenerateProblemsTest {

    private static final int PROBLEMS = 150;
    private static final double RESIDUAL = 1e-9;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 12, 25, 40})
    void endsInAPortfolioOrARightfulRefusal(int assets) {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            Random random = new Random(100_003L * assets + seed);
            double[] inside = new RandomProblems(random).weights(assets);
            PortfolioProblem problem = problem(assets, inside, random);
            for (Objective objective : objectives(problem, inside, random)) {
                String name = "%s of %d assets, seed %d".formatted(objective, assets, seed);
                check(name, allowed(problem, objective), objective);
            }
        }
    }

    private static void check(String name, PortfolioProblem problem, Objective objective) {
        switch (Optimiser.optimise(problem, objective)) {
            case Solved solved -> {
                assertThat(Faults.of(problem, solved.weights())).as(name).isEmpty();
                assertThat(solved.residual()).as(name).isLessThan(RESIDUAL);
            }
            case Infeasible infeasible -> {
                assertThat(infeasible.conflicts()).as(name).isNotEmpty();
                assertThat(infeasible.attainable()).as(name).isNotEmpty();
                assertThat(infeasible.reason()).as(name).isNotBlank();
            }
            case NotConverged not -> assertThat(not).as(name).isNull();
        }
    }

    /** Objectives without a return refuse costs. */
    private static PortfolioProblem allowed(PortfolioProblem problem, Objective objective) {
        boolean withoutReturn =
                objective instanceof Objective.MinVariance || objective instanceof Objective.MaxDiversification;
        Trading trading = problem.trading();
        return withoutReturn
                ? problem.with(Trading.from(trading.holdings()).withMaximalTurnover(trading.maximalTurnover()))
                : problem;
    }

    private static List<Objective> objectives(PortfolioProblem problem, double[] inside, Random random) {
        double volatility = Math.sqrt(problem.covariance().quadraticForm(inside));
        double expected = 0;
        for (int i = 0; i < inside.length; i++) {
            expected += inside[i] * problem.expectedReturns()[i];
        }
        return List.of(
                new Objective.MinVariance(),
                new Objective.MeanVarianceUtility(3),
                new Objective.MaxSharpe(0.02),
                new Objective.EfficientReturn(expected),
                new Objective.EfficientRisk(Math.max(1e-4, volatility * (0.5 + random.nextDouble()))),
                new Objective.EfficientRisk(10),
                new Objective.MaxDiversification());
    }

    private static PortfolioProblem problem(int assets, double[] inside, Random random) {
        int[] observations = {3 * assets + 20, Math.max(2, assets / 2), 2 + random.nextInt(5), assets + 1};
        double[][] days =
                new RandomProblems(random).scenarios(assets, observations[random.nextInt(observations.length)]);
        double[] returns = returns(assets, random);
        spoil(days, returns, random);
        SymmetricMatrix covariance = RandomProblems.sample(days);
        return PortfolioProblem.of(RandomProblems.names(assets), returns, covariance)
                .with(limits(inside, random))
                .with(trading(inside, random));
    }

    private static double[] returns(int assets, Random random) {
        double[] returns = new double[assets];
        int kind = random.nextInt(5);
        Arrays.setAll(returns, _ -> switch (kind) {
            case 0 -> 0.07;
            case 1 -> -0.05 - 0.1 * random.nextDouble();
            case 2 -> 0;
            case 3 -> Math.round(10 * random.nextGaussian()) / 100.0;
            default -> 0.08 + 0.1 * random.nextGaussian();
        });
        return returns;
    }

    private static void spoil(double[][] days, double[] returns, Random random) {
        boolean duplicates = random.nextInt(3) == 0;
        boolean constants = random.nextInt(4) == 0;
        boolean hardlyMoving = random.nextInt(6) == 0;
        for (int i = 1; i < returns.length; i++) {
            boolean duplicate = duplicates && i % 3 == 1;
            returns[i] = duplicate ? returns[i - 1] : returns[i];
            for (double[] day : days) {
                double own = constants && i % 7 == 2 ? 0 : hardlyMoving && i % 5 == 2 ? 1e-6 * day[i] : day[i];
                day[i] = duplicate ? day[i - 1] : own;
            }
        }
    }

    private static Limits limits(double[] inside, Random random) {
        int assets = inside.length;
        return switch (random.nextInt(4)) {
            case 0 -> Limits.longOnly(assets);
            case 1 -> Limits.between(assets, 0, Math.min(1, (1 + random.nextInt(4)) * 1.0 / assets));
            case 2 -> new RandomProblems(random).limitsAround(inside);
            default -> sectors(assets, random);
        };
    }

    private static Limits sectors(int assets, Random random) {
        Limits limits = Limits.between(assets, 0, Math.min(1, Math.max(0.1, 2.0 / assets)));
        int sectors = Math.min(11, assets);
        for (int sector = 0; sector < sectors; sector++) {
            int remainder = sector;
            List<Integer> members = IntStream.range(0, assets)
                    .filter(i -> i % sectors == remainder)
                    .boxed()
                    .toList();
            double minimum = random.nextInt(4) == 0 ? 0.02 : 0;
            limits = limits.withGroup(new GroupLimit("S" + sector, members, minimum, 0.1 + 0.2 * random.nextDouble()));
        }
        return limits;
    }

    private static Trading trading(double[] inside, Random random) {
        Trading trading =
                Trading.from(random.nextBoolean() ? inside.clone() : new RandomProblems(random).weights(inside.length));
        int kind = random.nextInt(5);
        if (kind == 1 || kind == 4) {
            trading = trading.withLinearCost(0.001 + 0.01 * random.nextDouble());
        }
        if (kind == 2 || kind == 4) {
            trading = trading.withQuadraticCost(0.05 * random.nextDouble());
        }
        return kind >= 3 ? trading.withMaximalTurnover(2 * random.nextDouble()) : trading;
    }
}
