package io.lumia.functions.plancollection;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.CollectionLog.UnansweredItem;
import io.lumia.collection.progress.RunProgress;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Asks again for items whose answer does not come: a message was lost with a queue, or could not be read and lies among
 * the dead letters. After {@link RunProgress#MAX_ASKS} times an item is ended as failed, so that no run waits for ever.
 */
@Singleton
@Requires(beans = CollectionLog.class)
public final class ResumeCollection {

    /**
     * Longer than all deliveries take, so that no message that is merely slow is asked for again: five times the
     * visibility timeouts of the queues {@code collect} (12 minutes) and {@code load} (30 minutes) are 3.5 hours.
     */
    public static final Duration PATIENCE = Duration.ofHours(4);

    static final int MAX_ITEMS_AT_ONCE = 1_000;

    private final CollectionLog log;
    private final RunProgress progress;
    private final Transactions transactions;
    private final Clock clock;

    public ResumeCollection(CollectionLog log, RunProgress progress, Transactions transactions, Clock clock) {
        this.log = log;
        this.progress = progress;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Asks again for what was asked for longer ago than {@link #PATIENCE}. Returns how many items that were. */
    public int resumeOverdue() {
        return resume(clock.instant().minus(PATIENCE)) + resumeDeferred();
    }

    /**
     * Asks again for items that were put off because their provider wanted us to wait, once that time has come. Cheap, and
     * meant to be called every few minutes.
     */
    public int resumeDeferred() {
        List<UUID> due = log.deferred(clock.instant(), MAX_ITEMS_AT_ONCE);
        due.forEach(item -> transactions.inTransaction(() -> progress.askDeferred(PlanCollection.ANNOUNCER, item)));
        progress.flush();
        return due.size();
    }

    /** Asks again for everything that was asked for before an instant: after a start on which the queues are empty. */
    public int resume(Instant askedBefore) {
        List<UnansweredItem> unanswered = log.unanswered(askedBefore, MAX_ITEMS_AT_ONCE);
        unanswered.forEach(
                item -> transactions.inTransaction(() -> progress.askAgainOrGiveUp(PlanCollection.ANNOUNCER, item)));
        progress.flush();
        return unanswered.size();
    }
}
