package io.lumia.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.lumia.local.queue.DeadLetters;
import io.lumia.local.queue.EmbeddedQueues;
import io.lumia.local.queue.QueueClient;
import io.lumia.local.queue.QueuePoller;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.lumia.platform.lambda.Trigger;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every function's own queue, as its {@code function.json} has it, with a function that fails until its cause is mended. */
final class FiveTriesTest {

    private static final int TRIES = 5;
    private static final String MESSAGE = "it will work later";
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Map<String, Integer> deliveries = new ConcurrentHashMap<>();
    private final AtomicBoolean mended = new AtomicBoolean();

    @Test
    void eachQueueDeliversFiveTimesThenSetsAsideAndASixthTimeOnceItIsSentAgain() throws Exception {
        Map<String, Trigger.Queue> queues = queuesByFunction();
        List<QueuePoller> pollers = new ArrayList<>();
        try (EmbeddedQueues server = EmbeddedQueues.start();
                QueueClient client = new QueueClient(server.endpoint())) {
            DeadLetters letters = new DeadLetters(client);
            queues.values().forEach(client::create);
            queues.values().forEach(queue -> client.send(queue.name(), MESSAGE));
            queues.forEach((function, queue) -> pollers.add(poller(function, queue, client)));

            await(() -> letters.counts().size() == queues.size());
            assertThat(deliveries).isEqualTo(each(queues, TRIES));

            mended.set(true);
            queues.values()
                    .forEach(queue -> assertThat(letters.replay(queue.name())).isEqualTo(1));

            await(() -> deliveries.values().stream().allMatch(count -> count > TRIES));
            await(() -> queues.values().stream()
                    .allMatch(queue -> client.depth(queue.name()).isEmpty()));
            assertThat(deliveries).isEqualTo(each(queues, TRIES + 1));
            assertThat(letters.counts()).isEmpty();
        } finally {
            pollers.forEach(QueuePoller::close);
        }
    }

    private QueuePoller poller(String function, Trigger.Queue queue, QueueClient client) {
        QueuePoller poller = new QueuePoller(
                new QueuePoller.Subscription(function, queue.name(), 1, 1, event -> handle(queue.name(), event)),
                client);
        poller.start();
        return poller;
    }

    private SQSBatchResponse handle(String queue, SQSEvent event) {
        deliveries.merge(queue, event.getRecords().size(), Integer::sum);
        return new SQSBatchResponse(
                mended.get()
                        ? List.of()
                        : event.getRecords().stream()
                                .map(message -> new BatchItemFailure(message.getMessageId()))
                                .toList());
    }

    private static Map<String, Integer> each(Map<String, Trigger.Queue> queues, int count) {
        return queues.values().stream().collect(Collectors.toMap(Trigger.Queue::name, _ -> count));
    }

    private static Map<String, Trigger.Queue> queuesByFunction() {
        try (ApplicationContext context = ApplicationContext.run()) {
            Map<String, Trigger.Queue> queues =
                    context.getBean(FunctionDefinitions.class).load(FunctionHost.FUNCTIONS).stream()
                            .filter(function -> function.trigger() instanceof Trigger.Queued)
                            .collect(Collectors.toMap(
                                    FunctionDefinition::name,
                                    function -> ((Trigger.Queued) function.trigger()).queue()));
            assertThat(queues).containsKeys("load", "collect", "grade-recommendations", "keep-accounts");
            return queues;
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
