package io.lumia.quant.allocation;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;

/**
 * Whole shares as PyPortfolioOpt's {@code greedy_portfolio} buys them. First every asset gets the shares that its money buys,
 * rounded down. Then single shares are bought, each of the asset that is furthest below its weight in what has been bought so
 * far; one that the remaining cash cannot pay is passed over for that purchase. It ends when no asset below its weight
 * can be paid, or after {@link #MOST_PASSED_OVER} were passed over.
 *
 * <p>Of equal deficits the asset with the larger weight comes first, then the one named first. An asset of weight zero is not bought.
 */
public final class GreedyAllocation {

    /** As many as PyPortfolioOpt passes over before it gives up. */
    public static final int MOST_PASSED_OVER = 9;

    /** Single purchases; cash for more is left only where a share costs almost nothing beside the others. */
    public static final int MAX_PURCHASES = 1_000_000;

    private final ShareTarget target;
    private final int[] order;
    private final long[] shares;
    private double cash;

    private GreedyAllocation(ShareTarget target) {
        this.target = target;
        this.order = ShareTarget.sortedDown(target.assets(), asset -> target.weights()[asset]);
        this.shares = new long[target.assets()];
        this.cash = target.capital();
    }

    public static WholeShares of(ShareTarget target) {
        GreedyAllocation allocation = new GreedyAllocation(target);
        allocation.buyRoundedDown();
        allocation.buySingly();
        return target.withShares(allocation.shares);
    }

    private void buyRoundedDown() {
        for (int asset : order) {
            shares[asset] = (long) target.ideal(asset);
            cash -= shares[asset] * target.prices()[asset];
        }
    }

    private void buySingly() {
        for (int purchase = 0; purchase < MAX_PURCHASES; purchase++) {
            int asset = nextPurchase();
            if (asset < 0) {
                return;
            }
            shares[asset]++;
            cash -= target.prices()[asset];
        }
        throw new AppException(
                ErrorCode.LIMIT_REACHED,
                "single purchases are '%d' with %s of cash left; allowed: at most that many. Leave out the cheapest share."
                        .formatted(MAX_PURCHASES, cash));
    }

    /** The asset to buy one share of; -1 when there is none. */
    private int nextPurchase() {
        double[] deficits = deficits();
        for (int passedOver = 0; passedOver <= MOST_PASSED_OVER; passedOver++) {
            int asset = largest(deficits);
            if (asset < 0 || target.prices()[asset] <= cash) {
                return asset;
            }
            deficits[asset] = 0;
        }
        return -1;
    }

    private double[] deficits() {
        double invested = 0;
        for (int asset : order) {
            invested += shares[asset] * target.prices()[asset];
        }
        double[] deficits = target.weights().clone();
        for (int asset = 0; invested > 0 && asset < deficits.length; asset++) {
            deficits[asset] -= shares[asset] * target.prices()[asset] / invested;
        }
        return deficits;
    }

    /** The first of the largest above zero, in the order of weights; -1 when none is. */
    private int largest(double[] deficits) {
        int largest = -1;
        for (int asset : order) {
            boolean larger = deficits[asset] > (largest < 0 ? 0 : deficits[largest]);
            largest = larger ? asset : largest;
        }
        return largest;
    }
}
