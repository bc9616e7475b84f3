package io.lumia.accounts.partner.gateway;

import io.lumia.accounts.partner.GatewayKeys;
import io.micronaut.aws.sdk.v2.service.AWSServiceConfiguration;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.ApiGatewayClientBuilder;

/** Makes the API Gateway client, which Micronaut does not offer, as the platform makes the others: where keys are mirrored. */
@Factory
@Requires(classes = ApiGatewayClient.class)
@Requires(property = GatewayFactory.PREFIX)
final class GatewayFactory {

    static final String PREFIX = "lumia.gateway.keys.prefix";

    /** Somebody waits for his key meanwhile, and gets it whether the gateway answers or not. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(4);

    @Singleton
    ApiGatewayClientBuilder builder(
            SdkHttpClient http,
            AwsCredentialsProviderChain credentials,
            AwsRegionProviderChain regions,
            @Named("apigateway") @Nullable AWSServiceConfiguration configuration) {
        ApiGatewayClientBuilder builder = ApiGatewayClient.builder()
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
    ApiGatewayClient client(ApiGatewayClientBuilder builder) {
        ClientOverrideConfiguration limited = builder.overrideConfiguration().toBuilder()
                .apiCallAttemptTimeout(CALL_LIMIT)
                .apiCallTimeout(CALL_LIMIT)
                .build();
        return builder.overrideConfiguration(limited).build();
    }

    @Singleton
    GatewayKeys gatewayKeys(BeanProvider<ApiGatewayClient> client, @Value("${" + PREFIX + "}") String prefix) {
        return new ApiGatewayKeys(client::get, prefix);
    }
}
