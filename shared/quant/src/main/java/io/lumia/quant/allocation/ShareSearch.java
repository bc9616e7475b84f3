package io.lumia.quant.allocation;

import io.lumia.kernel.AppException;
import java.util.Arrays;

/**
 * Branch and bound for {@link ExactAllocation}.
 *
 * <p>As the weights sum to one, Σ (amount - value) is the leftover, so that the gap Σ |amount - value| + leftover equals
 * 2 Σ max(amount - value, 0): twice the shortfall. More than the ideal number rounded up is therefore never worth its price. From
 * everything rounded down, a share more of an asset costs its price p and takes f p off the shortfall, f &lt; 1 being the
 * fraction that was cut; a share sold again brings p and adds p. Selling can pay only to make a purchase fit.
 *
 * <p>First it is decided for each asset, largest f first, whether one more is bought. A lower bound of what may come of a
 * partial choice is the cash spent in that order with the last share in part, or, when more was bought than there is cash
 * for, the shortfall so far plus the missing cash. Where all are decided and cash is missing, shares of the other assets are
 * sold, dearest first, with the same bound.
 */
final class ShareSearch {

    static final long MAX_NODES = 1_000_000_000;

    /** The depth of the recursion is twice this. */
    static final int MAX_ASSETS = 1_000;

    /** Of the capital: sums of that many amounts carry rounding errors of this size, which are neither cash nor a gain. */
    private static final double ROUNDING = 1e-14;

    private final ShareTarget target;
    private final long maxNodes;
    private final double tolerance;
    private final double cash;

    /** Assets by the fraction cut off, largest first, and in that order: price, shortfall, and their sums before each. */
    private final int[] order;

    private final double[] price;
    private final double[] shortfall;
    private final double[] priceBefore;
    private final double[] shortfallBefore;

    /** Places in the order above, dearest price first, for selling. */
    private final int[] sellingOrder;

    /** What selling everything from a turn on would bring, not minding what was bought. */
    private final double[] sellableFrom;

    private final long[] roundedDown;
    private final boolean[] bought;
    private final long[] sold;
    private long nodes;
    private double best;
    private WholeShares bestShares;

    ShareSearch(ShareTarget target, long maxNodes) {
        if (target.assets() > MAX_ASSETS) {
            throw AppException.invalid("assets to allocate exactly", target.assets(), "at most " + MAX_ASSETS);
        }
        if (maxNodes < 1 || maxNodes > MAX_NODES) {
            throw AppException.invalid("maxNodes", maxNodes, "1 to " + MAX_NODES);
        }
        int assets = target.assets();
        this.target = target;
        this.maxNodes = maxNodes;
        this.tolerance = ROUNDING * target.capital();
        this.order = ShareTarget.sortedDown(assets, asset -> target.ideal(asset) - Math.floor(target.ideal(asset)));
        this.price = Arrays.stream(order)
                .mapToDouble(asset -> target.prices()[asset])
                .toArray();
        this.sellingOrder = ShareTarget.sortedDown(assets, place -> price[place]);
        this.roundedDown = Arrays.stream(order)
                .mapToLong(asset -> (long) target.ideal(asset))
                .toArray();
        this.shortfall = new double[assets];
        double spent = 0;
        for (int place = 0; place < assets; place++) {
            double value = roundedDown[place] * price[place];
            shortfall[place] = Math.max(0, target.amount(order[place]) - value);
            spent += value;
        }
        this.cash = target.capital() - spent;
        this.priceBefore = sumsBefore(price);
        this.shortfallBefore = sumsBefore(shortfall);
        this.sellableFrom = sellableFrom();
        this.bought = new boolean[assets];
        this.sold = new long[assets];
        this.bestShares = GreedyAllocation.of(target);
        this.best = bestShares.gap() / 2;
    }

    private static double[] sumsBefore(double[] values) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }

    private double[] sellableFrom() {
        double[] sums = new double[sellingOrder.length + 1];
        for (int turn = sellingOrder.length - 1; turn >= 0; turn--) {
            int place = sellingOrder[turn];
            sums[turn] = sums[turn + 1] + roundedDown[place] * price[place];
        }
        return sums;
    }

    ExactAllocation run() {
        double lowest = lowestShortfall(0, cash, 0);
        buy(0, cash, 0);
        boolean proven = nodes < maxNodes;
        double lowestGap = proven ? bestShares.gap() : Math.min(2 * lowest, bestShares.gap());
        return new ExactAllocation(bestShares, proven, lowestGap, nodes);
    }

    /**
     * Decides the assets from {@code place} on.
     *
     * @param left cash, below zero when more was bought than it pays
     * @param missed shortfall of the assets that were decided and not bought
     */
    private void buy(int place, double left, double missed) {
        if (!mayImprove(lowestShortfall(place, left, missed))) {
            return;
        }
        if (place == order.length) {
            settle(left, missed);
            return;
        }
        // What can be paid first: so the first choice that is complete is a good one, and little can beat it.
        boolean paid = price[place] <= left;
        decide(place, paid, left, missed);
        decide(place, !paid, left, missed);
    }

    private void decide(int place, boolean oneMore, double left, double missed) {
        if (!oneMore) {
            buy(place + 1, left, missed + shortfall[place]);
        } else if (shortfall[place] > tolerance) {
            bought[place] = true;
            buy(place + 1, left - price[place], missed);
            bought[place] = false;
        }
    }

    /** Counts the node, too; past the limit nothing may. */
    private boolean mayImprove(double lowestShortfall) {
        if (nodes >= maxNodes) {
            return false;
        }
        nodes++;
        return lowestShortfall < best - tolerance;
    }

    private double lowestShortfall(int place, double left, double missed) {
        double open = shortfallBefore[order.length] - shortfallBefore[place];
        if (left <= 0) {
            return missed + open - left;
        }
        int end = firstNotPaid(place, left);
        double saved = shortfallBefore[end] - shortfallBefore[place];
        if (end < order.length) {
            double rest = left - (priceBefore[end] - priceBefore[place]);
            saved += shortfall[end] * rest / price[end];
        }
        return missed + open - saved;
    }

    /** The first place from {@code place} on whose share cannot be paid when all before it are. */
    private int firstNotPaid(int place, double left) {
        int low = place;
        int high = order.length;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            boolean paid = priceBefore[middle] - priceBefore[place] <= left;
            low = paid ? middle : low;
            high = paid ? high : middle - 1;
        }
        return low;
    }

    private void settle(double left, double missed) {
        if (left >= -tolerance) {
            keep();
        } else {
            sell(0, -left, missed);
        }
    }

    /**
     * Sells shares of assets of which none was added, from {@code turn} on in the order of selling.
     *
     * @param needed cash still missing
     * @param missed shortfall, what was sold included
     */
    private void sell(int turn, double needed, double missed) {
        if (!mayImprove(missed + Math.max(0, needed))) {
            return;
        }
        if (needed <= tolerance) {
            keep();
            return;
        }
        if (turn == sellingOrder.length) {
            return;
        }
        int place = sellingOrder[turn];
        long most = bought[place] ? 0 : Math.min(roundedDown[place], enough(needed, price[place]));
        for (long count = most; count >= 0 && nodes < maxNodes; count--) {
            double rest = needed - count * price[place];
            if (rest > sellableFrom[turn + 1] + tolerance) {
                break;
            }
            sold[place] = count;
            sell(turn + 1, rest, missed + count * price[place]);
        }
        sold[place] = 0;
    }

    private long enough(double needed, double price) {
        return (long) Math.ceil((needed - tolerance) / price);
    }

    private void keep() {
        long[] shares = new long[order.length];
        for (int place = 0; place < order.length; place++) {
            shares[order[place]] = roundedDown[place] - sold[place] + (bought[place] ? 1 : 0);
        }
        WholeShares found = target.withShares(shares);
        if (found.gap() / 2 < best) {
            best = found.gap() / 2;
            bestShares = found;
        }
    }
}
