package io.lumia.functions.plancollection;

import io.lumia.collection.CallLedger;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Item;
import io.lumia.collection.ItemResult;
import io.lumia.collection.Run;
import io.lumia.collection.progress.RunProgress;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be looked after between ticks: items without an answer, runs that are open for too long, how old our data is. */
@Singleton
@Requires(beans = CollectionLog.class)
public final class KeepHouse {

    static final String RUN_TOO_LONG = "run_too_long";

    /** Of each time; the rest goes with the next. */
    private static final int MOST_PRUNED = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(KeepHouse.class);

    private final ResumeCollection resumeCollection;
    private final CollectionLog log;
    private final RunProgress progress;
    private final CallLedger ledger;
    private final Transactions transactions;
    private final MeasureDataAge dataAge;
    private final Clock clock;

    KeepHouse(
            ResumeCollection resumeCollection,
            CollectionLog log,
            RunProgress progress,
            CallLedger ledger,
            Transactions transactions,
            MeasureDataAge dataAge,
            Clock clock) {
        this.resumeCollection = resumeCollection;
        this.log = log;
        this.progress = progress;
        this.ledger = ledger;
        this.transactions = transactions;
        this.dataAge = dataAge;
        this.clock = clock;
    }

    public void keep() {
        int resumed = resumeCollection.resumeOverdue();
        if (resumed > 0) {
            LOG.info("asked again for {} items without an answer", resumed);
        }
        log.overdueRuns(clock.instant()).forEach(this::giveUp);
        ledger.prune(clock.instant(), MOST_PRUNED);
        progress.flush();
        dataAge.measure();
    }

    /** Ends what did not end within the job's bound, so that the run says what it got. */
    private void giveUp(Run run) {
        LOG.warn(
                "run {} of {} has been open since {}; what is open is given up",
                run.id(),
                run.jobName(),
                run.startedAt());
        for (Item item : log.items(run.id())) {
            if (!item.status().hasEnded()) {
                String detail = "the run was open for longer than its job allows, since " + run.startedAt();
                transactions.inTransaction(() -> {
                    progress.end(PlanCollection.ANNOUNCER, item.id(), ItemResult.failed(RUN_TOO_LONG, detail));
                });
            }
        }
    }
}
