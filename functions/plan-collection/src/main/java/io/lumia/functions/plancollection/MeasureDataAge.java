package io.lumia.functions.plancollection;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetStatus;
import io.lumia.market.AssetType;
import io.lumia.market.NewestBars;
import io.lumia.platform.metrics.AssetClass;
import io.lumia.platform.metrics.Gauge;
import io.lumia.platform.metrics.Metrics;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says how old our newest bars are, class by class. Between loads, since what has to be noticed is that nothing is loaded
 * any more.
 */
@Singleton
@Requires(beans = NewestBars.class)
class MeasureDataAge {

    /** What has a bar for each of its sessions. */
    private static final Set<AssetType> WITH_BARS =
            EnumSet.of(AssetType.STOCK, AssetType.ETF, AssetType.MUTUAL_FUND, AssetType.CRYPTO, AssetType.INDEX);

    private final AssetCatalog catalog;
    private final NewestBars newestBars;
    private final Clock clock;
    private final Metrics metrics;

    MeasureDataAge(AssetCatalog catalog, NewestBars newestBars, Clock clock, Metrics metrics) {
        this.catalog = catalog;
        this.newestBars = newestBars;
        this.clock = clock;
        this.metrics = metrics;
    }

    void measure() {
        AsOf now = AsOf.of(clock.instant());
        LocalDate today = now.dateIn(ZoneOffset.UTC);
        Map<AssetType, List<Asset>> classes = catalog.all(WITH_BARS).stream()
                .filter(asset -> asset.status() == AssetStatus.ACTIVE)
                .collect(Collectors.groupingBy(asset -> asset.definition().type(), TreeMap::new, Collectors.toList()));
        classes.forEach((type, assets) -> {
            // A day more, for venues whose day begins before ours.
            Map<Asset, LocalDate> newest =
                    newestBars.newest(assets, today.minusDays(DataAge.LOOK_BACK_DAYS), today.plusDays(1));
            DataAge age = DataAge.of(assets, newest, now);
            AssetClass label = AssetClass.of(type.code());
            metrics.set(Gauge.DATA_AGE_HOURS, age.hours(), label);
            metrics.set(Gauge.DATA_LATE_HOURS, age.lateHours(), label);
        });
    }
}
