package io.lumia.functions.marketapi.asset;

import io.lumia.web.http.Decimals;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The newest close of an asset.
 *
 * @param close       as received
 * @param dailyChange against the close before, a fraction, splits and spin-offs taken out; null where there is none or
 *     it was not positive
 */
record LatestPrice(LocalDate date, double close, @Nullable Double dailyChange) {

    static LatestPrice of(LocalDate date, double close, @Nullable Double previousClose) {
        if (previousClose == null || previousClose <= 0) {
            return new LatestPrice(date, close, null);
        }
        return new LatestPrice(date, close, Decimals.rounded(close / previousClose - 1));
    }
}
