package io.lumia.functions.load;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.ItemResult;
import io.lumia.collection.ItemStatus;
import io.lumia.collection.SessionCount;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.market.Dataset;
import io.lumia.market.MergeCounts;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Sets aside what was not believed and sums up what became of an answer's rows. */
@Singleton
@Requires(beans = CollectionLog.class)
final class ItemResults {

    private final CollectionLog log;
    private final Clock clock;

    ItemResults(CollectionLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Sets aside rows of another dataset than the item's, which are kept apart from the item's own and counted with them. */
    void setAside(
            AnswerCollected message, RawAnswers.Read read, Dataset dataset, RejectedRows others, RejectedRows all) {
        if (others.total() > 0) {
            log.quarantine(message.itemId(), dataset, read.source(), others.kept(), clock.instant());
        }
        all.countAll(others);
    }

    ItemResult of(
            AnswerCollected message,
            RawAnswers.Read read,
            MergeCounts counts,
            RejectedRows rejected,
            Superseded superseded,
            SessionCount sessions,
            String remarks) {
        log.quarantine(
                message.itemId(), Dataset.parse(message.dataset()), read.source(), rejected.kept(), clock.instant());
        long unchanged = counts.unchanged() + superseded.rows();
        long received = counts.changed() + unchanged + rejected.total();
        return new ItemResult(
                status(counts, received),
                message.outcome(),
                joined(joined(rejected.detail(), superseded.remark()), remarks),
                received,
                counts.changed(),
                unchanged,
                rejected.byReason(),
                sessions,
                rejected.unknownSymbols(),
                message.collectedAt());
    }

    private static ItemStatus status(MergeCounts counts, long received) {
        if (received == 0) {
            return ItemStatus.EMPTY;
        }
        return counts.changed() > 0 ? ItemStatus.LOADED : ItemStatus.UNCHANGED;
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "; " + second;
    }
}
