package io.lumia.functions.load;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.ItemResult;
import io.lumia.collection.SessionCount;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.CorporateAction;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.FactStore.Merged;
import io.lumia.market.RereadRequests;
import io.lumia.market.check.ActionChecks;
import io.lumia.market.check.Checked;
import io.lumia.market.check.SymbolRouting;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Checks and merges corporate actions: those of an answer of their own, and those that come with bars. One that is new or
 * another than was known leaves a note to read its asset's adjusted prices again.
 */
@Singleton
@Requires(beans = FactStore.class)
final class ActionLoader {

    private final AssetCatalog catalog;
    private final FactStore store;
    private final CollectionLog log;
    private final ItemResults results;
    private final ChangedPrices changedPrices;
    private final RereadRequests rereads;
    private final IdSource ids;
    private final Clock clock;

    ActionLoader(
            AssetCatalog catalog,
            FactStore store,
            CollectionLog log,
            ItemResults results,
            ChangedPrices changedPrices,
            RereadRequests rereads,
            IdSource ids,
            Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.log = log;
        this.results = results;
        this.changedPrices = changedPrices;
        this.rereads = rereads;
        this.ids = ids;
        this.clock = clock;
    }

    ItemResult load(AnswerCollected message, RawAnswers.Read read) {
        BatchStamp stamp = new BatchStamp(ids.next(), read.source(), clock.instant());
        RejectedRows rejected = new RejectedRows(read.rows().rejected());
        Superseded superseded = new Superseded(log.laterAnswers(message.itemId(), message.collectedAt()));
        Merged merged = merge(message, read, stamp, rejected, superseded, (_, _) -> true);
        changedPrices.tellOfActions(message, merged, stamp.learnedAt());
        return results.of(message, read, merged.counts(), rejected, superseded, SessionCount.NONE, "");
    }

    /**
     * Merges the actions that an answer about bars brings, before its bars are held against them. A later answer may have
     * come from a source without actions, so that only those in our books are left to it.
     */
    Merged mergeBeside(
            AnswerCollected message,
            RawAnswers.Read read,
            BatchStamp stamp,
            RejectedRows rejected,
            Superseded superseded) {
        Map<Asset, Set<LocalDate>> known = new HashMap<>();
        return merge(
                message, read, stamp, rejected, superseded, (asset, date) -> known.computeIfAbsent(asset, this::exDates)
                        .contains(date));
    }

    private Set<LocalDate> exDates(Asset asset) {
        Set<LocalDate> exDates = new HashSet<>();
        store.actions(List.of(asset)).getOrDefault(asset, List.of()).forEach(action -> exDates.add(action.exDate()));
        return exDates;
    }

    private Merged merge(
            AnswerCollected message,
            RawAnswers.Read read,
            BatchStamp stamp,
            RejectedRows rejected,
            Superseded superseded,
            BiPredicate<Asset, LocalDate> isInBooks) {
        List<Row<CorporateAction>> rows = read.rows().actions();
        if (rows.isEmpty()) {
            return Merged.NOTHING;
        }
        SymbolHolders symbols = SymbolHolders.of(catalog, message.symbols(), rows);
        SymbolRouting<CorporateAction> routed = SymbolRouting.route(rows, symbols.bySymbol(), CorporateAction::exDate);
        rejected.addAll(routed.rejected());
        Map<Asset, List<Row<CorporateAction>>> current = superseded.isEmpty()
                ? routed.rows()
                : superseded.without(routed.rows(), CorporateAction::exDate, isInBooks);
        Map<Asset, List<CorporateAction>> believed = new LinkedHashMap<>();
        current.forEach((asset, ofAsset) -> {
            Checked<CorporateAction> checked =
                    ActionChecks.check(ofAsset, Map.of(), ExpectedSessions.lastClosed(message, asset));
            believed.put(asset, checked.accepted());
            rejected.addAll(checked.rejected());
        });
        Map<Asset, List<CorporateAction>> known = store.actions(List.copyOf(believed.keySet()));
        Merged merged = store.mergeActions(stamp, believed);
        merged.firstChanged().keySet().forEach(asset -> believed.getOrDefault(asset, List.of()).stream()
                .filter(action -> !known.getOrDefault(asset, List.of()).contains(action))
                .forEach(action -> rereads.noteAction(asset, action, stamp.learnedAt())));
        return merged;
    }
}
