package io.lumia.quant.optimise;

import io.lumia.quant.linear.Loops;
import io.lumia.quant.optimise.OptimisationResult.AttainableRange;
import io.lumia.quant.optimise.OptimisationResult.BindingLimit;
import io.lumia.quant.optimise.OptimisationResult.Infeasible;
import io.lumia.quant.optimise.OptimisationResult.NotConverged;
import io.lumia.quant.optimise.OptimisationResult.Solved;
import io.lumia.quant.optimise.TradeOff.Point;
import io.lumia.quant.program.ActiveSet.Outcome;
import io.lumia.quant.program.LinearSolution;
import java.util.List;
import java.util.Optional;

/**
 * Finds the appetite whose point of the frontier has the best ratio or a given volatility. While the same limits bind, the
 * frontier is known in closed form (Markowitz 1956, critical lines), so Newton's step from the right limits lands exactly;
 * elsewhere a bracket keeps it honest.
 */
final class FrontierSearch {

    private static final int STEPS = 200;
    /** Newton's steps usually land within ten; where they creep or go to and fro, halving the bracket ends it. */
    private static final int PATIENCE = 40;

    private static final double CONVERGED = 1e-14;
    /** Relative to the first guess: where the search says that the optimum is not at a finite appetite. */
    private static final double FARTHEST = 1e13;

    /** Relative to the returns: so near to the greatest net return its own portfolio is the answer. */
    private static final double AT_TOP = 1e-11;

    private static final double GROWTH = 8;
    private static final double NO_RETURN = 1e-14;
    private static final double NO_VARIANCE = 1e-14;
    /** An appetite so far below the first guess suggests a portfolio without risk. */
    private static final double UNLIKELY = 1e-5;

    private static final String RETURN = "expected return";

    private final PortfolioProblem problem;
    private final TradeOff tradeOff;
    private final double[] returns;
    private double low = 0;
    private double high = Double.POSITIVE_INFINITY;
    private int tried = 0;

    FrontierSearch(PortfolioProblem problem, TradeOff tradeOff, double[] returns) {
        this.problem = problem;
        this.tradeOff = tradeOff;
        this.returns = returns;
    }

    /**
     * The best return/volatility. Along the frontier the ratio rises while appetite·return &lt; variance and falls after, once.
     *
     * @param measure what the returns are called in a message
     */
    OptimisationResult bestRatio(String measure) {
        double best =
                switch (tradeOff.bestReturn()) {
                    case LinearSolution.Optimal optimal -> tradeOff.returnOf(optimal);
                    case LinearSolution.Unbounded _, LinearSolution.Impossible _, LinearSolution.GaveUp _ ->
                        Double.POSITIVE_INFINITY;
                };
        if (best <= NO_RETURN * Loops.largest(returns)) {
            return noPositive(measure, best);
        }
        double first = firstGuess();
        double appetite = first;
        for (int step = 0; step < STEPS; step++) {
            Point point = tradeOff.near(appetite);
            if (point.outcome() != Outcome.OPTIMAL) {
                return tradeOff.answer(point, Double.NaN, 1);
            }
            if (appetite < UNLIKELY / problem.size() * first
                    && (isRiskless(point) || isRiskless(tradeOff.exactly(0)))) {
                return riskless(measure);
            }
            double fault = appetite * point.netReturn() - point.variance();
            double next = next(appetite, fault, point.netReturn() - appetite * point.slope());
            if (found(appetite, next) || Math.abs(fault) <= CONVERGED * point.variance()) {
                return ratioAt(next);
            }
            if (next > FARTHEST * first) {
                return noPositive(measure, point.netReturn());
            }
            appetite = next;
        }
        return new NotConverged("steps of the frontier search", STEPS, Double.NaN);
    }

    private OptimisationResult ratioAt(double appetite) {
        Point point = tradeOff.exactly(appetite);
        double volatility = Math.sqrt(point.variance());
        double factor = -point.netReturn() / (point.variance() * volatility);
        return tradeOff.answer(point, point.netReturn() / volatility, factor);
    }

    private Infeasible noPositive(String measure, double best) {
        return new Infeasible(
                "the ratio needs a portfolio of positive %s; the best attainable is %s".formatted(measure, best),
                List.of(new Limit(Limit.Kind.POSITIVE_EXCESS, measure, 0)),
                List.of(new AttainableRange(measure, tradeOff.leastGrossReturn(), best)));
    }

    private boolean isRiskless(Point least) {
        return least.outcome() == Outcome.OPTIMAL
                && least.netReturn() > 0
                && least.variance() <= NO_VARIANCE * meanVariance();
    }

    private static Infeasible riskless(String measure) {
        return new Infeasible(
                "the ratio has no maximum: a portfolio of no volatility has a positive " + measure,
                List.of(new Limit(Limit.Kind.POSITIVE_VOLATILITY, "volatility", 0)),
                List.of(new AttainableRange("volatility", 0, Double.POSITIVE_INFINITY)));
    }

    /**
     * The greatest return with at most this volatility.
     *
     * @param greatestVolatility of the frontier, for the answer where the target is too small
     */
    OptimisationResult highestReturn(double targetVolatility, double greatestVolatility) {
        double target = targetVolatility * targetVolatility;
        Point least = tradeOff.exactly(0);
        Optional<OptimisationResult> tooSmall = tooSmall(least, targetVolatility, greatestVolatility);
        if (tooSmall.isPresent()) {
            return tooSmall.get();
        }
        double appetite = firstGuess();
        for (int step = 0; step < STEPS; step++) {
            Point point = tradeOff.near(appetite);
            if (point.outcome() != Outcome.OPTIMAL) {
                return tradeOff.answer(point, Double.NaN, 1);
            }
            double fault = point.variance() - target;
            double next = nextForVolatility(appetite, fault, point.slope());
            if (found(appetite, next) || Math.abs(fault) <= CONVERGED * target) {
                return returnAt(next, targetVolatility);
            }
            appetite = next;
        }
        return new NotConverged("steps of the frontier search", STEPS, Double.NaN);
    }

    private Optional<OptimisationResult> tooSmall(Point least, double target, double greatest) {
        if (least.outcome() != Outcome.OPTIMAL) {
            return Optional.of(tradeOff.answer(least, Double.NaN, 1));
        }
        double smallest = Math.sqrt(least.variance());
        if (target >= smallest * (1 - 1e-12)) {
            return Optional.empty();
        }
        return Optional.of(new Infeasible(
                "no portfolio has a volatility of %s or less; the least attainable is %s".formatted(target, smallest),
                List.of(new Limit(Limit.Kind.MAXIMAL_VOLATILITY, "volatility", target)),
                List.of(new AttainableRange("volatility on the frontier", smallest, greatest))));
    }

    private OptimisationResult returnAt(double appetite, double targetVolatility) {
        Point point = tradeOff.exactly(appetite);
        Limit limit = new Limit(Limit.Kind.MAXIMAL_VOLATILITY, "volatility", targetVolatility);
        return binding(
                tradeOff.answer(point, point.netReturn(), -1 / appetite),
                point.netReturn(),
                new BindingLimit(limit, targetVolatility / appetite));
    }

    private static OptimisationResult binding(OptimisationResult result, double objective, BindingLimit limit) {
        return result instanceof Solved solved ? solved.with(objective, limit) : result;
    }

    /**
     * The least variance with at least this net return.
     *
     * @param top the portfolio of greatest net return, which is its objective
     */
    OptimisationResult leastVariance(double targetReturn, Solved top) {
        if (targetReturn > top.objective() + CONVERGED * Loops.largest(returns)) {
            return tooMuch(targetReturn, top.objective());
        }
        Limit limit = new Limit(Limit.Kind.MINIMAL_RETURN, RETURN, targetReturn);
        if (targetReturn >= top.objective() - AT_TOP * Loops.largest(returns)) {
            return top.with(top.volatility() * top.volatility(), new BindingLimit(limit, Double.POSITIVE_INFINITY));
        }
        Point least = tradeOff.exactly(0);
        if (least.outcome() != Outcome.OPTIMAL || least.netReturn() >= targetReturn) {
            return tradeOff.answer(least, least.variance(), 2);
        }
        double appetite = firstGuess();
        for (int step = 0; step < STEPS; step++) {
            Point point = tradeOff.near(appetite);
            if (point.outcome() != Outcome.OPTIMAL) {
                return tradeOff.answer(point, Double.NaN, 1);
            }
            double fault = point.netReturn() - targetReturn;
            if (fault >= 0 && point.variance() <= least.variance() + NO_VARIANCE * meanVariance()) {
                Point answer = tradeOff.exactly(appetite);
                return tradeOff.answer(answer, answer.variance(), 2);
            }
            double next = next(appetite, fault, point.slope());
            if (found(appetite, next) || Math.abs(fault) <= CONVERGED * Math.abs(targetReturn)) {
                Point answer = tradeOff.exactly(next);
                return binding(
                        tradeOff.answer(answer, answer.variance(), 2),
                        answer.variance(),
                        new BindingLimit(limit, 2 * next));
            }
            appetite = next;
        }
        return new NotConverged("steps of the frontier search", STEPS, Double.NaN);
    }

    private Infeasible tooMuch(double target, double greatest) {
        return new Infeasible(
                "no portfolio has an expected return of %s or more, net of costs; the greatest attainable is %s"
                        .formatted(target, greatest),
                List.of(new Limit(Limit.Kind.MINIMAL_RETURN, RETURN, target)),
                List.of(new AttainableRange(RETURN, tradeOff.leastGrossReturn(), greatest)));
    }

    private double next(double appetite, double fault, double slope) {
        bracket(appetite, fault);
        return inside(slope > 0 ? appetite - fault / slope : Double.NaN, appetite);
    }

    /** On one critical line the variance is constant + slope·appetite². */
    private double nextForVolatility(double appetite, double fault, double slope) {
        bracket(appetite, fault);
        return inside(Math.sqrt(appetite * appetite - fault / slope), appetite);
    }

    private boolean found(double appetite, double next) {
        return Math.abs(next - appetite) <= CONVERGED * appetite || high - low <= CONVERGED * low;
    }

    private void bracket(double appetite, double fault) {
        tried++;
        if (fault < 0) {
            low = appetite;
        } else {
            high = appetite;
        }
    }

    private double inside(double proposed, double appetite) {
        boolean good = proposed >= low && proposed <= high && proposed <= appetite * GROWTH * GROWTH;
        boolean creeping = tried > PATIENCE;
        if (good && proposed > 0 && !creeping) {
            return proposed;
        }
        return Double.isInfinite(high) ? appetite * GROWTH : low == 0 ? high / GROWTH : (low + high) / 2;
    }

    private double meanVariance() {
        return Loops.sum(problem.covariance().diagonal()) / problem.size();
    }

    /** High rather than low: a high appetite holds few assets, and steps are cheap. */
    private double firstGuess() {
        double sum = 0;
        for (double value : returns) {
            sum += Math.abs(value);
        }
        double guess = meanVariance() / (sum / problem.size());
        return Double.isFinite(guess) && guess > 0 ? guess : 1;
    }
}
