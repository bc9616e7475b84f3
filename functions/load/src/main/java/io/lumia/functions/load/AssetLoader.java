package io.lumia.functions.load;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.ItemResult;
import io.lumia.collection.SessionCount;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCategory;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.BarDates;
import io.lumia.market.MergeCounts;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.Source;
import io.lumia.market.check.RenameRule;
import io.lumia.market.provider.bundle.BundleProvider;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes instruments and series into the catalogue, one by one, so that one that contradicts it does not stop the others. A
 * bundle describes an asset wholly; a web provider says what it knows, and what it leaves open stays as it was. A company
 * that trades under another ticker than before keeps its identity.
 */
@Singleton
@Requires(beans = AssetCatalog.class)
final class AssetLoader {

    private static final long NO_LINE = 0;

    private final AssetCatalog catalog;
    private final BarDates barDates;
    private final CollectionLog log;
    private final ItemResults results;

    AssetLoader(AssetCatalog catalog, BarDates barDates, CollectionLog log, ItemResults results) {
        this.catalog = catalog;
        this.barDates = barDates;
        this.log = log;
        this.results = results;
    }

    ItemResult load(AnswerCollected message, RawAnswers.Read read) {
        RejectedRows rejected = new RejectedRows(read.rows().rejected());
        MergeCounts counts = MergeCounts.NONE;
        Superseded superseded = new Superseded(log.laterAnswers(message.itemId(), message.collectedAt()));
        List<String> remarks = new ArrayList<>();
        boolean isWhole = message.provider().equals(BundleProvider.NAME);
        for (AssetDefinition definition : isWhole ? read.rows().assets() : wanted(message, read)) {
            if (superseded.coversAnyOf(definition.symbol().value())) {
                superseded.countOne();
            } else {
                if (!isWhole) {
                    renamed(definition, read, message).ifPresent(remarks::add);
                }
                AssetDefinition full = isWhole ? definition : completed(definition);
                counts = counts.plus(merge(full, read.source(), rejected));
            }
        }
        return results.of(message, read, counts, rejected, superseded, SessionCount.NONE, String.join("; ", remarks));
    }

    /** Those that were asked for: a list of all there is says which symbols live, but does not bring them into our books. */
    private static List<AssetDefinition> wanted(AnswerCollected message, RawAnswers.Read read) {
        Set<String> asked = Set.copyOf(message.symbols());
        return read.rows().assets().stream()
                .filter(asset -> asked.contains(asset.symbol().value()))
                .toList();
    }

    /** What the source leaves open stays as our books have it; a life that they know is not changed. */
    private AssetDefinition completed(AssetDefinition given) {
        return catalog.find(given.symbol(), null)
                .map(asset -> given.completedBy(asset.definition()))
                .orElse(given);
    }

    /** Moves a company that we know to its new ticker; what was done, for the item. */
    private Optional<String> renamed(AssetDefinition definition, RawAnswers.Read read, AnswerCollected message) {
        String cik = definition.cik();
        if (cik == null || catalog.find(definition.symbol(), null).isPresent()) {
            return Optional.empty();
        }
        Set<Symbol> listed =
                read.rows().assets().stream().map(AssetDefinition::symbol).collect(Collectors.toSet());
        return RenameRule.propose(definition, catalog.liveStocksOf(cik), listed)
                .filter(rename -> catalog.rename(
                        rename.asset().id(), rename.old(), rename.current(), firstDay(rename.asset(), message)))
                .map(rename -> "%s trades as %s now".formatted(rename.old(), rename.current()));
    }

    /** The day after its last bar under the old ticker; the day on which we heard of it where there is none. */
    private LocalDate firstDay(Asset asset, AnswerCollected message) {
        LocalDate heard = message.collectedAt().atZone(ZoneOffset.UTC).toLocalDate();
        List<LocalDate> dates =
                barDates.dates(List.of(asset), LocalDate.of(1900, 1, 1), heard).getOrDefault(asset, List.of());
        return dates.isEmpty() || !dates.getLast().isBefore(heard)
                ? heard
                : dates.getLast().plusDays(1);
    }

    private MergeCounts merge(AssetDefinition definition, Source source, RejectedRows rejected) {
        try {
            return catalog.merge(List.of(definition), source);
        } catch (AppException e) {
            if (e.code().category() != ErrorCategory.CALLER) {
                throw e;
            }
            rejected.add(new Rejected(
                    NO_LINE,
                    definition.symbol().value(),
                    definition.firstDate(),
                    QuarantineReason.INVALID_PERIOD,
                    definition.toString(),
                    String.valueOf(e.getMessage())));
            return MergeCounts.NONE;
        }
    }
}
