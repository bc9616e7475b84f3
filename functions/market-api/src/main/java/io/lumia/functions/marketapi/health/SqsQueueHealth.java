package io.lumia.functions.marketapi.health;

import io.lumia.platform.lambda.Trigger;
import io.lumia.platform.queue.QueueUrls;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** {@link QueueHealth} by SQS, for the queues that {@code lumia.health.queues} names. */
@Singleton
@Requires(missingBeans = QueueHealth.class)
final class SqsQueueHealth implements QueueHealth {

    /** A health page that waits is no help. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private static final QueueAttributeName WAITING = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    private static final QueueAttributeName IN_FLIGHT = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
    private static final QueueAttributeName DELAYED = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;

    /** Made on first use: whether the API answers must not depend on it. */
    private final BeanProvider<SqsClient> sqs;

    private final QueueUrls urls;
    private final List<String> names;

    SqsQueueHealth(BeanProvider<SqsClient> sqs, QueueUrls urls, @Value("${lumia.health.queues:}") List<String> names) {
        this.sqs = sqs;
        this.urls = urls;
        // An empty setting is read as a list of one empty name.
        this.names = names.stream().filter(name -> !name.isBlank()).toList();
    }

    @Override
    public List<QueueDepth> depths() {
        return names.stream().map(this::depth).toList();
    }

    private QueueDepth depth(String name) {
        try {
            Map<QueueAttributeName, String> queue = attributes(urls.get(name));
            Map<QueueAttributeName, String> dead = attributes(urls.get(name) + Trigger.Queue.DEAD_LETTER_SUFFIX);
            return QueueDepth.of(
                    name,
                    count(queue, WAITING),
                    count(queue, IN_FLIGHT),
                    count(queue, DELAYED),
                    count(dead, WAITING) + count(dead, IN_FLIGHT));
        } catch (RuntimeException e) {
            return QueueDepth.silent(name, e.getClass().getSimpleName());
        }
    }

    private Map<QueueAttributeName, String> attributes(String url) {
        return sqs.get()
                .getQueueAttributes(request -> request.queueUrl(url)
                        .attributeNames(WAITING, IN_FLIGHT, DELAYED)
                        .overrideConfiguration(override -> override.apiCallTimeout(LONGEST_WAIT)))
                .attributes();
    }

    private static long count(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Long.parseLong(attributes.getOrDefault(name, "0"));
    }
}
