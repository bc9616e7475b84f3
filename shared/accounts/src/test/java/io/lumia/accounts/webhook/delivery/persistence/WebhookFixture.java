package io.lumia.accounts.webhook.delivery.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.partner.testing.MovingClock;
import io.lumia.accounts.partner.testing.TestPeppers;
import io.lumia.accounts.quota.Quotas;
import io.lumia.accounts.webhook.Endpoint;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.EndpointWish;
import io.lumia.accounts.webhook.Endpoints;
import io.lumia.accounts.webhook.ManageEndpoints;
import io.lumia.accounts.webhook.ManageEndpoints.Sending;
import io.lumia.accounts.webhook.NewSecret;
import io.lumia.accounts.webhook.SecretSealer;
import io.lumia.accounts.webhook.SignMessages;
import io.lumia.accounts.webhook.WebhookEvent;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.accounts.webhook.WebhookSecret;
import io.lumia.accounts.webhook.WebhookSignature;
import io.lumia.accounts.webhook.delivery.Audience;
import io.lumia.accounts.webhook.delivery.DeliverWebhooks;
import io.lumia.accounts.webhook.delivery.Deliveries;
import io.lumia.accounts.webhook.delivery.Delivery;
import io.lumia.accounts.webhook.delivery.DeliveryDesk;
import io.lumia.accounts.webhook.delivery.FakeTransport;
import io.lumia.accounts.webhook.delivery.NoticeQuotaNear;
import io.lumia.accounts.webhook.delivery.PlanNextDelivery;
import io.lumia.accounts.webhook.delivery.PublishWebhook;
import io.lumia.accounts.webhook.delivery.RetrySchedule;
import io.lumia.accounts.webhook.delivery.WakeDelivery;
import io.lumia.kernel.AppException;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.metrics.Metrics;
import io.lumia.platform.time.RandomIdSource;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Everything that webhooks need, with a clock that stands and a receiver that answers as a test says. */
abstract class WebhookFixture {

    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.fresh();
    private static final ApplicationContext CONTEXT = ApplicationContext.run(DATABASE.properties());

    /** An admin, who may read all that can be subscribed to. */
    static final UserId OWNER = new UserId(new UUID(0, 1));
    /** A user. */
    static final UserId STRANGER = new UserId(new UUID(0, 2));

    static final String REQUEST = "req-0001";
    static final WebhookEvent FINISHED = new WebhookEvent.RunFinished(
            new UUID(5, 5), "daily-prices", "succeeded", 0.998, Instant.parse("2026-11-29T09:59:00Z"));

    final Transactions transactions = CONTEXT.getBean(Transactions.class);
    final Endpoints endpoints = CONTEXT.getBean(Endpoints.class);
    final Deliveries deliveries = CONTEXT.getBean(Deliveries.class);
    final AuditLog log = CONTEXT.getBean(AuditLog.class);
    final MovingClock clock = MovingClock.at("2026-11-29T10:00:00Z");
    final RecordAct record = new RecordAct(log, clock);
    final SecretSealer sealer = new SecretSealer(TestPeppers.one(), new Random(1));
    final RandomIdSource ids = new RandomIdSource(clock, new Random(2));
    final ManageEndpoints managing =
            new ManageEndpoints(endpoints, this::refusal, sealer, record, transactions, ids, new Random(3), clock);
    final List<Duration> nudges = new ArrayList<>();
    final WakeDelivery wake = new WakeDelivery((_, _, delay) -> nudges.add(delay), transactions, clock);
    final PublishWebhook publishing =
            new PublishWebhook(deliveries, CONTEXT.getBean(JsonCodec.class), ids, clock, wake);
    final Quotas quotas = CONTEXT.getBean(Quotas.class);
    final NoticeQuotaNear noticing = new NoticeQuotaNear(quotas, publishing, transactions, clock);
    final DeliveryDesk desk = new DeliveryDesk(deliveries, endpoints, publishing, record, transactions, clock, wake);
    final PlanNextDelivery planning = new PlanNextDelivery(deliveries, wake, clock);
    final FakeTransport transport = new FakeTransport();
    final DeliverWebhooks delivering = new DeliverWebhooks(
            deliveries,
            endpoints,
            new SignMessages(endpoints, sealer),
            transport,
            RetrySchedule.STANDARD,
            record,
            transactions,
            new Random(4),
            clock,
            Metrics.none());

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "TRUNCATE accounts.webhook_endpoint, accounts.webhook_message, accounts.quota_subject CASCADE");
            statement.execute("""
                INSERT INTO accounts.user_account (user_id, role, plan, issuer, created_at)
                VALUES ('%s', 'admin', 'standard', 'a test', now()), ('%s', 'user', 'standard', 'a test', now())
                ON CONFLICT DO NOTHING\
                """.formatted(OWNER, STRANGER));
        }
    }

    Optional<String> refusal(EndpointUrl url) {
        return url.toString().contains("inside") ? Optional.of("10.0.0.1 is no public address") : Optional.empty();
    }

    static Asker asker(UserId owner) {
        return Asker.person(owner, REQUEST);
    }

    NewSecret register(UserId owner, WebhookEventType type) {
        EndpointUrl url = EndpointUrl.parse("https://hooks.example/lumia");
        return managing.register(asker(owner), new EndpointWish(url, "our ledger", Set.of(type)));
    }

    /** As an owner pauses and resumes: all else stays as it is. */
    void let(Sending sending, UUID endpointId) {
        Endpoint endpoint = endpoints.find(OWNER, endpointId).orElseThrow();
        EndpointWish same = new EndpointWish(endpoint.url(), endpoint.description(), endpoint.types());
        managing.change(asker(OWNER), endpointId, same, sending);
    }

    boolean tryToRegister() {
        try {
            register(OWNER, WebhookEventType.RUN_FINISHED);
            return true;
        } catch (AppException _) {
            return false;
        }
    }

    void publishAndDeliver() {
        publishing.publish(FINISHED, new Audience.Everyone());
        delivering.deliver();
    }

    Endpoint.Status status(NewSecret registered) {
        return endpoints.find(OWNER, registered.endpoint().id()).orElseThrow().status();
    }

    Delivery delivery(NewSecret registered) {
        return deliveries
                .list(OWNER, registered.endpoint().id(), 1, 1)
                .deliveries()
                .getFirst();
    }

    String[] signatures(int call) {
        return transport.calls().get(call).headers().get("webhook-signature").split(" ");
    }

    String signature(int number, WebhookSecret secret) {
        FakeTransport.Call call = transport.calls().get(number);
        Instant at = Instant.ofEpochSecond(Long.parseLong(call.headers().get("webhook-timestamp")));
        return WebhookSignature.headers(
                        call.headers().get("webhook-id"), at, call.body().getBytes(UTF_8), List.of(secret))
                .get("webhook-signature");
    }
}
