package io.lumia.local.collect;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.ItemStatus;
import io.lumia.collection.Run;
import io.lumia.functions.plancollection.ResumeCollection;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.local.runtime.Outage;
import io.lumia.local.text.Progress;
import io.lumia.platform.database.Transactions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Waits for a run to end, however its providers put it off. */
public final class RunWait {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Set<String> AWAITED = Set.of(ItemStatus.PLANNED.code(), ItemStatus.ASKED.code());

    private final CollectionLog log;
    private final ResumeCollection resumeCollection;
    private final Transactions transactions;
    private final boolean isKeepingHouse;

    /** @param isKeepingHouse whether nobody else asks again for items that were put off */
    public RunWait(FunctionHost functions, boolean isKeepingHouse) {
        this.log = functions.bean(CollectionLog.class);
        this.resumeCollection = functions.bean(ResumeCollection.class);
        this.transactions = functions.bean(Transactions.class);
        this.isKeepingHouse = isKeepingHouse;
    }

    /**
     * Returns the run as it ended.
     *
     * @throws AppException LIMIT_REACHED when it takes longer; the run goes on where somebody is at work
     */
    public Run await(UUID runId, Progress progress, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        Outage outage = new Outage();
        Run run = show(runId, progress);
        while (run.finishedAt() == null) {
            if (System.nanoTime() > deadline) {
                throw new AppException(
                        ErrorCode.LIMIT_REACHED,
                        "run %s is not finished after %d s: items %s; lumia runs show %s"
                                .formatted(runId, atMost.toSeconds(), run.itemsByStatus(), runId));
            }
            Thread.sleep(PAUSE);
            run = outage.bear(() -> look(runId, progress), run);
        }
        return run;
    }

    private Run look(UUID runId, Progress progress) {
        if (isKeepingHouse) {
            resumeCollection.resumeDeferred();
        }
        return show(runId, progress);
    }

    private Run show(UUID runId, Progress progress) {
        Run run = transactions
                .inTransaction(() -> log.findRun(runId))
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no run with the id %s".formatted(runId)));
        int done = run.itemsByStatus().entrySet().stream()
                .filter(entry -> !AWAITED.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        progress.at(done, run.asked(), "items, %,d rows".formatted(run.rowsLoaded()));
        return run;
    }
}
