package io.lumia.recommendation.portfolio;

import io.lumia.quant.optimise.Limit;
import io.lumia.quant.optimise.Limits;
import io.lumia.quant.optimise.Objective;
import io.lumia.quant.optimise.OptimisationResult.BindingLimit;
import io.lumia.quant.optimise.OptimisationResult.Solved;
import io.lumia.quant.optimise.Optimiser;
import io.lumia.quant.optimise.PortfolioProblem;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.request.RecommendationRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Where the optimiser's verdict about an asset turns. The problem is convex: an asset that is held leaves, and one that is not comes
 * in, exactly when its expected return crosses its threshold while everything else stays. The threshold is the expected return less
 * the multiplier of the bound that keeps the asset at zero (Boyd and Vandenberghe, "Convex Optimization", 2004, 5.6).
 */
public final class Alternatives {

    /** Of those that are not held so many are looked at. */
    static final int LOOKED_AT = 10;

    private final PortfolioPlan plan;
    private final PortfolioTask task;
    private final Objective objective;

    public Alternatives(PortfolioPlan plan, RecommendationRequest request, EngineConfiguration configuration) {
        this.plan = plan;
        this.task = PortfolioPlan.task(plan.candidates(), plan.estimate(), request, configuration);
        this.objective = new Objective.EfficientRisk(task.risk().volatilityCap());
    }

    /**
     * An asset that is not held.
     *
     * @param position  of the candidate
     * @param threshold of its expected return, above which it would be
     */
    public record Outsider(int position, double threshold) {}

    /**
     * The expected return below which a held asset would leave the portfolio: others that are held take its place, or, where the
     * limits do not let them, any candidate. Empty where the limits cannot be met without it at all.
     *
     * @param candidate its position
     */
    public OptionalDouble leavesBelow(int candidate) {
        OptionalDouble byOthers = leavesBelow(candidate, plan.found().members());
        return byOthers.isPresent()
                ? byOthers
                : leavesBelow(
                        candidate, IntStream.range(0, plan.candidates().size()).toArray());
    }

    private OptionalDouble leavesBelow(int candidate, int[] members) {
        int own = Arrays.binarySearch(members, candidate);
        PortfolioProblem problem = task.problem(members);
        return threshold(without(problem, own), own, plan.estimate().expected()[candidate], objective);
    }

    /** Of the best-scored candidates that are not held those nearest to coming in, nearest first. */
    public List<Outsider> nextInLine(int most) {
        List<Outsider> outsiders = new ArrayList<>();
        IntStream.range(0, plan.candidates().size())
                .filter(i -> Arrays.binarySearch(plan.found().members(), i) < 0)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -plan.candidates().get(i).score().overall()))
                .limit(LOOKED_AT)
                .forEach(i -> entersAbove(i).ifPresent(outsiders::add));
        outsiders.sort(Comparator.comparingDouble(this::missing).thenComparing(Outsider::position));
        return outsiders.stream()
                .filter(outsider -> missing(outsider) > 0)
                .limit(most)
                .toList();
    }

    private double missing(Outsider outsider) {
        return outsider.threshold() - plan.estimate().expected()[outsider.position()];
    }

    private Optional<Outsider> entersAbove(int candidate) {
        int[] members = Arrays.copyOf(plan.found().members(), plan.found().members().length + 1);
        members[members.length - 1] = candidate;
        Arrays.sort(members);
        int own = Arrays.binarySearch(members, candidate);
        OptionalDouble threshold = threshold(
                without(task.problem(members), own), own, plan.estimate().expected()[candidate], objective);
        return threshold.isEmpty() ? Optional.empty() : Optional.of(new Outsider(candidate, threshold.getAsDouble()));
    }

    static PortfolioProblem without(PortfolioProblem problem, int own) {
        Limits limits = problem.limits();
        double[] upper = limits.upper().clone();
        upper[own] = 0;
        return problem.with(new Limits(limits.lower(), upper, limits.budget(), limits.groups()));
    }

    /** @param expected of the asset at {@code own}, which the problem keeps at zero */
    static OptionalDouble threshold(PortfolioProblem problem, int own, double expected, Objective objective) {
        if (!(Optimiser.optimise(problem, objective) instanceof Solved solved)) {
            return OptionalDouble.empty();
        }
        String symbol = problem.assets().get(own);
        double multiplier = solved.binding().stream()
                .filter(binding -> isBound(binding.limit(), symbol))
                .mapToDouble(BindingLimit::multiplier)
                .sum();
        return OptionalDouble.of(expected - multiplier);
    }

    private static boolean isBound(Limit limit, String symbol) {
        return limit.subject().equals(symbol)
                && (limit.kind() == Limit.Kind.UPPER_BOUND || limit.kind() == Limit.Kind.LOWER_BOUND);
    }
}
