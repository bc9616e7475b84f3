package io.lumia.platform.queue;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/**
 * Where each queue is: property {@code lumia.queues.<name>}, in the cloud the environment variable
 * {@code LUMIA_QUEUES_<NAME>}, such as {@code LUMIA_QUEUES_COMPUTE_SIGNALS}.
 */
@Singleton
public final class QueueUrls {

    /** What a queue's name is appended to. */
    public static final String PROPERTY_PREFIX = "lumia.queues.";

    private final Environment environment;

    QueueUrls(Environment environment) {
        this.environment = environment;
    }

    /** Fails naming the property when the queue has no URL. */
    public String get(String queue) {
        String property = PROPERTY_PREFIX + queue;
        return environment
                .getProperty(property, String.class)
                .orElseThrow(() -> new AppException(
                        ErrorCode.INTERNAL,
                        "queue '%s' has no URL: property %s is not set".formatted(queue, property)));
    }
}
