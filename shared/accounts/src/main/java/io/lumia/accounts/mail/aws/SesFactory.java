package io.lumia.accounts.mail.aws;

import io.lumia.accounts.mail.AccountMail;
import io.lumia.accounts.mail.MailText;
import io.lumia.accounts.mail.UnsentMail;
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
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;

/** Makes the SES client, which Micronaut does not offer, as the platform makes the others: where a sender is named. */
@Factory
@Requires(classes = SesV2Client.class)
@Requires(property = SesFactory.SENDER)
final class SesFactory {

    static final String SENDER = "lumia.accounts.mail.sender";

    private static final String NONE = "none";

    /** Somebody waits for the answer to his registration. */
    private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(4);

    /** All tries that the SDK makes by itself; API Gateway waits 29 seconds. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(12);

    @Singleton
    @Requires(property = SENDER, value = NONE)
    UnsentMail unsentMail() {
        return new UnsentMail();
    }

    @Singleton
    @Requires(property = SENDER, notEquals = NONE)
    SesV2ClientBuilder builder(
            SdkHttpClient http,
            AwsCredentialsProviderChain credentials,
            AwsRegionProviderChain regions,
            @Named("sesv2") @Nullable AWSServiceConfiguration configuration) {
        SesV2ClientBuilder builder = SesV2Client.builder()
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
    @Requires(property = SENDER, notEquals = NONE)
    SesV2Client client(SesV2ClientBuilder builder) {
        ClientOverrideConfiguration limited = builder.overrideConfiguration().toBuilder()
                .apiCallAttemptTimeout(ATTEMPT_LIMIT)
                .apiCallTimeout(CALL_LIMIT)
                .build();
        return builder.overrideConfiguration(limited).build();
    }

    @Singleton
    @Requires(property = SENDER, notEquals = NONE)
    AccountMail sesMail(BeanProvider<SesV2Client> client, @Value("${" + SENDER + "}") String sender, MailText text) {
        return new SesMail(client::get, sender, text);
    }
}
