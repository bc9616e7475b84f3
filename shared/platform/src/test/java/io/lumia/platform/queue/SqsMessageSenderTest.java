package io.lumia.platform.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.request.RequestScope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsMessageSenderTest {

    private static final int MAX_RECEIVES = 100;

    private QueueServer queues;

    @BeforeEach
    void start() {
        queues = QueueServer.start();
    }

    @AfterEach
    void stop() {
        queues.close();
    }

    @Test
    void sendsMoreMessagesThanOneCallTakes() {
        List<String> bodies =
                IntStream.range(0, 37).mapToObj("{\"number\":%d}"::formatted).toList();

        queues.sender().send("collect", bodies);

        assertThat(drain()).extracting(Message::body).containsExactlyInAnyOrderElementsOf(bodies);
    }

    @Test
    void splitsByteHeavyBatches() {
        List<String> bodies = IntStream.range(0, 7)
                .mapToObj(number -> number + "x".repeat(100_000))
                .toList();

        queues.sender().send("collect", bodies);

        assertThat(drain()).extracting(Message::body).containsExactlyInAnyOrderElementsOf(bodies);
    }

    @Test
    void keepsDifficultCharacters() {
        String body = "{\"t\":\"<&>\\u0000 \u2028 \u202e \uD83D\uDE00 ü\"}";

        queues.sender().send("collect", List.of(body));

        assertThat(drain()).extracting(Message::body).containsExactly(body);
    }

    @Test
    void takesABodyOfExactlyTheLimitAndRefusesOneByteMore() {
        String largest = "x".repeat(SqsMessageSender.MAX_BYTES);

        queues.sender().send("collect", List.of(largest));

        assertThat(drain()).hasSize(1);
        assertThatThrownBy(() -> queues.sender().send("collect", List.of("small", largest + "x")))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining("message 1")
                .hasMessageContaining("262145 bytes")
                .hasMessageContaining("'collect'");
        assertThat(drain()).as("nothing of a refused call is sent").isEmpty();
    }

    @Test
    void countsBytesNotCharacters() {
        String euros = "€".repeat(SqsMessageSender.MAX_BYTES / 3 + 1);

        assertThatThrownBy(() -> queues.sender().send("collect", List.of(euros)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("262146 bytes");
    }

    @Test
    void refusesAnEmptyBody() {
        assertThatThrownBy(() -> queues.sender().send("collect", List.of("")))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("0 bytes");
    }

    @Test
    void sendsNothingForNoBodies() {
        queues.sender().send("collect", List.of());

        assertThat(drain()).isEmpty();
    }

    @Test
    void passesTheRequestIdOn() {
        try (RequestScope _ = RequestScope.open("request-12345")) {
            queues.sender().send("collect", List.of("{}"));
        }

        Message message = drain().getFirst();
        assertThat(message.messageAttributes().get(RequestScope.NAME).stringValue())
                .isEqualTo("request-12345");
    }

    @Test
    void sendsNoRequestIdOutsideARequest() {
        queues.sender().send("collect", List.of("{}"));

        assertThat(drain().getFirst().messageAttributes()).isEmpty();
    }

    @Test
    void namesThePropertyOfAQueueWithoutUrl() {
        assertThatThrownBy(() -> queues.sender().send("unheard-of", List.of("{}")))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessageContaining("lumia.queues.unheard-of");
    }

    @Test
    void saysThatAQueueDoesNotExist() {
        assertThatThrownBy(() -> queues.sender().send("gone", List.of("{}")))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessageContaining("'gone'");
    }

    private List<Message> drain() {
        List<Message> all = new ArrayList<>();
        for (int receives = 0; receives < MAX_RECEIVES; receives++) {
            List<Message> some = queues.receive("collect");
            if (some.isEmpty()) {
                return all;
            }
            some.forEach(message -> queues.delete("collect", message));
            all.addAll(some);
        }
        throw new AssertionError("the queue did not become empty in " + MAX_RECEIVES + " receives");
    }
}
