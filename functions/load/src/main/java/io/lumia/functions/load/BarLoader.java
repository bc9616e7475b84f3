package io.lumia.functions.load;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.ItemResult;
import io.lumia.collection.QuarantineReview;
import io.lumia.collection.SessionCount;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.BarDates;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.FactStore.Merged;
import io.lumia.market.MergeCounts;
import io.lumia.market.RereadRequests;
import io.lumia.market.Source;
import io.lumia.market.check.BarBatch;
import io.lumia.market.check.BarChecks;
import io.lumia.market.check.Checked;
import io.lumia.market.check.Finding;
import io.lumia.market.check.SymbolRouting;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks bars against the calendar, their asset's life, its actions and the bars before them, and merges what holds. Where an
 * answer brings actions beside its bars, they are taken in first; one result counts both.
 */
@Singleton
@Requires(beans = FactStore.class)
final class BarLoader {

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private final AssetCatalog catalog;
    private final ActionLoader actions;
    private final FactStore store;
    private final BarDates barDates;
    private final CollectionLog log;
    private final QuarantineReview review;
    private final RereadRequests rereads;
    private final ItemResults results;
    private final ChangedPrices changedPrices;
    private final IdSource ids;
    private final Clock clock;

    BarLoader(
            AssetCatalog catalog,
            ActionLoader actions,
            FactStore store,
            BarDates barDates,
            CollectionLog log,
            QuarantineReview review,
            RereadRequests rereads,
            ItemResults results,
            ChangedPrices changedPrices,
            IdSource ids,
            Clock clock) {
        this.catalog = catalog;
        this.actions = actions;
        this.store = store;
        this.barDates = barDates;
        this.log = log;
        this.review = review;
        this.rereads = rereads;
        this.results = results;
        this.changedPrices = changedPrices;
        this.ids = ids;
        this.clock = clock;
    }

    ItemResult load(AnswerCollected message, RawAnswers.Read read) {
        BatchStamp stamp = new BatchStamp(ids.next(), read.source(), clock.instant());
        RejectedRows rejected = new RejectedRows(read.rows().rejected());
        Superseded superseded = new Superseded(log.laterAnswers(message.itemId(), message.collectedAt()));
        Merged withBars = actionsWithBars(message, read, stamp, rejected, superseded);
        List<Row<DailyBar>> rows = read.rows().bars();
        SymbolHolders symbols = SymbolHolders.of(catalog, message.symbols(), rows);
        SymbolRouting<DailyBar> routed = SymbolRouting.route(rows, symbols.bySymbol(), DailyBar::date);
        rejected.addAll(routed.rejected());
        Map<Asset, List<Row<DailyBar>>> current =
                superseded.isEmpty() ? routed.rows() : withoutSuperseded(superseded, routed.rows(), message);
        List<Finding> findings = new ArrayList<>();
        Map<Asset, List<DailyBar>> believed = new LinkedHashMap<>();
        Books books = books(read.source(), current);
        current.forEach((asset, ofAsset) -> {
            Checked<DailyBar> checked = BarChecks.check(books.batch(message, read.source(), asset, ofAsset));
            believed.put(asset, checked.accepted());
            rejected.addAll(checked.rejected());
            findings.addAll(checked.findings());
        });
        Merged merged = store.mergeBars(stamp, believed);
        changedPrices.tellOf(message, withBars, merged, stamp.learnedAt());
        settleRereads(message, believed.keySet(), stamp);
        SessionCount sessions = new ExpectedSessions(message, symbols).count(believed);
        MergeCounts counts = withBars.counts().plus(merged.counts());
        return results.of(message, read, counts, rejected, superseded, sessions, remarks(findings));
    }

    /** A whole history is what a request to read again waits for. */
    private void settleRereads(AnswerCollected message, Set<Asset> assets, BatchStamp stamp) {
        if (message.from() == null && !assets.isEmpty()) {
            rereads.done(assets.stream().map(Asset::id).toList(), message.collectedAt(), stamp.learnedAt());
        }
    }

    /** First the actions of the answer, if it brings any: its bars are held against them. */
    private Merged actionsWithBars(
            AnswerCollected message,
            RawAnswers.Read read,
            BatchStamp stamp,
            RejectedRows rejected,
            Superseded superseded) {
        RejectedRows rejectedActions = new RejectedRows(List.of());
        Merged merged = actions.mergeBeside(message, read, stamp, rejectedActions, superseded);
        results.setAside(message, read, Dataset.ACTIONS, rejectedActions, rejected);
        return merged;
    }

    private Map<Asset, List<Row<DailyBar>>> withoutSuperseded(
            Superseded superseded, Map<Asset, List<Row<DailyBar>>> rows, AnswerCollected message) {
        Map<Asset, Set<LocalDate>> inBooks = new HashMap<>();
        barDates.dates(List.copyOf(rows.keySet()), BEGINNING, message.to())
                .forEach((asset, dates) -> inBooks.put(asset, Set.copyOf(dates)));
        return superseded.without(rows, DailyBar::date, (asset, date) -> inBooks.getOrDefault(asset, Set.of())
                .contains(date));
    }

    /**
     * What our books hold about the assets of an answer.
     *
     * @param before  the newest bars before each asset's first row, oldest first
     * @param waiting days of bars that are set aside as unexplained jumps, by symbol
     * @param released bars that a person has believed, by symbol
     */
    private record Books(
            Map<Asset, List<DailyBar>> before,
            Map<Asset, List<CorporateAction>> actions,
            Map<String, List<LocalDate>> waiting,
            Map<String, List<DailyBar>> released) {

        BarBatch batch(AnswerCollected message, Source source, Asset asset, List<Row<DailyBar>> rows) {
            List<DailyBar> context = before.getOrDefault(asset, List.of());
            return new BarBatch(
                    asset,
                    rows,
                    context,
                    waitingBetween(context, rows),
                    actions.getOrDefault(asset, List.of()),
                    source,
                    ExpectedSessions.lastClosed(message, asset),
                    released.getOrDefault(rows.getFirst().symbol(), List.of()));
        }

        private int waitingBetween(List<DailyBar> context, List<Row<DailyBar>> rows) {
            LocalDate after =
                    context.isEmpty() ? LocalDate.MIN : context.getLast().date();
            LocalDate before = firstDay(rows);
            return (int) waiting.getOrDefault(rows.getFirst().symbol(), List.of()).stream()
                    .filter(day -> day.isAfter(after) && day.isBefore(before))
                    .count();
        }
    }

    private Books books(Source source, Map<Asset, List<Row<DailyBar>>> rows) {
        List<String> symbols = rows.values().stream()
                .map(ofAsset -> ofAsset.getFirst().symbol())
                .distinct()
                .toList();
        return new Books(
                before(source, rows),
                store.actions(List.copyOf(rows.keySet())),
                log.waitingBars(source, symbols),
                review.releasedBars(source, symbols));
    }

    /** Assets whose rows begin on the same day are read together. */
    private Map<Asset, List<DailyBar>> before(Source source, Map<Asset, List<Row<DailyBar>>> rows) {
        Map<LocalDate, List<Asset>> byFirstDay = new LinkedHashMap<>();
        rows.forEach((asset, ofAsset) -> byFirstDay
                .computeIfAbsent(firstDay(ofAsset), _ -> new ArrayList<>())
                .add(asset));
        Map<Asset, List<DailyBar>> before = new HashMap<>();
        byFirstDay.forEach(
                (day, assets) -> before.putAll(store.recentBarsInUnitsOf(source, assets, day, BarChecks.CONTEXT_BARS)));
        return before;
    }

    private static LocalDate firstDay(List<Row<DailyBar>> rows) {
        LocalDate first = rows.getFirst().value().date();
        for (Row<DailyBar> row : rows) {
            first = row.value().date().isBefore(first) ? row.value().date() : first;
        }
        return first;
    }

    private static String remarks(List<Finding> findings) {
        return String.join(
                "; ",
                findings.stream()
                        .map(finding -> "%s %s: %s"
                                .formatted(finding.symbol(), finding.kind().code(), finding.detail()))
                        .toList());
    }
}
