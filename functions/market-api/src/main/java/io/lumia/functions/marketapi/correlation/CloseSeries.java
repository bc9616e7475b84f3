package io.lumia.functions.marketapi.correlation;

import io.lumia.market.AdjustedPrices;

/**
 * Closes of an asset, oldest first.
 *
 * @param epochDays ascending
 * @param closes    as many, adjusted for splits and dividends; taken over, not copied
 */
record CloseSeries(long[] epochDays, double[] closes) {

    static CloseSeries of(AdjustedPrices prices) {
        long[] days = new long[prices.size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = prices.date(i).toEpochDay();
        }
        return new CloseSeries(days, prices.closes());
    }

    static CloseSeries empty() {
        return new CloseSeries(new long[0], new double[0]);
    }

    int size() {
        return epochDays.length;
    }
}
