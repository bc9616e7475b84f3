package io.lumia.functions.marketapi.persistence;

import io.lumia.functions.marketapi.health.DatabaseHealth;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import javax.sql.DataSource;

/** By a query that reads no table. */
@Singleton
@Requires(beans = DataSource.class)
final class SqlDatabaseHealth implements DatabaseHealth {

    private final Sql sql;

    SqlDatabaseHealth(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void ping() {
        sql.prepare("SELECT 1", PreparedStatement::execute);
    }
}
