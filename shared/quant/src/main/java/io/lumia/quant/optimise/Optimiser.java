package io.lumia.quant.optimise;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.Loops;
import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.optimise.OptimisationResult.Infeasible;
import io.lumia.quant.optimise.OptimisationResult.Solved;
import io.lumia.quant.optimise.TradeOff.Point;
import io.lumia.quant.optimise.TradeOff.Start;
import io.lumia.quant.program.LinearSolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * The best portfolio of a problem by an objective, or why there is none. The same input gives the same bits, on any machine;
 * another order of the assets gives the same weights in that order, to rounding (but for a conditional value at risk with
 * several optima). Stateless.
 */
public final class Optimiser {

    public static final int MAX_FRONTIER_POINTS = 1_000;

    /** By so much of the largest return a sum of returns may be off. */
    private static final double ROUNDING = 1e-14;

    private Optimiser() {}

    public static OptimisationResult optimise(PortfolioProblem problem, Objective objective) {
        Optional<Infeasible> crossed = CompiledLimits.of(problem).crossedBounds();
        if (crossed.isPresent()) {
            return crossed.get();
        }
        return switch (objective) {
            case Objective.MaxSharpe sharpe -> maxSharpe(problem, sharpe.riskFree());
            case Objective.MinVariance _ -> minVariance(problem);
            case Objective.MeanVarianceUtility utility -> maxUtility(problem, utility.riskAversion());
            case Objective.EfficientReturn efficient -> efficientReturn(problem, efficient.target());
            case Objective.EfficientRisk efficient -> efficientRisk(problem, efficient.targetVolatility());
            case Objective.MaxDiversification _ -> maxDiversification(problem);
            case Objective.MinConditionalValueAtRisk minimum -> ConditionalValueAtRisk.minimise(problem, minimum);
            case Objective.RiskParity _ -> RiskBudgeting.optimise(problem, equalBudgets(problem));
            case Objective.RiskBudgets budgets -> RiskBudgeting.optimise(problem, budgets.budgets());
            case Objective.Hierarchical _ -> Prescribed.answer(problem, HierarchicalRiskParity.weights(problem), 0, 0);
            case Objective.EqualWeight _ -> equalWeight(problem);
        };
    }

    private static OptimisationResult maxSharpe(PortfolioProblem problem, double riskFree) {
        double[] excess = problem.expectedReturns().clone();
        Arrays.setAll(excess, i -> excess[i] - riskFree / problem.limits().budget());
        return with(
                problem, excess, tradeOff -> new FrontierSearch(problem, tradeOff, excess).bestRatio("excess return"));
    }

    private static OptimisationResult maxDiversification(PortfolioProblem problem) {
        refuseCosts(problem, "maximal diversification");
        double[] volatilities = problem.covariance().diagonal();
        Arrays.setAll(volatilities, i -> Math.sqrt(volatilities[i]));
        return with(problem, volatilities, tradeOff -> new FrontierSearch(problem, tradeOff, volatilities)
                .bestRatio("mean volatility"));
    }

    private static OptimisationResult minVariance(PortfolioProblem problem) {
        refuseCosts(problem, "minimal variance");
        return with(problem, new double[problem.size()], tradeOff -> {
            Point point = tradeOff.exactly(0);
            return tradeOff.answer(point, point.variance(), 2);
        });
    }

    private static OptimisationResult maxUtility(PortfolioProblem problem, double riskAversion) {
        return with(problem, problem.expectedReturns(), tradeOff -> {
            Point point = tradeOff.exactly(1 / riskAversion);
            double utility = point.netReturn() - riskAversion / 2 * point.variance();
            return tradeOff.answer(point, utility, -riskAversion);
        });
    }

    /** If the limit of volatility does not bind, the answer is the greatest return of all; else it lies on the frontier. */
    private static OptimisationResult efficientRisk(PortfolioProblem problem, double volatility) {
        double[] returns = problem.expectedReturns();
        return with(problem, returns, tradeOff -> {
            if (problem.trading().hasQuadraticCost()
                    && highestAfterImpact(problem) instanceof Solved top
                    && top.volatility() <= volatility) {
                return top;
            }
            double greatest = Double.POSITIVE_INFINITY;
            if (!problem.trading().hasQuadraticCost() && tradeOff.bestReturn() instanceof LinearSolution.Optimal best) {
                double[] top = highest(problem, tradeOff, best);
                greatest = Math.sqrt(Math.max(0, problem.covariance().quadraticForm(top)));
                if (greatest <= volatility) {
                    return tradeOff.answerAtTop(top, best);
                }
            }
            return new FrontierSearch(problem, tradeOff, returns).highestReturn(volatility, greatest);
        });
    }

    /** The greatest return less quadratic costs: the utility of one who does not see any risk. */
    private static OptimisationResult highestAfterImpact(PortfolioProblem problem) {
        SymmetricMatrix riskless =
                SymmetricMatrix.ofRowMajor(problem.size(), new double[problem.size() * problem.size()]);
        PortfolioProblem blind = new PortfolioProblem(
                problem.assets(), problem.expectedReturns(), riskless, problem.limits(), problem.trading());
        return switch (maxUtility(blind, 1)) {
            case Solved top ->
                new Solved(
                        top.weights(),
                        top.objective(),
                        top.expectedReturn(),
                        Math.sqrt(Math.max(0, problem.covariance().quadraticForm(top.weights()))),
                        top.tradingCost(),
                        top.binding(),
                        top.residual(),
                        top.iterations());
            case Infeasible infeasible -> infeasible;
            case OptimisationResult.NotConverged not -> not;
        };
    }

    /**
     * Of the portfolios of greatest return the one of least variance, asked for with a rounding error less than that return; any of
     * them where that leaves too little room.
     */
    private static double[] highest(PortfolioProblem problem, TradeOff tradeOff, LinearSolution.Optimal best) {
        double target = tradeOff.returnOf(best) - roundingOfReturn(problem);
        return efficientReturn(problem, target) instanceof Solved solved ? solved.weights() : tradeOff.weightsOf(best);
    }

    private static OptimisationResult efficientReturn(PortfolioProblem problem, double target) {
        if (problem.trading().hasQuadraticCost()) {
            return efficientReturnAfterImpact(problem, target);
        }
        CompiledLimits limits = CompiledLimits.withReturn(problem, target);
        return switch (TradeOff.start(problem, limits, new double[problem.size()])) {
            case Start.None none -> none.why();
            case Start.Found found -> {
                Point point = found.tradeOff().exactly(0);
                yield found.tradeOff().answer(point, point.variance(), 2);
            }
        };
    }

    /** A return net of quadratic costs is no linear limit, so its portfolio is searched for along the frontier. */
    private static OptimisationResult efficientReturnAfterImpact(PortfolioProblem problem, double target) {
        return switch (highestAfterImpact(problem)) {
            case Solved top -> efficientReturnAfterImpact(problem, target, top);
            case Infeasible infeasible -> infeasible;
            case OptimisationResult.NotConverged not -> not;
        };
    }

    private static OptimisationResult efficientReturnAfterImpact(PortfolioProblem problem, double target, Solved top) {
        return with(problem, problem.expectedReturns(), tradeOff -> new FrontierSearch(
                        problem, tradeOff, problem.expectedReturns())
                .leastVariance(target, top));
    }

    private static double roundingOfReturn(PortfolioProblem problem) {
        return ROUNDING * Loops.largest(problem.expectedReturns());
    }

    private static OptimisationResult with(
            PortfolioProblem problem, double[] returns, Function<TradeOff, OptimisationResult> solve) {
        return switch (TradeOff.start(problem, CompiledLimits.of(problem), returns)) {
            case Start.None none -> none.why();
            case Start.Found found -> solve.apply(found.tradeOff());
        };
    }

    private static OptimisationResult equalWeight(PortfolioProblem problem) {
        double[] weights = new double[problem.size()];
        Arrays.fill(weights, problem.limits().budget() / problem.size());
        return Prescribed.answer(problem, weights, 0, 0);
    }

    private static double[] equalBudgets(PortfolioProblem problem) {
        double[] budgets = new double[problem.size()];
        Arrays.fill(budgets, 1.0 / problem.size());
        return budgets;
    }

    static void refuseCosts(PortfolioProblem problem, String objective) {
        if (problem.trading().costsSomething()) {
            throw AppException.invalid(
                    "trading cost with " + objective,
                    "above 0",
                    "0, a limit of turnover, or an objective with a return");
        }
    }

    /**
     * The efficient frontier: from the portfolio of least variance to the one of greatest return, evenly spaced by net return.
     * A single Infeasible or NotConverged where there is none.
     *
     * @param points 2 to 1,000
     */
    public static List<OptimisationResult> frontier(PortfolioProblem problem, int points) {
        if (points < 2 || points > MAX_FRONTIER_POINTS) {
            throw AppException.invalid("points of the frontier", points, "2 to " + MAX_FRONTIER_POINTS);
        }
        PortfolioProblem free = problem.with(new Trading(
                problem.trading().holdings(),
                new double[problem.size()],
                new double[problem.size()],
                problem.trading().maximalTurnover()));
        return switch (optimise(free, new Objective.MinVariance())) {
            case Solved least -> frontierFrom(problem, least, points);
            case Infeasible infeasible -> List.of(infeasible);
            case OptimisationResult.NotConverged not -> List.of(not);
        };
    }

    private static List<OptimisationResult> frontierFrom(PortfolioProblem problem, Solved least, int points) {
        double lowest = least.expectedReturn() - problem.trading().costOf(least.weights());
        if (problem.trading().hasQuadraticCost() && highestAfterImpact(problem) instanceof Solved top) {
            double highest = top.objective() - roundingOfReturn(problem);
            return spaced(lowest, highest, points, target -> efficientReturnAfterImpact(problem, target, top));
        }
        return spaced(lowest, highestReturn(problem), points, target -> efficientReturn(problem, target));
    }

    private static List<OptimisationResult> spaced(
            double lowest, double highest, int points, DoubleFunction<OptimisationResult> ofReturn) {
        List<OptimisationResult> frontier = new ArrayList<>();
        for (int k = 0; k < points; k++) {
            double part = (double) k / (points - 1);
            frontier.add(ofReturn.apply(k == points - 1 ? highest : lowest + part * (highest - lowest)));
        }
        return frontier;
    }

    /** Without quadratic costs; less a rounding error, so that it can be asked for. */
    private static double highestReturn(PortfolioProblem problem) {
        CompiledLimits limits = CompiledLimits.of(problem);
        return switch (TradeOff.start(problem, limits, problem.expectedReturns())) {
            case Start.Found found
            when found.tradeOff().bestReturn() instanceof LinearSolution.Optimal best ->
                found.tradeOff().returnOf(best) - roundingOfReturn(problem);
            case Start.Found _, Start.None _ ->
                throw AppException.invalid("frontier", "a return without limit", "bounds that limit the return");
        };
    }
}
