package io.lumia.quant.cardinality;

/**
 * The best portfolio of few assets, with what is proven about it. The proof does not rest on how well any relaxation was
 * solved: each bound holds by itself, less a deduction for rounding.
 *
 * @param selection indices of the assets held, ascending
 * @param weights by asset, in the problem's order; within the limits exactly, their sum to rounding
 * @param objective riskAversion · w′Σw − μ′w at the weights
 * @param lowerBound no portfolio within the limits has a lower objective
 * @param gap objective less lowerBound, zero or more
 * @param nodes of the search that were looked at
 * @param isProven whether the gap is at most {@link FewAssetsSearch#PROOF} of the objective's scale, the mean variance
 *     times the risk aversion plus the largest expected return: other selections may be as good to that, none better. False
 *     where the search ended at its limit of nodes first
 */
public record FewAssets(
        int[] selection,
        double[] weights,
        double objective,
        double lowerBound,
        double gap,
        long nodes,
        boolean isProven) {

    /** Minutes. The most that problems of sixty assets were seen to take is 1,400, in a second; nothing promises that all do. */
    public static final long DEFAULT_NODES = 200_000;

    public static FewAssets of(FewAssetsProblem problem) {
        return of(problem, DEFAULT_NODES);
    }

    /** With a limit of its own, 1 to {@link FewAssetsSearch#MAX_NODES}, after which the best found so far is answered. */
    public static FewAssets of(FewAssetsProblem problem, long maxNodes) {
        return new FewAssetsSearch(problem, maxNodes).run();
    }
}
