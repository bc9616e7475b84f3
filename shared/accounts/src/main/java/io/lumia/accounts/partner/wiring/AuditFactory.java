package io.lumia.accounts.partner.wiring;

import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.audit.PruneAuditLog;
import io.lumia.accounts.audit.RecordAccountEvent;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.audit.Retention;
import io.lumia.accounts.audit.SealAuditLog;
import io.lumia.accounts.audit.VerifyAuditLog;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** What of the audit log needs a pepper; {@link PublishFactory} makes what only writes. */
@Factory
@Requires(beans = {DataSource.class, Peppers.class})
final class AuditFactory {

    @Singleton
    RecordAccountEvent recordAccountEvent(AuditLog log, Peppers peppers) {
        return new RecordAccountEvent(log, peppers);
    }

    @Singleton
    VerifyAuditLog verifyAuditLog(AuditLog log, Peppers peppers) {
        return new VerifyAuditLog(log, peppers);
    }

    @Singleton
    SealAuditLog sealAuditLog(AuditLog log, Peppers peppers, Clock clock) {
        return new SealAuditLog(log, peppers, clock);
    }

    @Singleton
    PruneAuditLog pruneAuditLog(
            AuditLog log,
            RecordAct record,
            Peppers peppers,
            Transactions transactions,
            Clock clock,
            @Value("${lumia.audit.retention-years:7}") int years) {
        return new PruneAuditLog(log, record, peppers, new Retention(years), transactions, clock);
    }
}
