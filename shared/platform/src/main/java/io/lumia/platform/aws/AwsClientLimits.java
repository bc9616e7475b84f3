package io.lumia.platform.aws;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/** Bounds every AWS call: a hanging service must not hold a function until its own timeout. */
@Singleton
final class AwsClientLimits implements BeanCreatedEventListener<AwsSyncClientBuilder<?, ?>> {

    /** One try over the network. */
    static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(10);

    /** All tries that the SDK makes by itself. */
    static final Duration CALL_TIMEOUT = Duration.ofSeconds(25);

    @Override
    public AwsSyncClientBuilder<?, ?> onCreated(BeanCreatedEvent<AwsSyncClientBuilder<?, ?>> event) {
        if (event.getBean() instanceof SdkClientBuilder<?, ?> builder) {
            ClientOverrideConfiguration limited = builder.overrideConfiguration().toBuilder()
                    .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                    .apiCallTimeout(CALL_TIMEOUT)
                    .build();
            builder.overrideConfiguration(limited);
        }
        return event.getBean();
    }
}
