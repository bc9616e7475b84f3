package io.lumia.signals;

import io.lumia.market.AdjustedPrices;
import io.lumia.market.BarFlag;
import io.lumia.quant.series.BarSeries;

/**
 * One asset's bars as signals see them; see {@link SplitAdjusted}.
 *
 * @param priceBasis fingerprint of the actions behind the adjustment; see {@link Computation#priceBasis}
 * @param resumable  whether a computation may go on from a stored row; not where one new fact moves all older prices
 */
public record AssetBars(BarSeries series, long priceBasis, boolean resumable) {

    /** Bars that need no adjustment. */
    public static AssetBars asReceived(BarSeries series) {
        return new AssetBars(series, SplitAdjusted.NOTHING_TO_ADJUST, true);
    }

    static AssetBars of(AdjustedPrices prices, long priceBasis, boolean resumable) {
        int size = prices.size();
        int[] epochDays = new int[size];
        double[] high = prices.highs();
        double[] low = prices.lows();
        for (int i = 0; i < size; i++) {
            epochDays[i] = Math.toIntExact(prices.date(i).toEpochDay());
            if (!isRangeKnown(high[i], low[i], prices.bar(i).flags())) {
                high[i] = Double.NaN;
                low[i] = Double.NaN;
            }
        }
        BarSeries series = BarSeries.of(epochDays, high, low, prices.closes(), prices.volumes());
        return new AssetBars(series, priceBasis, resumable);
    }

    /** A source that gave a close only, or a high below the low, has not told the day's range: it is not known. */
    public static boolean isRangeKnown(double high, double low, int flags) {
        return (flags & BarFlag.CLOSE_ONLY.bit()) == 0 && low <= high;
    }
}
