package io.lumia.functions.plancollection;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Coverage;
import io.lumia.collection.Job;
import io.lumia.collection.Origin;
import io.lumia.functions.plancollection.CollectionPlan.Knowledge;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.Dataset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.provider.ProviderCatalog;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what is known about a source that lists what it offers, and has {@link CollectionPlan} decide. */
@Singleton
@Requires(beans = CollectionLog.class)
final class PlanBundleJob {

    private final CollectionLog log;
    private final AssetCatalog assets;
    private final Clock clock;

    PlanBundleJob(CollectionLog log, AssetCatalog assets, Clock clock) {
        this.log = log;
        this.assets = assets;
        this.clock = clock;
    }

    List<Request> plan(
            Job job, Origin origin, ProviderCatalog catalog, @Nullable LocalDate from, @Nullable LocalDate to) {
        return CollectionPlan.decide(knowledge(job, origin, catalog), from, to);
    }

    private Knowledge knowledge(Job job, Origin origin, ProviderCatalog catalog) {
        Map<Dataset, Map<String, Coverage>> coverage = new EnumMap<>(Dataset.class);
        job.datasets().forEach(dataset -> coverage.put(dataset, log.coverage(job.name(), origin, dataset)));
        return new Knowledge(job.datasets(), catalog, coverage, calendars(catalog), AsOf.of(clock.instant()));
    }

    /** Of the symbols that our books know; a re-used one trades by the calendar of its last holder. */
    private Map<String, ExchangeCalendar> calendars(ProviderCatalog catalog) {
        Map<Symbol, String> offered = new HashMap<>();
        catalog.symbols().values().stream()
                .flatMap(Collection::stream)
                .filter(Symbol::isValid)
                .forEach(symbol -> offered.put(Symbol.parse(symbol), symbol));
        Map<String, ExchangeCalendar> calendars = new HashMap<>();
        assets.holders(offered.keySet()).forEach((symbol, holders) -> {
            AssetDefinition definition = holders.getLast().asset().definition();
            calendars.put(offered.getOrDefault(symbol, symbol.value()), ExchangeCalendar.of(definition));
        });
        return calendars;
    }
}
