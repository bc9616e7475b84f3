package io.lumia.collection.persistence;

import io.lumia.collection.AuditEntry;
import io.lumia.collection.AuditLog;
import io.lumia.platform.database.Sql;
import io.lumia.platform.json.JsonCodec;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** {@link AuditLog} in table {@code collection.audit_entry}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcAuditLog implements AuditLog {

    private static final String ADD = """
            INSERT INTO collection.audit_entry (at, actor, action, subject, details, request_id)
            VALUES (?, ?, ?, ?, cast(? AS jsonb), ?)
            """;

    private final Sql sql;
    private final JsonCodec json;

    JdbcAuditLog(Sql sql, JsonCodec json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public void add(AuditEntry entry) {
        sql.prepare(ADD, statement -> {
            statement.setObject(1, Sql.utc(entry.at()));
            statement.setString(2, entry.actor());
            statement.setString(3, entry.action());
            statement.setString(4, entry.subject());
            statement.setString(5, json.write(entry.details()));
            statement.setString(6, entry.requestId());
            return statement.executeUpdate();
        });
    }
}
