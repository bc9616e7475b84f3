package io.lumia.quant.allocation;

/**
 * Whole shares with the smallest gap to the target (PyPortfolioOpt's {@code lp_portfolio}):
 * minimise Σ |weight × capital - price × shares| + leftover, spending no more than the capital.
 *
 * @param allocation the best shares found, never worse than {@link GreedyAllocation}'s
 * @param proven whether no other shares have a smaller gap; false when the search ended at its limit of nodes
 * @param lowestGap no shares can have a smaller gap than this; the allocation's own where it is proven
 * @param nodes looked at
 */
public record ExactAllocation(WholeShares allocation, boolean proven, double lowestGap, long nodes) {

    /** About a second. Proofs for a hundred assets of random prices took thousands; nothing promises that all do. */
    public static final long DEFAULT_NODES = 5_000_000;

    public static ExactAllocation of(ShareTarget target) {
        return of(target, DEFAULT_NODES);
    }

    /**
     * With a limit of its own.
     *
     * @param maxNodes partial choices to look at before the best one so far is taken, 1 to {@link ShareSearch#MAX_NODES}
     */
    public static ExactAllocation of(ShareTarget target, long maxNodes) {
        return new ShareSearch(target, maxNodes).run();
    }
}
