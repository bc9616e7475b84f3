package io.lumia.accounts.secret.aws;

import io.lumia.accounts.secret.KeyEncryption;
import io.micronaut.aws.sdk.v2.service.AWSServiceConfiguration;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;

/** Makes the KMS client, which Micronaut does not offer, as the platform makes the others: where a KMS key is configured. */
@Factory
@Requires(classes = KmsClient.class)
@Requires(property = KmsFactory.KEY)
final class KmsFactory {

    static final String KEY = "lumia.accounts.key-encryption.kms-key";

    @Singleton
    KmsClientBuilder builder(
            SdkHttpClient http,
            AwsCredentialsProviderChain credentials,
            AwsRegionProviderChain regions,
            @Named("kms") @Nullable AWSServiceConfiguration configuration) {
        KmsClientBuilder builder = KmsClient.builder()
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
    KmsClient client(KmsClientBuilder builder) {
        return builder.build();
    }

    @Singleton
    KeyEncryption keyEncryption(BeanProvider<KmsClient> client, @Value("${" + KEY + "}") String keyId) {
        return new KmsKeyEncryption(client::get, keyId);
    }
}
