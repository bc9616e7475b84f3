package io.lumia.functions.deliverwebhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.webhook.EndpointCheck;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.EndpointWish;
import io.lumia.accounts.webhook.ManageEndpoints;
import io.lumia.accounts.webhook.WebhookEvent;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.accounts.webhook.delivery.Audience;
import io.lumia.accounts.webhook.delivery.PublishWebhook;
import io.lumia.accounts.webhook.delivery.Sent;
import io.lumia.accounts.webhook.delivery.WakeDelivery;
import io.lumia.accounts.webhook.delivery.WebhookTransport;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.lumia.platform.lambda.Trigger.Queued;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliverWebhooksHandlerTest {

    private static final UserId OWNER = new UserId(new UUID(0, 1));
    private static final UserId ADMIN = new UserId(new UUID(0, 2));
    private static final UserId USER = new UserId(new UUID(0, 3));
    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.fresh();
    private static final FakeTransport TRANSPORT = new FakeTransport();
    private static final ApplicationContext CONTEXT = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(properties())
            .singletons(TRANSPORT)
            .start();
    private static final FakeNudgeSender NUDGES = CONTEXT.getBean(FakeNudgeSender.class);

    @BeforeEach
    void forgetWhatWasSent() {
        TRANSPORT.sent.clear();
        TRANSPORT.urls.clear();
        NUDGES.sent.clear();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void aTickSendsEachMessageOnceInBatchesAndWhatIsNoTickFails() {
        register(OWNER, "https://hooks.example/lumia");
        publish(45);

        assertThat(deliver("{\"job\": \"daily\"}")).containsExactly("m-1");
        assertThat(TRANSPORT.sent).isEmpty();
        assertThat(deliver("{\"scheduled_for\": \"2026-11-29T10:01:00Z\"}")).isEmpty();
        assertThat(deliver("{}")).isEmpty();

        assertThat(TRANSPORT.sent).hasSize(45).doesNotHaveDuplicates().allMatch(id -> id.startsWith("msg_"));
    }

    /** Its own queue takes the nudge, as a tick that it takes. */
    @Test
    void asksToBeWokenForAnAttemptThatIsDueSoon() {
        register(new UserId(new UUID(0, 4)), "https://hooks.example/later");
        CONTEXT.getBean(PublishWebhook.class)
                .publish(
                        new WebhookEvent.RunFinished(new UUID(6, 1), "daily-prices", "succeeded", 0.998, Instant.EPOCH),
                        new Audience.Owner(new UserId(new UUID(0, 4))));
        NUDGES.sent.clear();

        assertThat(deliver("{}")).isEmpty();

        assertThat(NUDGES.sent).containsExactly("deliver-webhooks {} in 10 minutes");
    }

    /** An admin may read runs, a user may not; a second delivery of the event tells nobody again. */
    @Test
    void tellsOfARunThatEndedWhoMayReadRuns() throws SQLException {
        account(ADMIN, "admin");
        account(USER, "user");
        register(ADMIN, "https://hooks.example/admin");
        register(USER, "https://hooks.example/user");

        assertThat(deliver(event("partial"))).isEmpty();
        assertThat(deliver(event("partial"))).isEmpty();
        assertThat(deliver(event("skipped"))).isEmpty();

        assertThat(TRANSPORT.urls).containsExactly("https://hooks.example/admin");
    }

    @Test
    void theFunctionFileSaysWhatTheCodeDoes() throws IOException {
        FunctionDefinition function = CONTEXT.getBean(FunctionDefinitions.class)
                .parse("deliver-webhooks", Files.readString(Path.of("function.json")));

        Duration longest = DeliverDue.BEGIN_WITHIN.plus(DeliverDue.LONGEST_BATCH);
        assertThat(function.handler()).isEqualTo(DeliverWebhooksHandler.class.getName());
        assertThat(((Queued) function.trigger()).schedules()).hasSize(1);
        assertThat(function.timeoutSeconds()).isBetween((int) longest.toSeconds(), 59);
        assertThat(function.reservedConcurrency()).hasValue(1);
        assertThat(function.secrets()).containsExactly("accounts-peppers");
        assertThat(function.sends()).containsExactly(WakeDelivery.QUEUE);
    }

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(DATABASE.properties());
        properties.put("lumia.queues." + WakeDelivery.QUEUE, "https://queues.example/deliver-webhooks");
        properties.put("lumia.accounts.peppers", "1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        return properties;
    }

    private static void publish(int messages) {
        PublishWebhook publishing = CONTEXT.getBean(PublishWebhook.class);
        for (int i = 0; i < messages; i++) {
            publishing.publish(
                    new WebhookEvent.RunFinished(new UUID(5, i), "daily-prices", "succeeded", 0.998, Instant.EPOCH),
                    new Audience.Owner(OWNER));
        }
    }

    private static void register(UserId owner, String url) {
        EndpointWish wish = new EndpointWish(EndpointUrl.parse(url), "ledger", Set.of(WebhookEventType.RUN_FINISHED));
        CONTEXT.getBean(ManageEndpoints.class).register(Asker.person(owner, "req-0001"), wish);
    }

    private static void account(UserId user, String role) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                INSERT INTO accounts.user_account (user_id, role, plan, issuer, created_at)
                VALUES ('%s', '%s', 'standard', 'a test', now())\
                """.formatted(user, role));
        }
    }

    /** As EventBridge hands it to the queue. */
    private static String event(String status) {
        return """
            {"version": "0", "id": "17793124-05d4-b198-2fde-7ededc63b103", "detail-type": "CollectionRunFinished",
             "source": "lumia.load", "account": "123456789012", "time": "2026-11-29T10:00:01Z", "region": "eu-central-1",
             "resources": [], "detail": {"event_id": "018c1b2a-0001-7000-8000-000000000001",
             "run_id": "018c1b2a-0002-7000-8000-000000000002", "job_name": "daily-prices", "status": "%s", "asked": 3,
             "failed": 1, "rows_loaded": 10, "rows_unchanged": 0, "quarantined": {}, "completeness": 0.9, "seconds": 2.5,
             "finished_at": "2026-11-29T10:00:00Z"}}\
            """.formatted(status);
    }

    private static List<String> deliver(String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("m-1");
        message.setBody(body);
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        return CONTEXT.getBean(DeliverWebhooksHandler.class).handleRequest(event, null).getBatchItemFailures().stream()
                .map(failure -> failure.getItemIdentifier())
                .toList();
    }

    /** Takes everything, but for one that wants us to come again later. */
    private static final class FakeTransport implements WebhookTransport, EndpointCheck {

        private final List<String> sent = new CopyOnWriteArrayList<>();
        private final List<String> urls = new CopyOnWriteArrayList<>();

        @Override
        public Sent send(EndpointUrl url, Map<String, String> headers, byte[] body) {
            urls.add(url.toString());
            sent.add(headers.getOrDefault("webhook-id", ""));
            return url.toString().endsWith("/later")
                    ? new Sent.Answered(503, Duration.ofMinutes(10))
                    : new Sent.Answered(200, Duration.ZERO);
        }

        @Override
        public Optional<String> refusal(EndpointUrl url) {
            return Optional.empty();
        }
    }
}
