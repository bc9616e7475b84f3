package io.lumia.platform.database;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/**
 * Bounds of what a connection waits for, so that no work waits for ever: for a lock, and for a statement to end. A lock's is
 * below the socket's time limit (see {@code application.properties}), so that it ends with its own name and not as a cut connection.
 */
@Singleton
final class DatabaseLimits implements BeanCreatedEventListener<DatasourceConfiguration> {

    private final int lockSeconds;
    private final int statementSeconds;

    DatabaseLimits(
            @Value("${lumia.database.lock-timeout-seconds:50}") int lockSeconds,
            @Value("${lumia.database.statement-timeout-seconds:600}") int statementSeconds) {
        this.lockSeconds = lockSeconds;
        this.statementSeconds = statementSeconds;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration configuration = event.getBean();
        if (configuration.getConnectionInitSql() == null) {
            configuration.setConnectionInitSql(
                    "SET lock_timeout = '%ds'; SET statement_timeout = '%ds'".formatted(lockSeconds, statementSeconds));
        }
        return configuration;
    }
}
