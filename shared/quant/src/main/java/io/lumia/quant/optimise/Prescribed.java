package io.lumia.quant.optimise;

import io.lumia.quant.linear.Loops;
import io.lumia.quant.optimise.OptimisationResult.AttainableRange;
import io.lumia.quant.optimise.OptimisationResult.BindingLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Weights that a rule prescribes and limits cannot bend: either they meet the limits, or the answer says which they break. */
final class Prescribed {

    private static final double TOLERANCE = 1e-12;

    private final PortfolioProblem problem;
    private final double[] weights;
    private final List<Limit> broken = new ArrayList<>();
    private final List<BindingLimit> binding = new ArrayList<>();
    private final List<AttainableRange> ranges = new ArrayList<>();

    private Prescribed(PortfolioProblem problem, double[] weights) {
        this.problem = problem;
        this.weights = weights;
    }

    static OptimisationResult answer(PortfolioProblem problem, double[] weights, double residual, int iterations) {
        Optimiser.refuseCosts(problem, "prescribed weights");
        return new Prescribed(problem, weights).answer(residual, iterations);
    }

    private OptimisationResult answer(double residual, int iterations) {
        for (int i = 0; i < weights.length; i++) {
            String asset = problem.assets().get(i);
            check(weights[i], Limit.Kind.LOWER_BOUND, asset, problem.limits().lower()[i], -1);
            check(weights[i], Limit.Kind.UPPER_BOUND, asset, problem.limits().upper()[i], 1);
        }
        for (GroupLimit group : problem.limits().groups()) {
            double sum = group.members().stream().mapToDouble(i -> weights[i]).sum();
            check(sum, Limit.Kind.GROUP_MINIMUM, group.name(), group.minimum(), -1);
            check(sum, Limit.Kind.GROUP_MAXIMUM, group.name(), group.maximum(), 1);
        }
        double turnover = problem.trading().turnoverOf(weights);
        check(
                turnover,
                Limit.Kind.MAXIMAL_TURNOVER,
                "turnover",
                problem.trading().maximalTurnover(),
                1);
        return broken.isEmpty() ? solved(residual, iterations) : infeasible();
    }

    private void check(double value, Limit.Kind kind, String subject, double limit, double direction) {
        double excess = direction * (value - limit);
        if (excess > TOLERANCE) {
            broken.add(new Limit(kind, subject, limit));
            ranges.add(new AttainableRange(subject, value, value));
        } else if (excess >= -TOLERANCE) {
            binding.add(new BindingLimit(new Limit(kind, subject, limit), 0));
        }
    }

    private OptimisationResult solved(double residual, int iterations) {
        double variance = Math.max(0, problem.covariance().quadraticForm(weights));
        return new OptimisationResult.Solved(
                weights,
                variance,
                Loops.dot(problem.expectedReturns(), weights),
                Math.sqrt(variance),
                0,
                binding,
                residual,
                iterations);
    }

    private OptimisationResult infeasible() {
        String limits = broken.stream().map(Limit::words).collect(Collectors.joining("; "));
        String values = ranges.stream()
                .map(range -> "%s is %s".formatted(range.subject(), range.minimum()))
                .collect(Collectors.joining("; "));
        return new OptimisationResult.Infeasible(
                "the prescribed weights break these limits: %s. In them %s".formatted(limits, values), broken, ranges);
    }
}
