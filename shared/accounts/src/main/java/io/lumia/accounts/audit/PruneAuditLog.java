package io.lumia.accounts.audit;

import io.lumia.accounts.audit.AuditVerdict.Broken;
import io.lumia.accounts.audit.AuditVerdict.Intact;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.RowBatches;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Removes what is older than the retention, behind a signed checkpoint from which the rest still verifies. */
public final class PruneAuditLog {

    /** In one run, so that it ends; the next goes on. */
    public static final int MAX_BATCHES = 100;

    private static final Actor ACTOR = new Actor.Program("prune-audit-log");

    private final AuditLog log;
    private final RecordAct record;
    private final Peppers peppers;
    private final Retention retention;
    private final Transactions transactions;
    private final Clock clock;

    public PruneAuditLog(
            AuditLog log,
            RecordAct record,
            Peppers peppers,
            Retention retention,
            Transactions transactions,
            Clock clock) {
        this.log = log;
        this.record = record;
        this.peppers = peppers;
        this.retention = retention;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A broken chain is left as it is: pruning would sign the break away.
     *
     * @param verdict of {@link VerifyAuditLog}, just now
     * @return how many entries went
     */
    public long prune(AuditVerdict verdict) {
        switch (verdict) {
            case Intact _ -> {}
            case Broken(long sequence, AuditVerdict.Fault fault, String detail) ->
                throw new AppException(
                        ErrorCode.CONFLICT,
                        "the audit log is not pruned, since entry %d is %s: %s".formatted(sequence, fault, detail));
        }
        return RowBatches.untilNothingIsLeft(MAX_BATCHES, () -> transactions.inTransaction(this::pruneBatch));
    }

    private long pruneBatch() {
        Instant now = clock.instant();
        Optional<AuditEntry> last = log.lastBefore(retention.keptFrom(now), AuditLog.MAX_ENTRIES_AT_ONCE);
        if (last.isEmpty()) {
            return 0;
        }
        AuditEntry entry = last.get();
        Checkpoint checkpoint =
                Checkpoint.signed(Checkpoint.Kind.PRUNING, entry.sequence(), entry.hash(), now, peppers.current());
        long removed = log.prune(checkpoint);
        record.record(ACTOR, new SystemAct.AuditPruned(entry.sequence(), removed), "");
        return removed;
    }
}
