package io.lumia.quant.optimise;

import io.lumia.quant.linear.Loops;
import io.lumia.quant.optimise.OptimisationResult.AttainableRange;
import io.lumia.quant.optimise.OptimisationResult.BindingLimit;
import io.lumia.quant.optimise.OptimisationResult.Infeasible;
import io.lumia.quant.program.BoundedSimplex;
import io.lumia.quant.program.LinearProgram;
import io.lumia.quant.program.LinearSolution;
import io.lumia.quant.program.QuadraticProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A problem's limits as a linear program, with the way back from its rows and bounds to limits a person knows. Where trades
 * cost linearly or are limited, an asset has two variables, bought and sold.
 */
final class CompiledLimits {

    private static final double NOTICEABLE = 1e-9;
    /** A distance from a limit that is rounding. */
    private static final double TOUCHING = 1e-12;

    private static final int NAMED_IN_WORDS = 5;

    private final PortfolioProblem problem;
    private final boolean split;
    private final List<Row> rows = new ArrayList<>();
    private final LinearProgram program;
    private final QuadraticProgram quadratic;

    /** A limited sum: coefficients of weights and of absolute trades. */
    record Row(
            double[] weights,
            double[] trades,
            double lower,
            double upper,
            Limit.Kind lowerKind,
            Limit.Kind upperKind,
            String subject) {}

    private CompiledLimits(PortfolioProblem problem, List<Row> more) {
        this.problem = problem;
        this.split = problem.trading().hasLinearCost() || problem.trading().limited();
        rows.add(budget());
        problem.limits().groups().forEach(group -> rows.add(row(group)));
        if (problem.trading().limited()) {
            rows.add(turnover());
        }
        rows.addAll(more);
        this.program = compile();
        this.quadratic = compileQuadratic();
    }

    static CompiledLimits of(PortfolioProblem problem) {
        return new CompiledLimits(problem, List.of());
    }

    /** With a least expected return, net of linear costs. */
    static CompiledLimits withReturn(PortfolioProblem problem, double target) {
        double[] costs = problem.trading().linearCost().clone();
        Arrays.setAll(costs, i -> -costs[i]);
        Row row = new Row(
                problem.expectedReturns(),
                costs,
                target,
                Double.POSITIVE_INFINITY,
                Limit.Kind.MINIMAL_RETURN,
                Limit.Kind.MINIMAL_RETURN,
                "expected return");
        return new CompiledLimits(problem, List.of(row));
    }

    private Row budget() {
        double[] ones = new double[problem.size()];
        Arrays.fill(ones, 1);
        double budget = problem.limits().budget();
        return new Row(
                ones, new double[ones.length], budget, budget, Limit.Kind.BUDGET, Limit.Kind.BUDGET, "all weights");
    }

    private Row row(GroupLimit group) {
        double[] members = new double[problem.size()];
        group.members().forEach(member -> members[member] = 1);
        return new Row(
                members,
                new double[members.length],
                group.minimum(),
                group.maximum(),
                Limit.Kind.GROUP_MINIMUM,
                Limit.Kind.GROUP_MAXIMUM,
                group.name());
    }

    private Row turnover() {
        double[] ones = new double[problem.size()];
        Arrays.fill(ones, 1);
        return new Row(
                new double[ones.length],
                ones,
                Double.NEGATIVE_INFINITY,
                problem.trading().maximalTurnover(),
                Limit.Kind.MAXIMAL_TURNOVER,
                Limit.Kind.MAXIMAL_TURNOVER,
                "turnover");
    }

    private LinearProgram compile() {
        int variables = split ? 2 * problem.size() : problem.size();
        double[] lower = new double[variables];
        double[] upper = new double[variables];
        for (int j = 0; j < variables; j++) {
            lower[j] = bound(j, false);
            upper[j] = bound(j, true);
        }
        double[][] coefficients = new double[rows.size()][variables];
        double[] rowLower = new double[rows.size()];
        double[] rowUpper = new double[rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            for (int j = 0; j < variables; j++) {
                coefficients[r][j] = sign(j) * row.weights()[asset(j)] + (split ? row.trades()[asset(j)] : 0);
            }
            rowLower[r] = row.lower() - shift(row);
            rowUpper[r] = row.upper() - shift(row);
        }
        return new LinearProgram(new double[variables], coefficients, rowLower, rowUpper, lower, upper);
    }

    /** What the holdings already put into a row. */
    private double shift(Row row) {
        return split ? Loops.dot(row.weights(), problem.trading().holdings()) : 0;
    }

    private int asset(int variable) {
        return variable % problem.size();
    }

    private boolean sells(int variable) {
        return variable >= problem.size();
    }

    private double sign(int variable) {
        return sells(variable) ? -1 : 1;
    }

    private double bound(int variable, boolean upper) {
        int asset = asset(variable);
        double low = problem.limits().lower()[asset];
        double high = problem.limits().upper()[asset];
        if (!split) {
            return upper ? high : low;
        }
        double held = problem.trading().holdings()[asset];
        return sells(variable)
                ? Math.max(0, upper ? held - low : held - high)
                : Math.max(0, upper ? high - held : low - held);
    }

    LinearProgram program() {
        return program;
    }

    QuadraticProgram quadratic() {
        return quadratic;
    }

    private QuadraticProgram compileQuadratic() {
        int variables = program.variables();
        int[] assets = new int[variables];
        double[] signs = new double[variables];
        Arrays.setAll(assets, this::asset);
        Arrays.setAll(signs, this::sign);
        double[] origin = split ? problem.trading().holdings() : new double[problem.size()];
        return new QuadraticProgram(problem.covariance(), new double[problem.size()], origin, assets, signs, program);
    }

    /** Rounded to their bounds. */
    double[] weights(double[] variables) {
        double[] weights = quadratic.weights(variables);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(
                    problem.limits().lower()[i], Math.min(problem.limits().upper()[i], weights[i]));
        }
        return weights;
    }

    /** Per variable: what one unit of it adds to the sum of returns·weights less the costs of trades. */
    double[] netReturns(double[] returns, double[] linearCosts) {
        double[] net = new double[program.variables()];
        for (int j = 0; j < net.length; j++) {
            net[j] = sign(j) * returns[asset(j)] - (split ? linearCosts[asset(j)] : 0);
        }
        return net;
    }

    /** A limit that is crossed by bounds alone, before any program is solved. */
    Optional<Infeasible> crossedBounds() {
        for (int i = 0; i < problem.size(); i++) {
            if (problem.limits().lower()[i] > problem.limits().upper()[i]) {
                List<Limit> both = List.of(assetBound(i, false), assetBound(i, true));
                return Optional.of(new Infeasible(words(both, List.of(), ""), both, List.of()));
            }
        }
        return Optional.empty();
    }

    /** Names the limits behind the multipliers that prove an impossibility, and what each limited sum could be. */
    Infeasible explain(LinearSolution.Impossible impossible) {
        double[] byRow = impossible.rowMultipliers();
        int[] conflicting = IntStream.range(0, byRow.length)
                .filter(r -> Math.abs(byRow[r]) > NOTICEABLE)
                .toArray();
        List<Limit> conflicts = new ArrayList<>();
        for (int r : conflicting) {
            conflicts.add(limit(r, byRow[r] < 0));
        }
        for (int j = 0; j < program.variables(); j++) {
            double multiplier = impossible.boundMultipliers()[j];
            if (Math.abs(multiplier) > NOTICEABLE) {
                limitOfBound(j, multiplier < 0).ifPresent(conflicts::add);
            }
        }
        return explained(conflicts.stream().distinct().toList(), conflicting);
    }

    /** Where other limits conflict as well, the range is that of the conflict alone; and last, of the bounds. */
    private Infeasible explained(List<Limit> conflicts, int[] rowsInConflict) {
        BitSet named = new BitSet();
        for (int r : rowsInConflict) {
            named.set(r);
        }
        List<AttainableRange> ranges = ranges(rowsInConflict, _ -> true);
        if (ranges.size() == rowsInConflict.length) {
            return new Infeasible(words(conflicts, ranges, "the other limits"), conflicts, ranges);
        }
        ranges = ranges(rowsInConflict, named::get);
        if (ranges.size() == rowsInConflict.length) {
            return new Infeasible(words(conflicts, ranges, "the others of these limits"), conflicts, ranges);
        }
        ranges = ranges(rowsInConflict, _ -> false);
        return new Infeasible(words(conflicts, ranges, "the bounds of weights alone"), conflicts, ranges);
    }

    private List<AttainableRange> ranges(int[] ofRows, IntPredicate others) {
        return Arrays.stream(ofRows)
                .mapToObj(r -> range(r, others))
                .flatMap(Optional::stream)
                .toList();
    }

    private Limit limit(int row, boolean upper) {
        Row limited = rows.get(row);
        return new Limit(
                upper ? limited.upperKind() : limited.lowerKind(),
                limited.subject(),
                upper ? limited.upper() : limited.lower());
    }

    private Limit assetBound(int asset, boolean upper) {
        return new Limit(
                upper ? Limit.Kind.UPPER_BOUND : Limit.Kind.LOWER_BOUND,
                problem.assets().get(asset),
                upper ? problem.limits().upper()[asset] : problem.limits().lower()[asset]);
    }

    /** The weight's bound that a variable's bound stands for; none for a trade of nothing. */
    private Optional<Limit> limitOfBound(int variable, boolean upper) {
        int asset = asset(variable);
        if (!split) {
            return Optional.of(assetBound(asset, upper));
        }
        double held = problem.trading().holdings()[asset];
        boolean weightAtUpper = sells(variable) != upper;
        double bound = weightAtUpper
                ? problem.limits().upper()[asset]
                : problem.limits().lower()[asset];
        boolean stands = sells(variable) ? held >= bound : held <= bound;
        return stands ? Optional.of(assetBound(asset, weightAtUpper)) : Optional.empty();
    }

    /** What a row's sum can be while other rows and all bounds hold; none if those conflict as well. */
    private Optional<AttainableRange> range(int row, IntPredicate kept) {
        LinearProgram others = program.withRows(r -> r != row && kept.test(r));
        double[] sum = program.rows()[row];
        double[] minus = sum.clone();
        Arrays.setAll(minus, j -> -sum[j]);
        Optional<Double> least = least(others.withCost(sum));
        Optional<Double> most = least(others.withCost(minus));
        double shift = shift(rows.get(row));
        return least.flatMap(
                low -> most.map(high -> new AttainableRange(rows.get(row).subject(), low + shift, shift - high)));
    }

    private static Optional<Double> least(LinearProgram program) {
        return switch (BoundedSimplex.solve(program)) {
            case LinearSolution.Optimal optimal -> Optional.of(optimal.value());
            case LinearSolution.Unbounded _ -> Optional.of(Double.NEGATIVE_INFINITY);
            case LinearSolution.Impossible _, LinearSolution.GaveUp _ -> Optional.empty();
        };
    }

    private static String words(List<Limit> conflicts, List<AttainableRange> ranges, String holding) {
        List<String> said =
                conflicts.stream().map(Limit::words).limit(NAMED_IN_WORDS).collect(Collectors.toList());
        int unsaid = conflicts.size() - said.size();
        if (unsaid > 0) {
            said.add(unsaid + " more");
        }
        String text = "these limits cannot hold together: " + String.join("; ", said);
        String attainable = ranges.stream().map(AttainableRange::words).collect(Collectors.joining("; "));
        return ranges.isEmpty() ? text : text + ". With " + holding + ", " + attainable;
    }

    /**
     * Limits that hold with equality.
     *
     * @param rowMultipliers change of the program's minimum per unit of a row's bound
     * @param boundMultipliers the same of a variable's bound
     * @param factor from a change of that minimum to one of the objective
     */
    List<BindingLimit> binding(double[] x, double[] rowMultipliers, double[] boundMultipliers, double factor) {
        List<BindingLimit> binding = new ArrayList<>();
        for (int r = 0; r < rowMultipliers.length; r++) {
            double sum = Loops.dot(program.rows()[r], x);
            double above = program.rowUpper()[r] - sum;
            double below = sum - program.rowLower()[r];
            if (Math.min(above, below) <= TOUCHING) {
                binding.add(new BindingLimit(limit(r, above <= below), factor * rowMultipliers[r]));
            }
        }
        for (int j = 0; j < x.length; j++) {
            double above = program.upper()[j] - x[j];
            double below = x[j] - program.lower()[j];
            double multiplier = factor * sign(j) * boundMultipliers[j];
            if (Math.min(above, below) <= TOUCHING) {
                limitOfBound(j, above < below).ifPresent(limit -> binding.add(new BindingLimit(limit, multiplier)));
            }
        }
        return binding;
    }
}
