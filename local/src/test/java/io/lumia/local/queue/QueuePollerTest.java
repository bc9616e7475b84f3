package io.lumia.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.lumia.platform.lambda.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueuePollerTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static EmbeddedQueues server;
    private static int number;

    private final Queue<String> handled = new ConcurrentLinkedQueue<>();
    private QueueClient queues;
    private DeadLetters letters;
    private String queue;

    @BeforeAll
    static void startServer() throws Exception {
        server = EmbeddedQueues.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void createQueue() {
        queues = new QueueClient(server.endpoint());
        letters = new DeadLetters(queues);
        queue = "queue" + ++number;
        queues.create(new Trigger.Queue(queue, 10, 0, 60, 3));
    }

    @AfterEach
    void closeClient() {
        queues.close();
    }

    @Test
    void deletesWhatSucceededAndMovesPoisonToTheDeadLettersAfterTheLastTry() {
        for (int message = 0; message < 9; message++) {
            queues.send(queue, "good-" + message);
        }
        queues.send(queue, "poison");

        try (QueuePoller poller = poller(this::failPoison)) {
            await(() -> letters.list(queue).size() == 1);
            await(() -> queues.depth(queue).isEmpty());
        }

        assertThat(handled.stream().filter(body -> body.startsWith("good")))
                .hasSize(9)
                .doesNotHaveDuplicates();
        assertThat(handled.stream().filter("poison"::equals)).hasSize(3);
        assertThat(letters.list(queue)).extracting(DeadLetters.DeadLetter::body).containsExactly("poison");
        assertThat(queues.depth(queue).isEmpty()).isTrue();
    }

    @Test
    void aFunctionThatThrowsGetsTheWholeBatchAgain() {
        queues.send(queue, "first");
        Queue<Integer> tries = new ConcurrentLinkedQueue<>();

        try (QueuePoller poller = poller(event -> {
            tries.add(1);
            if (tries.size() == 1) {
                throw new IllegalStateException("once");
            }
            return remember(event);
        })) {
            await(() -> handled.contains("first"));
        }

        assertThat(tries).hasSize(2);
        assertThat(letters.counts().stream().filter(depth -> depth.queue().startsWith(queue + "-")))
                .isEmpty();
    }

    @Test
    void aReplayedLetterIsHandledAndGone() {
        queues.send(queue + "-dead", "mended");

        assertThat(letters.replay(queue)).isEqualTo(1);
        try (QueuePoller poller = poller(this::remember)) {
            await(() -> handled.contains("mended"));
        }
        assertThat(letters.list(queue)).isEmpty();
    }

    @Test
    void lettersThatAreLookedAtStayWhereTheyAre() {
        queues.send(queue + "-dead", "look");

        assertThat(letters.list(queue)).hasSize(1);
        assertThat(letters.list(queue)).hasSize(1);
    }

    @Test
    void lettersSurviveInAFile(@TempDir Path folder) {
        Path file = folder.resolve("letters.json");
        queues.send(queue + "-dead", "kept");
        letters.save(file);
        letters.replay(queue);
        queues.receive(queue, 10, 0);

        letters.restore(file);

        assertThat(letters.list(queue)).extracting(DeadLetters.DeadLetter::body).containsExactly("kept");
        letters.replay(queue);
    }

    private QueuePoller poller(Function<SQSEvent, SQSBatchResponse> handler) {
        QueuePoller poller =
                new QueuePoller(new QueuePoller.Subscription("function", queue, 10, 2, handler::apply), queues);
        poller.start();
        return poller;
    }

    private SQSBatchResponse remember(SQSEvent event) {
        event.getRecords().forEach(message -> handled.add(message.getBody()));
        return new SQSBatchResponse(List.of());
    }

    private SQSBatchResponse failPoison(SQSEvent event) {
        remember(event);
        return new SQSBatchResponse(event.getRecords().stream()
                .filter(message -> message.getBody().equals("poison"))
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
