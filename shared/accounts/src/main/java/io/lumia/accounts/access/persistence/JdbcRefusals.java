package io.lumia.accounts.access.persistence;

import io.lumia.accounts.access.Refusals;
import io.lumia.accounts.audit.Actor;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import javax.sql.DataSource;

/** {@link Refusals} in table {@code accounts.access_refusal}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcRefusals implements Refusals {

    /** Most refusals follow others: they only read. */
    private static final String NOTED = """
            SELECT 1 FROM accounts.access_refusal WHERE actor = ? AND route_class = ? AND expires_at > ?
            """;

    private static final String NOTE = """
            INSERT INTO accounts.access_refusal AS r (actor, route_class, expires_at) VALUES (?, ?, ?)
            ON CONFLICT ON CONSTRAINT access_refusal_pk DO UPDATE SET expires_at = excluded.expires_at
             WHERE r.expires_at <= ?
            """;

    private final Sql sql;

    JdbcRefusals(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean note(Actor actor, String routeClass, Instant now, Instant until) {
        return !isNoted(actor, routeClass, now)
                && sql.prepare(NOTE, statement -> {
                    statement.setString(1, actor.text());
                    statement.setString(2, routeClass);
                    statement.setObject(3, Sql.utc(until));
                    statement.setObject(4, Sql.utc(now));
                    return statement.executeUpdate() == 1;
                });
    }

    private boolean isNoted(Actor actor, String routeClass, Instant now) {
        return !sql.prepare(NOTED, statement -> {
                    statement.setString(1, actor.text());
                    statement.setString(2, routeClass);
                    statement.setObject(3, Sql.utc(now));
                    return Sql.list(statement, row -> row.getInt(1));
                })
                .isEmpty();
    }
}
