package io.lumia.functions.keepaccounts;

import io.lumia.accounts.audit.AuditVerdict;
import io.lumia.accounts.audit.AuditVerdict.Broken;
import io.lumia.accounts.audit.AuditVerdict.Intact;
import io.lumia.accounts.audit.PruneAuditLog;
import io.lumia.accounts.audit.SealAuditLog;
import io.lumia.accounts.audit.VerifyAuditLog;
import io.lumia.events.auditchainbroken.v1.AuditChainBroken;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.time.NamedIds;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks through the audit log, then prunes and seals it. One that is broken is left as it is: it is evidence. */
@Singleton
@Requires(beans = {VerifyAuditLog.class, PruneAuditLog.class, SealAuditLog.class, Outbox.class})
final class KeepAuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(KeepAuditLog.class);
    private static final UUID NAMESPACE = UUID.fromString("6a5c1f3e-2a44-5a0b-8a7f-617564697401");
    private static final String SOURCE = "lumia.keep-accounts";
    private static final int EVENTS_PER_FLUSH = 10;

    private final VerifyAuditLog verification;
    private final PruneAuditLog pruning;
    private final SealAuditLog sealing;
    private final Transactions transactions;
    private final Outbox outbox;
    private final JsonCodec json;
    private final Clock clock;

    KeepAuditLog(
            VerifyAuditLog verification,
            PruneAuditLog pruning,
            SealAuditLog sealing,
            Transactions transactions,
            Outbox outbox,
            JsonCodec json,
            Clock clock) {
        this.verification = verification;
        this.pruning = pruning;
        this.sealing = sealing;
        this.transactions = transactions;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** @return how many entries went; fails where the chain is broken */
    long keep() {
        return switch (verification.verify()) {
            case Intact intact -> {
                LOG.info("audit log intact: {} entries up to {}", intact.entries(), intact.lastSequence());
                long gone = pruning.prune(intact);
                sealing.seal();
                yield gone;
            }
            case Broken broken -> throw alarm(broken);
        };
    }

    private AppException alarm(Broken broken) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String fault = code(broken.fault());
        UUID eventId = NamedIds.of(
                NAMESPACE, "%d %s %s".formatted(broken.sequence(), fault, now.truncatedTo(ChronoUnit.DAYS)));
        AuditChainBroken event = new AuditChainBroken(eventId, broken.sequence(), fault, broken.detail(), now);
        transactions.inTransaction(
                () -> outbox.add(eventId, new Announcement(SOURCE, "AuditChainBroken", json.write(event))));
        outbox.flush(EVENTS_PER_FLUSH);
        return new AppException(
                ErrorCode.INTERNAL,
                "the audit log is broken at entry %d (%s): %s".formatted(broken.sequence(), fault, broken.detail()));
    }

    private static String code(AuditVerdict.Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT);
    }
}
