package io.lumia.functions.load;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.ItemResult;
import io.lumia.collection.SessionCount;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.FactStore.Merged;
import io.lumia.market.Fundamental;
import io.lumia.market.Observation;
import io.lumia.market.check.Checked;
import io.lumia.market.check.FundamentalChecks;
import io.lumia.market.check.ObservationChecks;
import io.lumia.market.check.SymbolRouting;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Checks and merges observations and fundamentals. */
@Singleton
@Requires(beans = FactStore.class)
final class FactLoader {

    private final AssetCatalog catalog;
    private final FactStore store;
    private final CollectionLog log;
    private final ItemResults results;
    private final IdSource ids;
    private final Clock clock;

    FactLoader(
            AssetCatalog catalog, FactStore store, CollectionLog log, ItemResults results, IdSource ids, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.log = log;
        this.results = results;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is particular to one kind of fact.
     *
     * @param dateOf the day by which a row finds its asset
     * @param check  judges the rows of one asset
     */
    private record Kind<T>(
            Function<T, LocalDate> dateOf,
            BiFunction<Asset, List<Row<T>>, Checked<T>> check,
            BiFunction<BatchStamp, Map<Asset, List<T>>, Merged> merge) {}

    ItemResult loadObservations(AnswerCollected message, RawAnswers.Read read) {
        return load(
                message,
                read,
                read.rows().observations(),
                new Kind<>(
                        Observation::date,
                        (_, rows) -> ObservationChecks.check(rows, message.to()),
                        store::mergeObservations));
    }

    /** A report belongs to the company that had the symbol when it was published. */
    ItemResult loadFundamentals(AnswerCollected message, RawAnswers.Read read) {
        return load(
                message,
                read,
                read.rows().fundamentals(),
                new Kind<>(
                        Fundamental::reportedAt,
                        (_, rows) -> FundamentalChecks.check(rows, message.to()),
                        store::mergeFundamentals));
    }

    private <T> ItemResult load(AnswerCollected message, RawAnswers.Read read, List<Row<T>> rows, Kind<T> kind) {
        Instant now = clock.instant();
        RejectedRows rejected = new RejectedRows(read.rows().rejected());
        SymbolHolders symbols = SymbolHolders.of(catalog, message.symbols(), rows);
        SymbolRouting<T> routed = SymbolRouting.route(rows, symbols.bySymbol(), kind.dateOf());
        rejected.addAll(routed.rejected());
        Superseded superseded = new Superseded(log.laterAnswers(message.itemId(), message.collectedAt()));
        Map<Asset, List<Row<T>>> current =
                superseded.isEmpty() ? routed.rows() : superseded.without(routed.rows(), kind.dateOf(), (_, _) -> true);
        Map<Asset, List<T>> believed = new LinkedHashMap<>();
        current.forEach((asset, ofAsset) -> {
            Checked<T> checked = kind.check().apply(asset, ofAsset);
            believed.put(asset, checked.accepted());
            rejected.addAll(checked.rejected());
        });
        Merged merged = kind.merge().apply(new BatchStamp(ids.next(), read.source(), now), believed);
        return results.of(message, read, merged.counts(), rejected, superseded, SessionCount.NONE, "");
    }
}
