package io.lumia.accounts.partner.wiring;

import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.accounts.webhook.EndpointCheck;
import io.lumia.accounts.webhook.Endpoints;
import io.lumia.accounts.webhook.ManageEndpoints;
import io.lumia.accounts.webhook.SecretSealer;
import io.lumia.accounts.webhook.SignMessages;
import io.lumia.accounts.webhook.delivery.DeliverWebhooks;
import io.lumia.accounts.webhook.delivery.Deliveries;
import io.lumia.accounts.webhook.delivery.DeliveryDesk;
import io.lumia.accounts.webhook.delivery.PlanNextDelivery;
import io.lumia.accounts.webhook.delivery.PublishWebhook;
import io.lumia.accounts.webhook.delivery.RetrySchedule;
import io.lumia.accounts.webhook.delivery.WakeDelivery;
import io.lumia.accounts.webhook.delivery.WebhookTransport;
import io.lumia.accounts.webhook.delivery.web.HttpWebhookTransport;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.metrics.Metrics;
import io.lumia.platform.time.IdSource;
import io.lumia.platform.web.HardenedWebClient;
import io.lumia.platform.web.WebSettings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;

/** The use cases of webhooks. */
@Factory
@Requires(beans = {DataSource.class, Peppers.class})
final class WebhookFactory {

    private final SecureRandom random = new SecureRandom();

    /** A client of its own, with a setting of its own: a stub provider on this machine opens no door to partners. */
    @Singleton
    @Bean(preDestroy = "close")
    @Requires(missingBeans = WebhookTransport.class)
    HttpWebhookTransport webhookTransport(
            WebSettings settings, Clock clock, @Value("${lumia.webhooks.allow-loopback:false}") boolean allowLoopback) {
        WebSettings ours = new WebSettings(settings.version(), settings.contact(), allowLoopback);
        return new HttpWebhookTransport(new HardenedWebClient(ours, clock));
    }

    @Singleton
    SecretSealer secretSealer(Peppers peppers) {
        return new SecretSealer(peppers, random);
    }

    @Singleton
    ManageEndpoints manageEndpoints(
            Endpoints endpoints,
            EndpointCheck check,
            SecretSealer sealer,
            RecordAct record,
            Transactions transactions,
            IdSource ids,
            Clock clock) {
        return new ManageEndpoints(endpoints, check, sealer, record, transactions, ids, random, clock);
    }

    @Singleton
    DeliverWebhooks deliverWebhooks(
            Deliveries deliveries,
            Endpoints endpoints,
            SecretSealer sealer,
            WebhookTransport transport,
            RecordAct record,
            Transactions transactions,
            Clock clock,
            Metrics metrics) {
        return new DeliverWebhooks(
                deliveries,
                endpoints,
                new SignMessages(endpoints, sealer),
                transport,
                RetrySchedule.STANDARD,
                record,
                transactions,
                random,
                clock,
                metrics);
    }

    @Singleton
    DeliveryDesk deliveryDesk(
            Deliveries deliveries,
            Endpoints endpoints,
            PublishWebhook publishing,
            RecordAct record,
            Transactions transactions,
            Clock clock,
            WakeDelivery wake) {
        return new DeliveryDesk(deliveries, endpoints, publishing, record, transactions, clock, wake);
    }

    @Singleton
    PlanNextDelivery planNextDelivery(Deliveries deliveries, WakeDelivery wake, Clock clock) {
        return new PlanNextDelivery(deliveries, wake, clock);
    }
}
