package io.lumia.functions.deliverwebhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.accounts.UserId;
import io.lumia.accounts.webhook.EndpointCheck;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.EndpointWish;
import io.lumia.accounts.webhook.ManageEndpoints;
import io.lumia.accounts.webhook.WebhookEvent;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.accounts.webhook.delivery.Audience;
import io.lumia.accounts.webhook.delivery.PublishWebhook;
import io.lumia.accounts.webhook.delivery.Sent;
import io.lumia.accounts.webhook.delivery.WebhookTransport;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.lumia.platform.lambda.Trigger.Queued;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;

class DeliverWebhooksHandlerTest {

    private static final UserId OWNER = new UserId(new UUID(0, 1));
    private static final FakeTransport TRANSPORT = new FakeTransport();
    private static final ApplicationContext CONTEXT = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(properties())
            .singletons(TRANSPORT)
            .start();

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void aTickSendsEachMessageOnceInBatchesAndWhatIsNoTickFails() {
        CONTEXT.getBean(ManageEndpoints.class)
                .register(
                        OWNER,
                        new EndpointWish(
                                EndpointUrl.parse("https://hooks.example/lumia"),
                                "our ledger",
                                Set.of(WebhookEventType.RUN_FINISHED)),
                        "req-1");
        publish(45);

        assertThat(deliver("{\"job\": \"daily\"}")).containsExactly("m-1");
        assertThat(TRANSPORT.sent).isEmpty();
        assertThat(deliver("{\"scheduled_for\": \"2026-11-29T10:01:00Z\"}")).isEmpty();
        assertThat(deliver("{}")).isEmpty();

        assertThat(TRANSPORT.sent).hasSize(45).doesNotHaveDuplicates().allMatch(id -> id.startsWith("msg_"));
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
        assertThat(function.secrets()).containsExactly("lumia.accounts.peppers");
    }

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(EmbeddedDatabase.fresh().properties());
        properties.put("lumia.accounts.peppers", "1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        return properties;
    }

    private static void publish(int messages) {
        PublishWebhook publishing = CONTEXT.getBean(PublishWebhook.class);
        for (int i = 0; i < messages; i++) {
            publishing.publish(
                    new WebhookEvent.RunFinished(new UUID(5, i), "daily-prices", "succeeded", 0.998, Instant.EPOCH),
                    new Audience.Everyone());
        }
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

    /** Takes everything. */
    private static final class FakeTransport implements WebhookTransport, EndpointCheck {

        private final List<String> sent = new CopyOnWriteArrayList<>();

        @Override
        public Sent send(EndpointUrl url, Map<String, String> headers, byte[] body) {
            sent.add(headers.getOrDefault("webhook-id", ""));
            return new Sent.Answered(200, Duration.ZERO);
        }

        @Override
        public Optional<String> refusal(EndpointUrl url) {
            return Optional.empty();
        }
    }
}
