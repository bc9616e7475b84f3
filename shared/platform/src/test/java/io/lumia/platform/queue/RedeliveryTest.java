package io.lumia.platform.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** The whole way: sent, delivered, failed, delivered again, set aside. The poller does what Lambda's does. */
class RedeliveryTest {

    private static final int ROUNDS = 8;

    @Test
    void deliversAFailedMessageAgainAndSetsPoisonAside() {
        try (QueueServer queues = QueueServer.start()) {
            queues.sender().send("collect", List.of("fine", "recovers", "poison"));
            List<String> attempts = new ArrayList<>();
            Consumer<SQSMessage> handler = message -> {
                attempts.add(message.getBody());
                boolean recovered = attempts.stream().filter("recovers"::equals).count() > 1;
                if (message.getBody().equals("poison") || message.getBody().equals("recovers") && !recovered) {
                    throw new AppException(ErrorCode.PROVIDER_UNREACHABLE, "not now");
                }
            };

            for (int round = 0; round < ROUNDS; round++) {
                pollOnce(queues, handler);
            }

            assertThat(attempts)
                    .containsExactlyInAnyOrder(
                            "fine", "recovers", "recovers", "poison", "poison", "poison", "poison", "poison");
            assertThat(queues.receive("collect-dead")).extracting(Message::body).containsExactly("poison");
        }
    }

    @Test
    void whatIsSentAgainOnceItsCauseIsMendedTakesEffectAndIsGone() {
        try (QueueServer queues = QueueServer.start()) {
            queues.sender().send("collect", List.of("patient"));
            List<String> attempts = new ArrayList<>();
            List<String> done = new ArrayList<>();
            AtomicBoolean mended = new AtomicBoolean();
            Consumer<SQSMessage> handler = message -> {
                attempts.add(message.getBody());
                if (!mended.get()) {
                    throw new AppException(ErrorCode.DATABASE_UNAVAILABLE, "not now");
                }
                done.add(message.getBody());
            };
            for (int round = 0; round < ROUNDS; round++) {
                pollOnce(queues, handler);
            }
            Message dead = queues.receive("collect-dead").getFirst();
            assertThat(attempts).hasSize(QueueServer.MAX_RECEIVE_COUNT);

            mended.set(true);
            queues.sender().send("collect", List.of(dead.body()));
            queues.delete("collect-dead", dead);
            for (int round = 0; round < ROUNDS; round++) {
                pollOnce(queues, handler);
            }

            assertThat(done).containsExactly("patient");
            assertThat(attempts).hasSize(QueueServer.MAX_RECEIVE_COUNT + 1);
            assertThat(queues.receive("collect")).isEmpty();
            assertThat(queues.receive("collect-dead")).isEmpty();
        }
    }

    private static void pollOnce(QueueServer queues, Consumer<SQSMessage> handler) {
        List<Message> received = queues.receive("collect");
        Set<String> failed = queues.batch().handle(event(received), handler).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .collect(Collectors.toSet());
        received.stream()
                .filter(message -> !failed.contains(message.messageId()))
                .forEach(message -> queues.delete("collect", message));
    }

    private static SQSEvent event(List<Message> received) {
        SQSEvent event = new SQSEvent();
        event.setRecords(received.stream().map(RedeliveryTest::record).toList());
        return event;
    }

    private static SQSMessage record(Message received) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(received.messageId());
        message.setBody(received.body());
        return message;
    }
}
