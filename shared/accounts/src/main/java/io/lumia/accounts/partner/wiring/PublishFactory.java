package io.lumia.accounts.partner.wiring;

import io.lumia.accounts.access.RecordRefusal;
import io.lumia.accounts.access.Refusals;
import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.quota.Quotas;
import io.lumia.accounts.webhook.delivery.Deliveries;
import io.lumia.accounts.webhook.delivery.NoticeQuotaNear;
import io.lumia.accounts.webhook.delivery.PublishWebhook;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Publishing and noting acts need no secret: functions that have something to tell get none. */
@Factory
@Requires(beans = DataSource.class)
final class PublishFactory {

    @Singleton
    RecordAct recordAct(AuditLog log, Clock clock) {
        return new RecordAct(log, clock);
    }

    @Singleton
    RecordRefusal recordRefusal(Refusals refusals, RecordAct record, Transactions transactions, Clock clock) {
        return new RecordRefusal(refusals, record, transactions, clock);
    }

    @Singleton
    PublishWebhook publishWebhook(Deliveries deliveries, JsonCodec json, IdSource ids, Clock clock) {
        return new PublishWebhook(deliveries, json, ids, clock);
    }

    @Singleton
    NoticeQuotaNear noticeQuotaNear(Quotas quotas, PublishWebhook publishing, Transactions transactions, Clock clock) {
        return new NoticeQuotaNear(quotas, publishing, transactions, clock);
    }
}
