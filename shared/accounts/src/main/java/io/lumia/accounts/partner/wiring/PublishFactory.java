package io.lumia.accounts.partner.wiring;

import io.lumia.accounts.access.RecordRefusal;
import io.lumia.accounts.access.Refusals;
import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.quota.Quotas;
import io.lumia.accounts.webhook.delivery.Deliveries;
import io.lumia.accounts.webhook.delivery.NoticeQuotaNear;
import io.lumia.accounts.webhook.delivery.PublishWebhook;
import io.lumia.accounts.webhook.delivery.WakeDelivery;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.queue.NudgeSender;
import io.lumia.platform.queue.QueueUrls;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
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

    /** Only where {@code function.json} sends to the queue; others leave it to the schedule. Its client is made at the first nudge. */
    @Singleton
    WakeDelivery wakeDelivery(
            @Value("${" + QueueUrls.PROPERTY_PREFIX + WakeDelivery.QUEUE + ":}") String queueUrl,
            BeanProvider<NudgeSender> nudges,
            Transactions transactions,
            Clock clock) {
        NudgeSender sender = queueUrl.isEmpty()
                ? (_, _, _) -> false
                : (queue, body, delay) -> nudges.get().send(queue, body, delay);
        return new WakeDelivery(sender, transactions, clock);
    }

    @Singleton
    PublishWebhook publishWebhook(Deliveries deliveries, JsonCodec json, IdSource ids, Clock clock, WakeDelivery wake) {
        return new PublishWebhook(deliveries, json, ids, clock, wake);
    }

    @Singleton
    NoticeQuotaNear noticeQuotaNear(Quotas quotas, PublishWebhook publishing, Transactions transactions, Clock clock) {
        return new NoticeQuotaNear(quotas, publishing, transactions, clock);
    }
}
