package io.lumia.functions.collectionapi.deadletter;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.lambda.Trigger;
import io.lumia.platform.queue.QueueUrls;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** {@link DeadLetterBox} by SQS: a queue's dead-letter queue has its name and {@code -dead} behind it, at the same place. */
@Singleton
@Requires(missingBeans = DeadLetterBox.class)
final class SqsDeadLetters implements DeadLetterBox {

    /** A batch is at most this, by SQS. */
    private static final int BATCH = 10;

    /** SQS may answer from a part of its servers that holds none, so once is not enough. */
    private static final int MAX_EMPTY_POLLS = 3;

    private static final int POLL_SECONDS = 1;

    /** Longer than a request takes; who looks at the same time sees the rest. */
    private static final int HIDDEN_SECONDS = 30;

    /** Made on first use: whether the API answers must not depend on it. */
    private final BeanProvider<SqsClient> sqs;

    private final QueueUrls urls;
    private final List<String> queues;

    /** @param queues {@code lumia.collection.dead-letter-queues}, of which the dead letters are looked after */
    SqsDeadLetters(
            BeanProvider<SqsClient> sqs,
            QueueUrls urls,
            @Value("${lumia.collection.dead-letter-queues:}") List<String> queues) {
        this.sqs = sqs;
        this.urls = urls;
        this.queues = List.copyOf(queues);
    }

    @Override
    public List<String> queues() {
        return queues;
    }

    @Override
    public int count(String queue) {
        return asked(() -> {
            Map<QueueAttributeName, String> attributes = sqs.get()
                    .getQueueAttributes(request -> request.queueUrl(dead(queue))
                            .attributeNames(
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                    .attributes();
            return attributes.values().stream().mapToInt(Integer::parseInt).sum();
        });
    }

    @Override
    public List<DeadLetter> list(String queue, int most) {
        return asked(() -> {
            List<Message> taken = new ArrayList<>();
            int emptyPolls = 0;
            while (taken.size() < most && emptyPolls < MAX_EMPTY_POLLS) {
                List<Message> batch = receive(queue, most - taken.size());
                emptyPolls += batch.isEmpty() ? 1 : 0;
                taken.addAll(batch);
            }
            taken.forEach(message -> putBack(queue, message));
            return taken.stream().map(message -> letter(queue, message)).toList();
        });
    }

    @Override
    public int replay(String queue, int most) {
        return asked(() -> {
            int replayed = 0;
            int emptyPolls = 0;
            while (replayed < most && emptyPolls < MAX_EMPTY_POLLS) {
                List<Message> batch = receive(queue, most - replayed);
                emptyPolls += batch.isEmpty() ? 1 : 0;
                batch.forEach(message -> sendAgain(queue, message));
                replayed += batch.size();
            }
            return replayed;
        });
    }

    private List<Message> receive(String queue, int most) {
        return sqs.get()
                .receiveMessage(request -> request.queueUrl(dead(queue))
                        .maxNumberOfMessages(Math.min(BATCH, most))
                        .waitTimeSeconds(POLL_SECONDS)
                        .visibilityTimeout(HIDDEN_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    private void putBack(String queue, Message message) {
        sqs.get().changeMessageVisibility(request -> request.queueUrl(dead(queue))
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0));
    }

    private void sendAgain(String queue, Message message) {
        sqs.get().sendMessage(request -> request.queueUrl(urls.get(queue))
                .messageBody(message.body())
                .messageAttributes(message.messageAttributes()));
        sqs.get().deleteMessage(request -> request.queueUrl(dead(queue)).receiptHandle(message.receiptHandle()));
    }

    private static DeadLetter letter(String queue, Message message) {
        Map<MessageSystemAttributeName, String> attributes = message.attributes();
        return new DeadLetter(
                queue,
                message.messageId(),
                Instant.ofEpochMilli(
                        Long.parseLong(attributes.getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0"))),
                Integer.parseInt(attributes.getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "0")),
                message.body());
    }

    private String dead(String queue) {
        return urls.get(queue) + Trigger.Queue.DEAD_LETTER_SUFFIX;
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new AppException(ErrorCode.TRANSPORT_UNAVAILABLE, "the queues do not answer: " + e.getMessage(), e);
        }
    }
}
