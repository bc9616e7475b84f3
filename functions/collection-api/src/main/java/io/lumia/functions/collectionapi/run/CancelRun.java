package io.lumia.functions.collectionapi.run;

import io.lumia.collection.AuditEntry;
import io.lumia.collection.AuditLog;
import io.lumia.collection.Run;
import io.lumia.collection.RunHistory;
import io.lumia.collection.progress.RunProgress;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a run before its time, with its audit; who follows it is told. */
@Singleton
@Requires(beans = {RunProgress.class, RunHistory.class, AuditLog.class})
final class CancelRun {

    static final String ANNOUNCER = "lumia.collection-api";

    private static final Logger LOG = LoggerFactory.getLogger(CancelRun.class);

    private final RunProgress progress;
    private final RunHistory history;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    CancelRun(RunProgress progress, RunHistory history, AuditLog audit, Transactions transactions, Clock clock) {
        this.progress = progress;
        this.history = history;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Fails with NOT_FOUND, or CONFLICT where it has ended. */
    Run cancel(UUID runId, String note, String actor, String requestId) {
        Run cancelled = transactions.inTransaction(() -> {
            Run run = history.find(runId)
                    .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no run with the id %s".formatted(runId)));
            String why = "cancelled by %s%s".formatted(actor, note.isEmpty() ? "" : ": " + note);
            if (progress.cancel(ANNOUNCER, runId, why).isEmpty()) {
                throw new AppException(
                        ErrorCode.CONFLICT,
                        "run %s is %s, which is an end"
                                .formatted(runId, run.status().code()));
            }
            audit.add(new AuditEntry(
                    clock.instant(), actor, "run.cancel", "run/" + runId, Map.of("note", note), requestId));
            return history.find(runId).orElseThrow();
        });
        flush();
        return cancelled;
    }

    /** It is cancelled whether or not its news leaves now: it waits in the outbox. */
    private void flush() {
        try {
            progress.flush();
        } catch (AppException e) {
            LOG.warn("what was cancelled is told later: {}", e.getMessage());
        }
    }
}
