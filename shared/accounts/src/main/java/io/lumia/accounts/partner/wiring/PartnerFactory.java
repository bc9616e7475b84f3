package io.lumia.accounts.partner.wiring;

import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.partner.CheckKey;
import io.lumia.accounts.partner.CountUsage;
import io.lumia.accounts.partner.GatewayKeys;
import io.lumia.accounts.partner.IssueKey;
import io.lumia.accounts.partner.KeyUsage;
import io.lumia.accounts.partner.LiveKeys;
import io.lumia.accounts.partner.MirrorKeys;
import io.lumia.accounts.partner.PartnerKeys;
import io.lumia.accounts.partner.RevokeKey;
import io.lumia.accounts.partner.RotateKey;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.accounts.quota.ForgetIdleQuotas;
import io.lumia.accounts.quota.Quotas;
import io.lumia.accounts.quota.TakeQuota;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.metrics.Metrics;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/** The use cases of keys and quotas. */
@Factory
@Requires(beans = {DataSource.class, Peppers.class})
final class PartnerFactory {

    @Singleton
    MirrorKeys mirrorKeys(LiveKeys keys, Optional<GatewayKeys> gateway, Clock clock) {
        return new MirrorKeys(keys, gateway, clock);
    }

    @Singleton
    IssueKey issueKey(
            PartnerKeys keys,
            Peppers peppers,
            RecordAct record,
            MirrorKeys mirror,
            Transactions transactions,
            IdSource ids,
            Clock clock) {
        return new IssueKey(keys, peppers, record, mirror, transactions, ids, new SecureRandom(), clock);
    }

    @Singleton
    RotateKey rotateKey(
            PartnerKeys keys,
            IssueKey issuing,
            RecordAct record,
            MirrorKeys mirror,
            Transactions transactions,
            Clock clock) {
        return new RotateKey(keys, issuing, record, mirror, transactions, clock);
    }

    @Singleton
    RevokeKey revokeKey(PartnerKeys keys, RecordAct record, MirrorKeys mirror, Transactions transactions, Clock clock) {
        return new RevokeKey(keys, record, mirror, transactions, clock);
    }

    @Singleton
    CheckKey checkKey(PartnerKeys keys, Peppers peppers, RecordAct record, Transactions transactions, Clock clock) {
        return new CheckKey(keys, peppers, record, transactions, clock);
    }

    @Singleton
    @Bean(preDestroy = "flush")
    CountUsage countUsage(KeyUsage usage, IdSource ids, Clock clock) {
        return new CountUsage(usage, ids, clock);
    }

    @Singleton
    TakeQuota takeQuota(Quotas quotas, Clock clock, Metrics metrics) {
        return new TakeQuota(quotas, clock, metrics);
    }

    @Singleton
    ForgetIdleQuotas forgetIdleQuotas(Quotas quotas, Clock clock) {
        return new ForgetIdleQuotas(quotas, clock);
    }
}
