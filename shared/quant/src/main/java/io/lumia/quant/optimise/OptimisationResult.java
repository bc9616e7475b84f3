package io.lumia.quant.optimise;

import java.util.ArrayList;
import java.util.List;

/** What came of a problem. Only {@link Solved} is a portfolio. */
public sealed interface OptimisationResult {

    /**
     * The best portfolio.
     *
     * @param weights by asset; bounds hold exactly, sums to rounding
     * @param objective what was optimised: a ratio, a utility, a variance for MinVariance and EfficientReturn, the net return for
     *     EfficientRisk, the conditional value at risk; for prescribed weights (risk parity, hierarchical, equal) the variance
     * @param expectedReturn w′μ, before costs
     * @param volatility √(w′Σw)
     * @param tradingCost of getting there from the holdings, a fraction of capital
     * @param binding limits that hold with equality
     * @param residual the largest fault in the optimality conditions (Karush-Kuhn-Tucker), absolute, in units of ½·variance; for
     *     a conditional value at risk the gap to its dual; for risk budgets the largest error of a contribution
     * @param iterations of the innermost method
     */
    record Solved(
            double[] weights,
            double objective,
            double expectedReturn,
            double volatility,
            double tradingCost,
            List<BindingLimit> binding,
            double residual,
            int iterations)
            implements OptimisationResult {

        public Solved {
            binding = List.copyOf(binding);
        }

        Solved with(double otherObjective, BindingLimit also) {
            List<BindingLimit> more = new ArrayList<>(binding);
            more.add(also);
            return new Solved(
                    weights, otherObjective, expectedReturn, volatility, tradingCost, more, residual, iterations);
        }
    }

    /**
     * No portfolio meets the limits, or the objective has no best one.
     *
     * @param reason in words
     * @param conflicts limits that cannot hold together; without any of them the others usually can
     * @param attainable what each limited sum or measure could be while all other limits hold; where those conflict as well,
     *     while the others named here hold, or only the bounds of weights
     */
    record Infeasible(String reason, List<Limit> conflicts, List<AttainableRange> attainable)
            implements OptimisationResult {

        public Infeasible {
            conflicts = List.copyOf(conflicts);
            attainable = List.copyOf(attainable);
        }
    }

    /** A named bound on iterations was reached first. Nothing here is a solution. */
    record NotConverged(String bound, int iterations, double residual) implements OptimisationResult {}

    /** A limit that holds with equality. @param multiplier change of the objective per unit of the limit's value */
    record BindingLimit(Limit limit, double multiplier) {}

    /** @param subject what the limit is about: a group, the sum of weights, the return */
    record AttainableRange(String subject, double minimum, double maximum) {

        public String words() {
            return "%s can be %s to %s".formatted(subject, minimum, maximum);
        }
    }
}
