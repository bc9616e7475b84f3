package io.lumia.platform.queue;

import io.lumia.kernel.AppException;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@link NudgeSender} over SQS. Whoever sends one may be answering a request, so SQS has two seconds. */
@Singleton
@Requires(classes = SqsClient.class)
final class SqsNudgeSender implements NudgeSender {

    static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(SqsNudgeSender.class);

    /** Made with the first nudge. */
    private final BeanProvider<SqsClient> sqs;

    private final QueueUrls urls;

    SqsNudgeSender(BeanProvider<SqsClient> sqs, QueueUrls urls) {
        this.sqs = sqs;
        this.urls = urls;
    }

    @Override
    public boolean send(String queue, String body, Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw AppException.invalid("delay of a nudge", delay, "0 to " + LONGEST_DELAY);
        }
        String url = urls.get(queue);
        try {
            sqs.get().sendMessage(request -> request.queueUrl(url)
                    .messageBody(body)
                    .delaySeconds(Math.toIntExact(delay.toSeconds()))
                    .overrideConfiguration(limits -> limits.apiCallTimeout(LIMIT)));
            return true;
        } catch (SdkException e) {
            LOG.warn("queue '{}' was not nudged, its schedule makes up for it: {}", queue, e.getMessage());
            return false;
        }
    }
}
