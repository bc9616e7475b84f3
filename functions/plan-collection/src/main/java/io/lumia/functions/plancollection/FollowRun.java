package io.lumia.functions.plancollection;

import io.lumia.events.collectionrunfinished.v1.CollectionRunFinished;
import io.lumia.platform.database.Inbox;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the end of a run sets going. */
@Singleton
@Requires(beans = Inbox.class)
public final class FollowRun {

    private static final Logger LOG = LoggerFactory.getLogger(FollowRun.class);

    private final Inbox inbox;
    private final Transactions transactions;

    public FollowRun(Inbox inbox, Transactions transactions) {
        this.inbox = inbox;
        this.transactions = transactions;
    }

    /** Once per event, however often it is delivered. Nothing waits for another job's end yet. */
    public void followUp(CollectionRunFinished finished) {
        transactions.inTransaction(() -> {
            if (inbox.accept(PlanCollection.ANNOUNCER, finished.eventId())) {
                LOG.debug(
                        "job {}: run {} ended as {}; nothing waits for it",
                        finished.jobName(),
                        finished.runId(),
                        finished.status());
            }
        });
    }
}
