package io.lumia.platform.database;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.UUID;
import javax.sql.DataSource;

/** {@link Inbox} in table {@code platform.inbox}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcInbox implements Inbox {

    private static final String ACCEPT = """
            INSERT INTO platform.inbox (consumer, message_id) VALUES (?, ?)
            ON CONFLICT DO NOTHING
            """;

    private final Sql sql;

    JdbcInbox(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean accept(String consumer, UUID messageId) {
        return sql.prepare(ACCEPT, statement -> {
            statement.setString(1, consumer);
            statement.setObject(2, messageId);
            return statement.executeUpdate() == 1;
        });
    }
}
