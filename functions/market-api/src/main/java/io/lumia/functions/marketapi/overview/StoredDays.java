package io.lumia.functions.marketapi.overview;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetStatus;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.PricesOfMany;
import io.lumia.signals.NewestSignals;
import io.lumia.signals.SignalHistory;
import io.lumia.signals.SignalRow;
import io.lumia.signals.sentiment.NewestSentiment;
import io.lumia.signals.sentiment.SentimentDay;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link MarketDays} from the newest stored row of each asset: three queries, whatever the number of assets. */
@Singleton
final class StoredDays implements MarketDays {

    private final AssetCatalog catalog;
    private final SignalHistory signals;
    private final NewestSignals newestSignals;
    private final NewestSentiment newestSentiment;
    private final PricesOfMany prices;

    StoredDays(
            AssetCatalog catalog,
            SignalHistory signals,
            NewestSignals newestSignals,
            NewestSentiment newestSentiment,
            PricesOfMany prices) {
        this.catalog = catalog;
        this.signals = signals;
        this.newestSignals = newestSignals;
        this.newestSentiment = newestSentiment;
        this.prices = prices;
    }

    @Override
    public Found find(AsOf asOf, boolean withSentiment) {
        List<Asset> assets = catalog.all(TYPES).stream()
                .filter(asset -> asset.status() == AssetStatus.ACTIVE)
                .toList();
        Map<Asset, LocalDate> lastClosed = ExchangeCalendar.lastClosedSessions(assets, asOf);
        Map<Integer, SignalRow> rows = rows(assets, lastClosed);
        Map<Integer, SentimentDay> sentiment =
                withSentiment ? newestSentiment.newest(lastClosed, SENTIMENT_DAYS) : Map.of();
        List<AssetDay> days = assets.stream()
                .map(asset -> day(asset, rows).withSentiment(sentiment.get(asset.key())))
                .toList();
        return new Found(days, Map.of(), List.of());
    }

    @Override
    public Map<Integer, Double> closes(List<AssetDay> shown, Found found) {
        Map<Asset, LocalDate> days = new HashMap<>();
        for (AssetDay day : shown) {
            LocalDate date = day.date();
            if (date != null) {
                days.put(day.asset(), date);
            }
        }
        return prices.closes(days);
    }

    private static AssetDay day(Asset asset, Map<Integer, SignalRow> rows) {
        SignalRow row = rows.get(asset.key());
        return row == null ? AssetDay.unknown(asset) : AssetDay.of(asset, row);
    }

    /** A row of a session that has not closed, as of a day of crypto, gives way to the one before. */
    private Map<Integer, SignalRow> rows(List<Asset> assets, Map<Asset, LocalDate> lastClosed) {
        Map<Integer, SignalRow> rows = signals.latest(assets);
        List<Asset> tooNew = assets.stream()
                .filter(asset -> isAfter(rows.get(asset.key()), lastClosed.get(asset)))
                .toList();
        if (!tooNew.isEmpty()) {
            Map<Integer, List<SignalRow>> lastTwo = newestSignals.lastTwo(tooNew, LocalDate.MIN);
            tooNew.forEach(asset -> rows.remove(asset.key()));
            tooNew.forEach(asset -> lastTwo.getOrDefault(asset.key(), List.of()).stream()
                    .filter(row -> !isAfter(row, lastClosed.get(asset)))
                    .findFirst()
                    .ifPresent(row -> rows.put(asset.key(), row)));
        }
        return rows;
    }

    private static boolean isAfter(@Nullable SignalRow row, @Nullable LocalDate day) {
        return row != null && day != null && row.date().isAfter(day);
    }
}
