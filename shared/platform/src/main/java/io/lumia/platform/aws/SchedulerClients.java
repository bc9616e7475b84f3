package io.lumia.platform.aws;

import io.micronaut.aws.sdk.v2.service.AWSServiceConfiguration;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.SchedulerClientBuilder;

/** Makes the EventBridge Scheduler client, which Micronaut does not offer, as it makes the others. */
@Factory
@Requires(classes = SchedulerClient.class)
final class SchedulerClients {

    @Singleton
    SchedulerClientBuilder builder(
            SdkHttpClient http,
            AwsCredentialsProviderChain credentials,
            AwsRegionProviderChain regions,
            @Named("scheduler") @Nullable AWSServiceConfiguration configuration) {
        SchedulerClientBuilder builder = SchedulerClient.builder()
                .httpClient(http)
                .credentialsProvider(credentials)
                .region(regions.getRegion());
        if (configuration != null && configuration.getEndpointOverride() != null) {
            builder.endpointOverride(configuration.getEndpointOverride());
        }
        return builder;
    }

    @Singleton
    @Bean(preDestroy = "close")
    SchedulerClient client(SchedulerClientBuilder builder) {
        return builder.build();
    }
}
