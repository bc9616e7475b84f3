package io.lumia.recommendation.portfolio;

import io.lumia.quant.optimise.Objective;
import io.lumia.quant.optimise.OptimisationResult;
import io.lumia.quant.optimise.OptimisationResult.Infeasible;
import io.lumia.quant.optimise.OptimisationResult.NotConverged;
import io.lumia.quant.optimise.OptimisationResult.Solved;
import io.lumia.quant.optimise.Optimiser;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The highest expected return within the volatility cap and the limits, net of what trading costs.
 *
 * <p>How many positions there are, and how small, are no limits that a convex problem can have. So small positions are dropped, the
 * smallest half first, and what is left is optimised again, until none is too small and there are not too many. Where the
 * limits cannot be met without those that were dropped, they are kept.
 */
public final class PortfolioOptimiser {

    /** A weight below this is none. */
    static final double NOTHING = 1e-9;

    private final PortfolioTask task;
    private final int rounds;

    PortfolioOptimiser(PortfolioTask task, int rounds) {
        this.task = task;
        this.rounds = rounds;
    }

    PortfolioWeights optimise() {
        int[] members = new int[task.candidates().size()];
        Arrays.setAll(members, i -> i);
        return switch (solve(members)) {
            case Solved solved -> pruned(members, solved);
            case Infeasible infeasible -> new PortfolioWeights.Unattainable(infeasible);
            case NotConverged bound -> new PortfolioWeights.Unfinished(bound.bound());
        };
    }

    private OptimisationResult solve(int[] members) {
        return Optimiser.optimise(
                task.problem(members), new Objective.EfficientRisk(task.risk().volatilityCap()));
    }

    private PortfolioWeights pruned(int[] members, Solved solved) {
        int[] held = members;
        Solved best = solved;
        for (int round = 0; round < rounds; round++) {
            int[] fewer = fewer(held, best.weights(), round == rounds - 1);
            if (fewer.length == held.length) {
                break;
            }
            if (!(solve(fewer) instanceof Solved next)) {
                return new PortfolioWeights.Found(held, best, true);
            }
            held = fewer;
            best = next;
        }
        return new PortfolioWeights.Found(held, best, isSmallLeft(best));
    }

    private boolean isSmallLeft(Solved solved) {
        double least = task.spread().minimumWeight() - NOTHING;
        long positions = Arrays.stream(solved.weights())
                .filter(weight -> weight > NOTHING)
                .count();
        return positions > task.spread().maximumAssets()
                || Arrays.stream(solved.weights()).anyMatch(weight -> weight > NOTHING && weight < least);
    }

    /** Without those that have nothing, and the smaller half, or all, of those that have too little or are too many. */
    private int[] fewer(int[] members, double[] weights, boolean all) {
        Integer[] bySize = new Integer[members.length];
        Arrays.setAll(bySize, i -> i);
        Arrays.sort(
                bySize,
                Comparator.comparingDouble((Integer i) -> -weights[i]).thenComparing(Comparator.naturalOrder()));
        int positions = count(weights, NOTHING);
        int enough = Math.min(
                count(weights, task.spread().minimumWeight() - NOTHING),
                task.spread().maximumAssets());
        int dropped = all ? positions - enough : (positions - enough + 1) / 2;
        return Arrays.stream(bySize)
                .limit(positions - dropped)
                .mapToInt(i -> members[i])
                .sorted()
                .toArray();
    }

    private static int count(double[] weights, double above) {
        return (int) Arrays.stream(weights).filter(weight -> weight > above).count();
    }
}
