package io.lumia.quant.optimise;

import io.lumia.quant.linear.Loops;
import io.lumia.quant.program.ActiveSet;
import io.lumia.quant.program.ActiveSet.Outcome;
import io.lumia.quant.program.BoundedSimplex;
import io.lumia.quant.program.LinearSolution;
import io.lumia.quant.program.QuadraticProgram;
import java.util.Arrays;

/**
 * Minimises ½·variance − appetite·net return for one appetite after another, each from the last solution. The solutions are the
 * efficient frontier, so every search for a point on it is a search for an appetite.
 */
final class TradeOff {

    private final PortfolioProblem problem;
    private final CompiledLimits limits;
    private final ActiveSet activeSet;
    private final double[] returns;
    private final double[] netReturns;
    private final double[] quadraticCost;

    /**
     * A point of the frontier.
     *
     * @param weights not yet rounded to their bounds
     * @param netReturn of the returns the trade-off was made for, less costs
     * @param slope change of that return per unit of appetite, while the same limits bind
     */
    record Point(Outcome outcome, double[] weights, double variance, double netReturn, double slope) {}

    private TradeOff(PortfolioProblem problem, CompiledLimits limits, double[] returns, LinearSolution.Optimal vertex) {
        this.problem = problem;
        this.limits = limits;
        this.returns = returns;
        this.activeSet = new ActiveSet(limits.quadratic(), vertex);
        this.netReturns = limits.netReturns(returns, problem.trading().linearCost());
        this.quadraticCost = problem.trading().quadraticCost();
    }

    /** @param returns by asset; zeros where only the variance counts */
    static Start start(PortfolioProblem problem, CompiledLimits limits, double[] returns) {
        QuadraticProgram program = limits.quadratic();
        double[] cost = new double[program.variables()];
        // Any vertex would do. The asset of least variance begins, since what follows adds one asset at a time.
        Arrays.setAll(cost, j -> program.sign()[j] * problem.covariance().at(program.asset()[j], program.asset()[j]));
        return switch (BoundedSimplex.solve(limits.program().withCost(cost))) {
            case LinearSolution.Optimal vertex -> new Start.Found(new TradeOff(problem, limits, returns, vertex));
            case LinearSolution.Unbounded _ -> startAnywhere(problem, limits, returns);
            case LinearSolution.Impossible impossible -> new Start.None(limits.explain(impossible));
            case LinearSolution.GaveUp gaveUp ->
                new Start.None(
                        new OptimisationResult.NotConverged("simplex iterations", gaveUp.iterations(), Double.NaN));
        };
    }

    private static Start startAnywhere(PortfolioProblem problem, CompiledLimits limits, double[] returns) {
        return switch (BoundedSimplex.solve(limits.program())) {
            case LinearSolution.Optimal vertex -> new Start.Found(new TradeOff(problem, limits, returns, vertex));
            case LinearSolution.Impossible impossible -> new Start.None(limits.explain(impossible));
            case LinearSolution.Unbounded _, LinearSolution.GaveUp _ ->
                new Start.None(new OptimisationResult.NotConverged("simplex iterations", 0, Double.NaN));
        };
    }

    /** Either a trade-off at a feasible point, or why there is none. */
    sealed interface Start {
        record Found(TradeOff tradeOff) implements Start {}

        record None(OptimisationResult why) implements Start {}
    }

    /** The point of an appetite, from the last one's; good for searching. */
    Point near(double appetite) {
        prepare(appetite);
        return point(activeSet.continueWith(linear(appetite)));
    }

    /** The point of an appetite, solved in full and polished; what is answered. */
    Point exactly(double appetite) {
        prepare(appetite);
        return point(activeSet.solve(linear(appetite)));
    }

    private void prepare(double appetite) {
        double[] diagonal = new double[problem.size()];
        Arrays.setAll(diagonal, i -> 2 * appetite * quadraticCost[i]);
        activeSet.replaceDiagonal(diagonal);
    }

    private double[] linear(double appetite) {
        double[] linear = marginal(problem.trading().holdings());
        Arrays.setAll(linear, j -> -appetite * linear[j]);
        return linear;
    }

    /** Net return per unit of each variable, the quadratic costs taken as 2·cost·target: at the weights if they are subtracted. */
    private double[] marginal(double[] target) {
        QuadraticProgram program = limits.quadratic();
        double[] marginal = netReturns.clone();
        for (int j = 0; j < marginal.length; j++) {
            int asset = program.asset()[j];
            marginal[j] += program.sign()[j] * 2 * quadraticCost[asset] * target[asset];
        }
        return marginal;
    }

    private Point point(Outcome outcome) {
        double[] weights = activeSet.weights();
        double[] ahead = problem.trading().holdings().clone();
        Arrays.setAll(ahead, i -> ahead[i] - weights[i]);
        double slope = outcome == Outcome.OPTIMAL ? activeSet.slope(marginal(ahead)) : Double.NaN;
        return new Point(outcome, weights, variance(weights), netReturn(weights), slope);
    }

    private double variance(double[] weights) {
        double own = activeSet.quadratic();
        double[] extra = activeSet.extraDiagonal();
        for (int i = 0; i < weights.length; i++) {
            own -= extra[i] * weights[i] * weights[i];
        }
        return Math.max(0, own);
    }

    double netReturn(double[] weights) {
        return Loops.dot(returns, weights) - problem.trading().costOf(weights);
    }

    /** Before costs. */
    double leastGrossReturn() {
        double[] gross = limits.netReturns(returns, new double[returns.length]);
        return switch (BoundedSimplex.solve(limits.program().withCost(gross))) {
            case LinearSolution.Optimal optimal -> Loops.dot(returns, limits.weights(optimal.x()));
            case LinearSolution.Unbounded _, LinearSolution.Impossible _, LinearSolution.GaveUp _ ->
                Double.NEGATIVE_INFINITY;
        };
    }

    double returnOf(LinearSolution.Optimal optimal) {
        return netReturn(limits.weights(optimal.x()));
    }

    /** Where the greatest net return is, quadratic costs left out. */
    LinearSolution bestReturn() {
        double[] minus = netReturns.clone();
        Arrays.setAll(minus, j -> -minus[j]);
        return BoundedSimplex.solve(limits.program().withCost(minus));
    }

    /** @param factor from a change of ½·variance − appetite·return to one of the objective */
    OptimisationResult answer(Point point, double objective, double factor) {
        if (point.outcome() != Outcome.OPTIMAL) {
            return new OptimisationResult.NotConverged(
                    "steps of the active set", activeSet.iterations(), activeSet.residual());
        }
        double[] weights = limits.weights(activeSet.variables());
        return new OptimisationResult.Solved(
                weights,
                objective,
                Loops.dot(problem.expectedReturns(), weights),
                Math.sqrt(point.variance()),
                problem.trading().costOf(weights),
                limits.binding(activeSet.variables(), activeSet.rowMultipliers(), activeSet.boundMultipliers(), factor),
                activeSet.residual(),
                activeSet.iterations());
    }

    double[] weightsOf(LinearSolution.Optimal optimal) {
        return limits.weights(optimal.x());
    }

    /** A portfolio of greatest return, with what each limit costs in return. */
    OptimisationResult answerAtTop(double[] weights, LinearSolution.Optimal best) {
        double[] ofBounds = netReturns.clone();
        for (int r = 0; r < best.rowMultipliers().length; r++) {
            Loops.add(ofBounds, best.rowMultipliers()[r], limits.program().rows()[r], 0, ofBounds.length);
        }
        Arrays.setAll(ofBounds, j -> -ofBounds[j]);
        return new OptimisationResult.Solved(
                weights,
                netReturn(weights),
                Loops.dot(problem.expectedReturns(), weights),
                Math.sqrt(Math.max(0, problem.covariance().quadraticForm(weights))),
                problem.trading().costOf(weights),
                limits.binding(best.x(), best.rowMultipliers(), ofBounds, -1),
                Math.abs(netReturn(weights) - returnOf(best)),
                best.iterations());
    }
}
