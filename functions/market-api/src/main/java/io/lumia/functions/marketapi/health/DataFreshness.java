package io.lumia.functions.marketapi.health;

import io.lumia.functions.marketapi.health.HealthView.Freshness;
import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetStatus;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.NewestBars;
import io.lumia.signals.PricedAssets;
import io.lumia.web.asset.AssetReader;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether the active assets have a bar of the last session of their exchange. */
@Singleton
final class DataFreshness implements FreshnessMeasure {

    /** The share of assets that must be fresh, a fraction. */
    private static final double GOAL = 0.99;

    private static final int LOOK_BACK_DAYS = 10;
    private static final int MAX_EXAMPLES = 10;

    private final AssetCatalog catalog;
    private final NewestBars newestBars;

    DataFreshness(AssetCatalog catalog, NewestBars newestBars) {
        this.catalog = catalog;
        this.newestBars = newestBars;
    }

    @Override
    public List<Freshness> measure(AsOf now) {
        Map<ExchangeCalendar, List<Asset>> assets = catalog.all(PricedAssets.TYPES).stream()
                .filter(asset -> asset.status() == AssetStatus.ACTIVE)
                .collect(Collectors.groupingBy(AssetReader::calendarOf, TreeMap::new, Collectors.toList()));
        return assets.entrySet().stream()
                .map(group -> measure(group.getKey(), group.getValue(), now))
                .toList();
    }

    /** Enough are fresh to call the data fresh. */
    static boolean isFresh(Freshness freshness) {
        return freshness.freshness() >= GOAL;
    }

    private Freshness measure(ExchangeCalendar calendar, List<Asset> assets, AsOf now) {
        LocalDate session = calendar.lastExpectedSession(now);
        Map<Asset, LocalDate> newest =
                newestBars.newest(assets, session.minusDays(LOOK_BACK_DAYS), calendar.lastClosedSession(now));
        List<Asset> stale = assets.stream()
                .filter(asset -> session.isAfter(newest.getOrDefault(asset, LocalDate.MIN)))
                .toList();
        int fresh = assets.size() - stale.size();
        return new Freshness(
                calendar.name().toLowerCase(Locale.ROOT),
                session,
                assets.size(),
                fresh,
                stale.size(),
                (double) fresh / assets.size(),
                newest.values().stream().max(Comparator.naturalOrder()).orElse(null),
                examples(stale));
    }

    private static List<String> examples(List<Asset> stale) {
        return stale.stream()
                .limit(MAX_EXAMPLES)
                .map(asset -> asset.definition().symbol().value())
                .toList();
    }
}
