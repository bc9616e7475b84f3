package io.lumia.accounts.audit;

import io.lumia.accounts.pepper.Peppers;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs where the chain stands. Once a day is enough: what is rewritten before the next seal goes unseen. Whoever may do
 * everything in the database could remove the seals too, so each is also logged: keep the log elsewhere.
 */
public final class SealAuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(SealAuditLog.class);

    private final AuditLog log;
    private final Peppers peppers;
    private final Clock clock;

    public SealAuditLog(AuditLog log, Peppers peppers, Clock clock) {
        this.log = log;
        this.peppers = peppers;
        this.clock = clock;
    }

    /** The seal; empty where nothing came since the last checkpoint. */
    public Optional<Checkpoint> seal() {
        AuditLog.Head head = log.head();
        if (head.sequence() == 0
                || !log.checkpoints(head.sequence(), head.sequence()).isEmpty()) {
            return Optional.empty();
        }
        Checkpoint seal = Checkpoint.signed(
                Checkpoint.Kind.SEAL, head.sequence(), head.hash(), clock.instant(), peppers.current());
        log.seal(seal);
        LOG.info(
                "audit log sealed at entry {} with hash {}, signature {}",
                seal.sequence(),
                seal.hash(),
                seal.signature());
        return Optional.of(seal);
    }
}
