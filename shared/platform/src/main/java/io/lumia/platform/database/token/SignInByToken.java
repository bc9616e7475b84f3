package io.lumia.platform.database.token;

import io.lumia.kernel.AppException;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;

/** Gives the pool connections that sign in by token, where that is asked for. */
@Singleton
@Requires(property = SignInByToken.AUTHENTICATION)
final class SignInByToken implements BeanCreatedEventListener<DatasourceConfiguration> {

    static final String AUTHENTICATION = "lumia.database.authentication";

    private final String authentication;
    private final AwsCredentialsProviderChain credentials;
    private final AwsRegionProviderChain regions;
    private final Clock clock;

    SignInByToken(
            @Value("${" + AUTHENTICATION + "}") String authentication,
            AwsCredentialsProviderChain credentials,
            AwsRegionProviderChain regions,
            Clock clock) {
        this.authentication = authentication;
        this.credentials = credentials;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration configuration = event.getBean();
        switch (authentication) {
            case "password" -> {}
            case "iam" ->
                configuration.setDataSource(
                        new TokenDataSource(Objects.requireNonNull(configuration.getJdbcUrl()), this::token));
            default -> throw AppException.invalid(AUTHENTICATION, authentication, "password, iam");
        }
        return configuration;
    }

    private String token(String host, int port, String user) {
        return DatabaseToken.of(host, port, user, regions.getRegion().id(), credentials.resolveCredentials(), clock);
    }
}
