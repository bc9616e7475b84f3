package io.lumia.functions.collectionapi.quarantine;

import io.lumia.collection.ReviewedRow;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.FactStore.Merged;
import io.lumia.market.Fundamental;
import io.lumia.market.MarketFact;
import io.lumia.market.Observation;
import io.lumia.market.Source;
import io.lumia.market.check.BarChecks;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Merges rows that a person believes into our books, and tells of prices that changed. Inside the caller's transaction. */
@Singleton
@Requires(beans = FactStore.class)
final class RowReleaser {

    private final AssetCatalog catalog;
    private final FactStore store;
    private final ReleasedPrices releasedPrices;
    private final IdSource ids;

    RowReleaser(AssetCatalog catalog, FactStore store, ReleasedPrices releasedPrices, IdSource ids) {
        this.catalog = catalog;
        this.store = store;
        this.releasedPrices = releasedPrices;
        this.ids = ids;
    }

    /** What came of it: rows that are in our books now, and why the others are not, by row id. */
    record Result(List<Long> released, Map<Long, String> refused) {}

    /** A row that can be merged. */
    private record Loadable(ReviewedRow row, Asset asset, MarketFact fact, Source source) {

        Delivery delivery() {
            return new Delivery(row.runId(), row.itemId(), source);
        }

        /** What our books hold once. */
        Object key() {
            return switch (fact) {
                case DailyBar bar -> List.of(asset.id(), "bar", bar.date());
                case CorporateAction action -> List.of(asset.id(), action.kind(), action.exDate());
                case Observation value -> List.of(asset.id(), "observation", value.date());
                case Fundamental report ->
                    List.of(asset.id(), report.metric(), report.periodStart(), report.periodEnd(), report.reportedAt());
            };
        }
    }

    /** Rows that came together are merged together. */
    private record Delivery(UUID runId, UUID itemId, Source source) {}

    Result release(List<ReviewedRow> rows, Instant now) {
        Map<Long, String> refused = new TreeMap<>();
        Map<Delivery, List<Loadable>> deliveries = new LinkedHashMap<>();
        List<Long> released = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        for (ReviewedRow row : rows) {
            Optional<Loadable> loadable = loadable(row, today, refused);
            if (loadable.isPresent() && !taken.add(loadable.get().key())) {
                refused.put(
                        row.id(), "another row about the same is released with it; decide about one after the other");
            } else if (loadable.isPresent()) {
                deliveries
                        .computeIfAbsent(loadable.get().delivery(), _ -> new ArrayList<>())
                        .add(loadable.get());
                released.add(row.id());
            }
        }
        deliveries.forEach((delivery, some) -> merge(delivery, some, now));
        return new Result(released, refused);
    }

    private Optional<Loadable> loadable(ReviewedRow row, LocalDate today, Map<Long, String> refused) {
        @Nullable MarketFact fact = row.rejected().value();
        @Nullable Source source = row.source();
        if (!row.rejected().reason().canBeReleased()) {
            refused.put(
                    row.id(),
                    "a row with the reason %s cannot be right"
                            .formatted(row.rejected().reason().code()));
            return Optional.empty();
        }
        if (fact == null || source == null) {
            refused.put(row.id(), "the row's value is not known, so there is nothing that could be loaded");
            return Optional.empty();
        }
        Optional<String> impossible = impossible(fact, today);
        if (impossible.isPresent()) {
            refused.put(row.id(), impossible.get());
            return Optional.empty();
        }
        String symbol = row.rejected().symbol();
        Optional<Asset> asset =
                Symbol.isValid(symbol) ? catalog.find(Symbol.parse(symbol), fact.heldOn()) : Optional.empty();
        if (asset.isEmpty()) {
            refused.put(row.id(), "no asset had the symbol %s on %s".formatted(symbol, fact.heldOn()));
        }
        return asset.map(holder -> new Loadable(row, holder, fact, source));
    }

    private static Optional<String> impossible(MarketFact fact, LocalDate today) {
        if (fact.heldOn().isAfter(today)) {
            return Optional.of("%s has not come yet".formatted(fact.heldOn()));
        }
        return fact instanceof CorporateAction action && action.value() <= 0
                ? Optional.of("a %s of %s; allowed: a positive number"
                        .formatted(action.kind().code(), action.value()))
                : Optional.empty();
    }

    private void merge(Delivery delivery, List<Loadable> rows, Instant now) {
        BatchStamp stamp = new BatchStamp(ids.next(), delivery.source(), now);
        Map<Asset, List<DailyBar>> bars = ofKind(rows, DailyBar.class);
        bars.replaceAll((_, some) -> some.stream()
                .map(BarChecks::released)
                .sorted(Comparator.comparing(DailyBar::date))
                .toList());
        tell(delivery, bars, some -> store.mergeBars(stamp, some), releasedPrices::tellOfBars, now);
        tell(
                delivery,
                ofKind(rows, CorporateAction.class),
                some -> store.mergeActions(stamp, some),
                releasedPrices::tellOfActions,
                now);
        mergeQuietly(ofKind(rows, Observation.class), some -> store.mergeObservations(stamp, some));
        mergeQuietly(ofKind(rows, Fundamental.class), some -> store.mergeFundamentals(stamp, some));
    }

    /** Announces what a merge changed. */
    private interface Teller {
        void tell(UUID runId, UUID itemId, UUID batchId, Merged merged, Instant now);
    }

    private <T> void tell(
            Delivery delivery,
            Map<Asset, List<T>> facts,
            Function<Map<Asset, List<T>>, Merged> merge,
            Teller teller,
            Instant now) {
        if (!facts.isEmpty()) {
            teller.tell(delivery.runId(), delivery.itemId(), ids.next(), merge.apply(facts), now);
        }
    }

    private static <T> void mergeQuietly(Map<Asset, List<T>> facts, Consumer<Map<Asset, List<T>>> merge) {
        if (!facts.isEmpty()) {
            merge.accept(facts);
        }
    }

    private static <T extends MarketFact> Map<Asset, List<T>> ofKind(List<Loadable> rows, Class<T> kind) {
        return rows.stream()
                .filter(row -> kind.isInstance(row.fact()))
                .collect(Collectors.groupingBy(
                        Loadable::asset,
                        LinkedHashMap::new,
                        Collectors.mapping(row -> kind.cast(row.fact()), Collectors.toList())));
    }
}
