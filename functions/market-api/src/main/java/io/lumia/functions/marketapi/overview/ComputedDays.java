package io.lumia.functions.marketapi.overview;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.PricesOfMany;
import io.lumia.market.StoredAction;
import io.lumia.market.StoredBars;
import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.BenchmarkSeries;
import io.lumia.quant.signal.SignalColumn;
import io.lumia.quant.signal.SignalColumns;
import io.lumia.quant.signal.SignalEngine;
import io.lumia.signals.PricedAssets;
import io.lumia.signals.SplitAdjusted;
import io.lumia.signals.sentiment.NewestSentimentAsOf;
import io.lumia.signals.sentiment.SentimentDay;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link MarketDays} by the signals' own engine from the bars, actions and texts that were public at the instant, in the
 * values our books held then. Assets that were delisted since are among them. The work is bounded: two months of bars of at
 * most {@link #MAX_ASSETS} assets.
 */
@Singleton
final class ComputedDays implements MarketDays {

    /** Twenty sessions and a base thirty days back lie within, and a closed week. */
    static final int WINDOW_DAYS = 60;

    /** What can be computed within the time that a request has. */
    static final int MAX_ASSETS = 20_000;

    private final AssetCatalog catalog;
    private final PricesOfMany prices;
    private final NewestSentimentAsOf newestSentiment;

    ComputedDays(AssetCatalog catalog, PricesOfMany prices, NewestSentimentAsOf newestSentiment) {
        this.catalog = catalog;
        this.prices = prices;
        this.newestSentiment = newestSentiment;
    }

    @Override
    public Found find(AsOf asOf, boolean withSentiment) {
        Map<Asset, LocalDate> lastClosed = ExchangeCalendar.lastClosedSessions(catalog.all(TYPES), asOf);
        List<Asset> alive = lastClosed.entrySet().stream()
                .filter(entry -> MarketDays.lived(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (alive.size() > MAX_ASSETS) {
            throw new AppException(
                    ErrorCode.LIMIT_REACHED,
                    "as_of asks for the past of %,d assets; allowed: %,d".formatted(alive.size(), MAX_ASSETS));
        }
        lastClosed.keySet().retainAll(alive);
        Map<Integer, SentimentDay> sentiment =
                withSentiment ? newestSentiment.newest(lastClosed, SENTIMENT_DAYS, asOf) : Map.of();
        return new Computation(asOf, alive).run(firstDay(lastClosed, asOf), sentiment);
    }

    /** They were read with the bars. */
    @Override
    public Map<Integer, Double> closes(List<AssetDay> shown, Found found) {
        return found.closes();
    }

    private static LocalDate firstDay(Map<Asset, LocalDate> lastClosed, AsOf asOf) {
        LocalDate today = asOf.dateIn(ZoneOffset.UTC);
        return lastClosed.values().stream()
                .min(LocalDate::compareTo)
                .orElse(today)
                .minusDays(WINDOW_DAYS);
    }

    /** One question's. */
    private final class Computation {

        private final AsOf asOf;
        private final List<Asset> assets;
        private final SignalEngine engine = new SignalEngine();
        private final SignalColumns columns = new SignalColumns();
        private final List<AssetDay> days = new ArrayList<>();
        private final Map<Integer, Double> closes = new HashMap<>();
        private int bars;
        private int backfilled;

        Computation(AsOf asOf, List<Asset> assets) {
            this.asOf = asOf;
            this.assets = assets;
        }

        Found run(LocalDate from, Map<Integer, SentimentDay> sentiment) {
            Map<Integer, StoredBars> barsOf = prices.bars(assets, from, asOf);
            Map<Integer, List<StoredAction>> actionsOf = prices.actions(assets, asOf);
            for (Asset asset : assets) {
                StoredBars stored = barsOf.get(asset.key());
                if (stored != null) {
                    AssetDay day = day(asset, stored, actionsOf.getOrDefault(asset.key(), List.of()));
                    days.add(day.withSentiment(sentiment.get(asset.key())));
                } else if (asset.definition().firstDate() != null) {
                    days.add(AssetDay.unknown(asset));
                }
            }
            return new Found(days, closes, warnings());
        }

        private AssetDay day(Asset asset, StoredBars stored, List<StoredAction> actions) {
            bars += stored.bars().size();
            backfilled += stored.backfilled();
            closes.put(asset.key(), stored.bars().getLast().close());
            BarSeries series = SplitAdjusted.of(stored, actions).series();
            double sessions = PricedAssets.sessionsPerYear(asset.definition().type());
            engine.compute(series, BenchmarkSeries.none(), sessions, columns);
            int last = series.size() - 1;
            return new AssetDay(
                    asset,
                    stored.bars().getLast().date(),
                    columns.get(SignalColumn.RETURN_1D)[last],
                    columns.get(SignalColumn.RETURN_30D)[last],
                    columns.get(SignalColumn.AVERAGE_DOLLAR_VOLUME_20D)[last],
                    null);
        }

        private List<String> warnings() {
            List<String> warnings = new ArrayList<>();
            warnings.add(
                    "names and sectors are today's; market capitalisations are left out, since they are today's too");
            if (backfilled > 0) {
                warnings.add("%d of %d bars were learned after %s: shown is the value first learned"
                        .formatted(backfilled, bars, asOf));
            }
            return warnings;
        }
    }
}
