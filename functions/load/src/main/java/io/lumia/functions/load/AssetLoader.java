package io.lumia.functions.load;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.ItemResult;
import io.lumia.collection.SessionCount;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCategory;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.MergeCounts;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.Source;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes instruments and series into the catalogue, one by one, so that one that contradicts it does not stop the others. */
@Singleton
@Requires(beans = AssetCatalog.class)
final class AssetLoader {

    private static final long NO_LINE = 0;

    private final AssetCatalog catalog;
    private final CollectionLog log;
    private final ItemResults results;

    AssetLoader(AssetCatalog catalog, CollectionLog log, ItemResults results) {
        this.catalog = catalog;
        this.log = log;
        this.results = results;
    }

    ItemResult load(AnswerCollected message, RawAnswers.Read read) {
        RejectedRows rejected = new RejectedRows(read.rows().rejected());
        MergeCounts counts = MergeCounts.NONE;
        Superseded superseded = new Superseded(log.laterAnswers(message.itemId(), message.collectedAt()));
        for (AssetDefinition definition : read.rows().assets()) {
            if (superseded.coversAnyOf(definition.symbol().value())) {
                superseded.countOne();
            } else {
                counts = counts.plus(merge(definition, read.source(), rejected));
            }
        }
        return results.of(message, read, counts, rejected, superseded, SessionCount.NONE, "");
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
