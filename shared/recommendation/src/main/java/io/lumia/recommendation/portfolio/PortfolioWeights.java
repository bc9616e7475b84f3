package io.lumia.recommendation.portfolio;

import io.lumia.quant.optimise.OptimisationResult;
import io.lumia.quant.optimise.OptimisationResult.Solved;
import java.util.List;

/** What came of optimising. */
public sealed interface PortfolioWeights {

    /**
     * The best portfolio within the limits.
     *
     * @param members   positions of the candidates that the last optimisation was of, ascending
     * @param solution  of these
     * @param keptSmall whether positions below the minimum weight were kept, since the limits cannot be met without them
     */
    record Found(int[] members, Solved solution, boolean keptSmall) implements PortfolioWeights {

        /** By candidate; 0 for those that are not members. */
        public double[] weights(int candidates) {
            double[] weights = new double[candidates];
            for (int i = 0; i < members.length; i++) {
                weights[members[i]] = solution.weights()[i];
            }
            return weights;
        }
    }

    /** There is none. */
    record Unattainable(OptimisationResult.Infeasible infeasible) implements PortfolioWeights {}

    /** The optimiser reached a named bound; what it had is not shown. */
    record Unfinished(String bound) implements PortfolioWeights {}

    /** Candidates that were optimised, by symbol, for messages. */
    static List<String> symbols(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::symbol).toList();
    }
}
