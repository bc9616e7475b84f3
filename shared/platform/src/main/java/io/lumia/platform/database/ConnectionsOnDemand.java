package io.lumia.platform.database;

import io.lumia.platform.lambda.FunctionContext;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/**
 * In Lambda a process does not wait for its first connection while it starts: what needs no database is answered without
 * one, and a database that is away fails the requests that need it, not the process. The pool opens the connection beside.
 */
@Singleton
@Requires(env = FunctionContext.ENVIRONMENT)
final class ConnectionsOnDemand implements BeanCreatedEventListener<DatasourceConfiguration> {

    /** HikariCP's word for: open the pool, and try to connect afterwards. */
    private static final long WITHOUT_WAITING = -1;

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        event.getBean().setInitializationFailTimeout(WITHOUT_WAITING);
        return event.getBean();
    }
}
