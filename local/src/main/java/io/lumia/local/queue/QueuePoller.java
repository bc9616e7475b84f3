package io.lumia.local.queue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * What a Lambda event-source mapping does: polls a queue, hands batches to a function, deletes what succeeded. Messages
 * named in the batch's failures, or all where the function throws, come back after a short wait until the queue's
 * redrive policy moves them to its dead-letter queue. (Lambda leaves them hidden for the queue's whole visibility
 * timeout; nobody at a laptop wants to wait that long.)
 */
public final class QueuePoller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);
    /** More cannot be received from SQS at once. */
    public static final int MAX_BATCH = 10;

    private static final int POLL_SECONDS = 2;
    private static final int RETRY_SECONDS = 1;
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration DRAIN_WAIT = Duration.ofSeconds(30);

    private final Subscription subscription;
    private final QueueClient queues;
    private final Semaphore pollers;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger batches = new AtomicInteger();
    private volatile boolean stopping;

    public QueuePoller(Subscription subscription, QueueClient queues) {
        this.subscription = subscription;
        this.queues = queues;
        this.pollers = new Semaphore(0);
    }

    public void start() {
        for (int number = 1; number <= subscription.concurrency(); number++) {
            threads.add(Thread.ofVirtual()
                    .name("%s-%d".formatted(subscription.function(), number))
                    .start(this::pollUntilStopped));
        }
    }

    /** Batches handed to the function so far. */
    public int batches() {
        return batches.get();
    }

    /** Takes nothing more and waits, within a bound, for what is being handled. */
    @Override
    public void close() {
        stopping = true;
        try {
            if (!pollers.tryAcquire(threads.size(), DRAIN_WAIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)) {
                LOG.warn(
                        "{} is still working after {}; its messages will be delivered again",
                        subscription.function(),
                        DRAIN_WAIT);
                threads.forEach(Thread::interrupt);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pollUntilStopped() {
        try {
            while (!stopping) {
                pollOnce();
            }
        } finally {
            pollers.release();
        }
    }

    private void pollOnce() {
        try {
            List<Message> messages = queues.receive(subscription.queue(), subscription.batchSize(), POLL_SECONDS);
            if (!messages.isEmpty()) {
                batches.incrementAndGet();
                settle(messages, failedIds(messages));
            }
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.warn("polling {} failed and goes on: {}", subscription.queue(), e.toString());
                pause();
            }
        }
    }

    private Set<String> failedIds(List<Message> messages) {
        try {
            SQSBatchResponse response = subscription.handler().apply(event(messages));
            if (response == null || response.getBatchItemFailures() == null) {
                return Set.of();
            }
            return response.getBatchItemFailures().stream()
                    .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (RuntimeException e) {
            LOG.error("{} failed on a whole batch of {}", subscription.function(), messages.size(), e);
            return messages.stream().map(Message::messageId).collect(Collectors.toUnmodifiableSet());
        }
    }

    private void settle(List<Message> messages, Set<String> failed) {
        queues.delete(
                subscription.queue(),
                messages.stream()
                        .filter(message -> !failed.contains(message.messageId()))
                        .toList());
        for (Message message : messages) {
            if (failed.contains(message.messageId())) {
                queues.hide(subscription.queue(), message, RETRY_SECONDS);
            }
        }
    }

    private SQSEvent event(List<Message> messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(messages.stream().map(this::record).toList());
        return event;
    }

    private SQSEvent.SQSMessage record(Message message) {
        SQSEvent.SQSMessage record = new SQSEvent.SQSMessage();
        record.setMessageId(message.messageId());
        record.setReceiptHandle(message.receiptHandle());
        record.setBody(message.body());
        record.setMd5OfBody(message.md5OfBody());
        record.setAttributes(new HashMap<>(message.attributesAsStrings()));
        record.setMessageAttributes(attributes(message));
        record.setEventSource("aws:sqs");
        record.setEventSourceArn(
                "arn:aws:sqs:%s:000000000000:%s".formatted(EmbeddedQueues.REGION, subscription.queue()));
        record.setAwsRegion(EmbeddedQueues.REGION);
        return record;
    }

    private static Map<String, SQSEvent.MessageAttribute> attributes(Message message) {
        Map<String, SQSEvent.MessageAttribute> attributes = new HashMap<>();
        message.messageAttributes().forEach((name, value) -> {
            SQSEvent.MessageAttribute attribute = new SQSEvent.MessageAttribute();
            attribute.setDataType(value.dataType());
            attribute.setStringValue(value.stringValue());
            attributes.put(name, attribute);
        });
        return attributes;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_TROUBLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /**
     * Which function works off which queue.
     *
     * @param batchSize   messages at most per invocation, 1 to 10
     * @param concurrency invocations at once
     */
    public record Subscription(
            String function,
            String queue,
            int batchSize,
            int concurrency,
            Function<SQSEvent, @Nullable SQSBatchResponse> handler) {}
}
