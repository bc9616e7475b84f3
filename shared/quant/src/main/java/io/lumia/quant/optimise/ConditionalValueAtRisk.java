package io.lumia.quant.optimise;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.Loops;
import io.lumia.quant.optimise.OptimisationResult.BindingLimit;
import io.lumia.quant.optimise.OptimisationResult.NotConverged;
import io.lumia.quant.program.BoundedSimplex;
import io.lumia.quant.program.LinearProgram;
import io.lumia.quant.program.LinearSolution;
import java.util.Arrays;
import java.util.List;

/**
 * Minimal conditional value at risk (Rockafellar and Uryasev 2000), solved through its dual: instead of weights and one excess
 * loss per scenario, the unknowns are the probabilities that the worst mean puts on scenarios. That program has a row per
 * asset instead of one per scenario, and its multipliers are the weights.
 */
public final class ConditionalValueAtRisk {

    private final PortfolioProblem problem;
    private final CompiledLimits limits;
    private final Objective.MinConditionalValueAtRisk objective;

    private ConditionalValueAtRisk(
            PortfolioProblem problem, CompiledLimits limits, Objective.MinConditionalValueAtRisk objective) {
        this.problem = problem;
        this.limits = limits;
        this.objective = objective;
    }

    /**
     * Mean of the worst 1 − confidence of the losses −w′r, a positive number for a loss; a scenario on the edge counts in
     * part.
     */
    public static double of(double[][] scenarios, double[] weights, double confidence) {
        double[] losses = new double[scenarios.length];
        Arrays.setAll(losses, t -> -Loops.dot(scenarios[t], weights));
        Arrays.sort(losses);
        double left = (1 - confidence) * losses.length;
        double total = left;
        double sum = 0;
        for (int t = losses.length - 1; t >= 0 && left > 0; t--) {
            double part = Math.min(1, left);
            sum += part * losses[t];
            left -= part;
        }
        return sum / total;
    }

    static OptimisationResult minimise(PortfolioProblem problem, Objective.MinConditionalValueAtRisk objective) {
        Optimiser.refuseCosts(problem, "minimal conditional value at risk");
        requireScenarios(problem, objective.scenarios());
        CompiledLimits limits = Double.isInfinite(objective.targetReturn())
                ? CompiledLimits.of(problem)
                : CompiledLimits.withReturn(problem, objective.targetReturn());
        return switch (BoundedSimplex.solve(limits.program())) {
            case LinearSolution.Impossible impossible -> limits.explain(impossible);
            case LinearSolution.GaveUp gaveUp -> gaveUp(gaveUp);
            case LinearSolution.Optimal _, LinearSolution.Unbounded _ ->
                new ConditionalValueAtRisk(problem, limits, objective).solve();
        };
    }

    private static NotConverged gaveUp(LinearSolution.GaveUp gaveUp) {
        return new NotConverged("simplex iterations", gaveUp.iterations(), Double.NaN);
    }

    private static void requireScenarios(PortfolioProblem problem, double[][] scenarios) {
        for (int t = 0; t < scenarios.length; t++) {
            if (scenarios[t].length != problem.size()) {
                throw AppException.invalid(
                        "returns in scenario " + t, scenarios[t].length, String.valueOf(problem.size()));
            }
            for (int i = 0; i < problem.size(); i++) {
                if (!Double.isFinite(scenarios[t][i])) {
                    throw AppException.invalid(
                            "return of %s in scenario %d"
                                    .formatted(problem.assets().get(i), t),
                            scenarios[t][i],
                            "a finite number");
                }
            }
        }
    }

    private OptimisationResult solve() {
        return switch (BoundedSimplex.solve(dual())) {
            case LinearSolution.Optimal optimal -> answer(optimal);
            case LinearSolution.GaveUp gaveUp -> gaveUp(gaveUp);
            // The limits were found to be possible, so the dual has an end; it has no solution where the primal has
            // none.
            case LinearSolution.Impossible _, LinearSolution.Unbounded _ ->
                throw AppException.invalid("bounds", "none", "bounds that keep the conditional value at risk finite");
        };
    }

    private OptimisationResult answer(LinearSolution.Optimal dual) {
        LinearProgram primal = limits.program();
        double[] variables = new double[primal.variables()];
        Arrays.setAll(variables, j -> -dual.rowMultipliers()[j]);
        double[] weights = limits.weights(variables);
        double value = of(objective.scenarios(), weights, objective.confidence());
        return new OptimisationResult.Solved(
                weights,
                value,
                Loops.dot(problem.expectedReturns(), weights),
                Math.sqrt(Math.max(0, problem.covariance().quadraticForm(weights))),
                0,
                binding(dual.x(), variables),
                Math.abs(value + dual.value()),
                dual.iterations());
    }

    /** The dual's unknowns after the scenarios are the multipliers, in the order in which {@link #dual} wrote them. */
    private List<BindingLimit> binding(double[] unknowns, double[] variables) {
        LinearProgram primal = limits.program();
        double[] ofRows = new double[primal.rows().length];
        double[] ofBounds = new double[variables.length];
        int at = objective.scenarios().length;
        for (int r = 0; r < ofRows.length; r++) {
            ofRows[r] += Double.isFinite(primal.rowLower()[r]) ? unknowns[at++] : 0;
            ofRows[r] -= Double.isFinite(primal.rowUpper()[r]) ? unknowns[at++] : 0;
        }
        for (int j = 0; j < ofBounds.length; j++) {
            ofBounds[j] += Double.isFinite(primal.lower()[j]) ? unknowns[at++] : 0;
            ofBounds[j] -= Double.isFinite(primal.upper()[j]) ? unknowns[at++] : 0;
        }
        return limits.binding(variables, ofRows, ofBounds, 1);
    }

    /**
     * Minimise −Σ yₜ·(loss of the holdings) − Σ limits·multipliers over 0 ≤ yₜ ≤ 1/((1−confidence)T) with Σ y = 1, where for every
     * variable Σ yₜ·rₜ + rows′multipliers + bounds' multipliers = 0.
     */
    private LinearProgram dual() {
        LinearProgram primal = limits.program();
        int scenarios = objective.scenarios().length;
        int rows = primal.variables();
        int columns = scenarios + 2 * primal.rows().length + 2 * rows;
        Columns dual = new Columns(rows + 1, columns);
        double most = 1 / ((1 - objective.confidence()) * scenarios);
        double[] origin = limits.quadratic().weights(new double[rows]);
        for (int t = 0; t < scenarios; t++) {
            double[] scenario = objective.scenarios()[t];
            double[] column = Arrays.copyOf(limits.netReturns(scenario, new double[problem.size()]), rows + 1);
            column[rows] = 1;
            dual.add(column, Loops.dot(scenario, origin), most);
        }
        for (int r = 0; r < primal.rows().length; r++) {
            double[] column = Arrays.copyOf(primal.rows()[r], rows + 1);
            dual.addMultipliers(column, primal.rowLower()[r], primal.rowUpper()[r]);
        }
        for (int j = 0; j < rows; j++) {
            double[] column = new double[rows + 1];
            column[j] = 1;
            dual.addMultipliers(column, primal.lower()[j], primal.upper()[j]);
        }
        return dual.program();
    }

    /** A linear program written column by column, all rows equations: zero, but the last, one. */
    private static final class Columns {

        private final double[][] rows;
        private final double[] cost;
        private final double[] upper;
        private int count;

        private Columns(int rows, int columns) {
            this.rows = new double[rows][columns];
            this.cost = new double[columns];
            this.upper = new double[columns];
        }

        private void add(double[] column, double columnCost, double most) {
            for (int r = 0; r < rows.length; r++) {
                rows[r][count] = column[r];
            }
            cost[count] = columnCost;
            upper[count++] = most;
        }

        /** One multiplier for each bound that exists. */
        private void addMultipliers(double[] column, double lower, double upperBound) {
            if (Double.isFinite(lower)) {
                add(column, -lower, Double.POSITIVE_INFINITY);
            }
            if (Double.isFinite(upperBound)) {
                double[] minus = column.clone();
                Arrays.setAll(minus, r -> -minus[r]);
                add(minus, upperBound, Double.POSITIVE_INFINITY);
            }
        }

        private LinearProgram program() {
            double[] right = new double[rows.length];
            right[rows.length - 1] = 1;
            double[][] used = new double[rows.length][];
            Arrays.setAll(used, r -> Arrays.copyOf(rows[r], count));
            return new LinearProgram(
                    Arrays.copyOf(cost, count), used, right, right, new double[count], Arrays.copyOf(upper, count));
        }
    }
}
