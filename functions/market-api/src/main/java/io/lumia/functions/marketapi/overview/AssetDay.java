package io.lumia.functions.marketapi.overview;

import io.lumia.market.Asset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.quant.signal.SignalColumn;
import io.lumia.signals.SignalRow;
import io.lumia.signals.sentiment.SentimentDay;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an asset's newest session.
 *
 * @param date         exchange-local; null where the asset has no signals
 * @param return1d     a fraction; NaN where not known, as are the others
 * @param return30d    a fraction
 * @param dollarVolume mean of 20 sessions, in the asset's currency per session
 * @param sentiment    of the last days; null where nobody wrote, or the caller may not see it
 */
record AssetDay(
        Asset asset,
        @Nullable LocalDate date,
        double return1d,
        double return30d,
        double dollarVolume,
        @Nullable SentimentDay sentiment) {

    static AssetDay of(Asset asset, SignalRow row) {
        return new AssetDay(
                asset,
                row.date(),
                row.value(SignalColumn.RETURN_1D),
                row.value(SignalColumn.RETURN_30D),
                row.value(SignalColumn.AVERAGE_DOLLAR_VOLUME_20D),
                null);
    }

    static AssetDay unknown(Asset asset) {
        return new AssetDay(asset, null, Double.NaN, Double.NaN, Double.NaN, null);
    }

    AssetDay withSentiment(@Nullable SentimentDay found) {
        return new AssetDay(asset, date, return1d, return30d, dollarVolume, found);
    }

    ExchangeCalendar calendar() {
        return ExchangeCalendar.of(asset.definition());
    }

    String currency() {
        return asset.definition().currency();
    }

    String symbol() {
        return asset.definition().symbol().value();
    }

    /** Whether news and filings of the last days give it a score. */
    boolean isWrittenAbout() {
        return sentiment != null && sentiment.newsCount() > 0;
    }

    /** News and filings in the score. */
    int texts() {
        return sentiment == null ? 0 : sentiment.newsCount();
    }

    /** NaN where there is none. */
    double score() {
        return sentiment == null ? Double.NaN : sentiment.averageSentiment();
    }
}
