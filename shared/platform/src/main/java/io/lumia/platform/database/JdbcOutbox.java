package io.lumia.platform.database;

import io.lumia.platform.event.EventBus;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.request.Cause;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * {@link Outbox} in table {@code platform.outbox}. Two flushes at once share the work by SKIP LOCKED. A crash after
 * sending and before the commit sends an event twice; receivers' inboxes make that harmless. Whoever sends it, an event leaves
 * with the request and the trace that it follows from.
 */
@Singleton
@Requires(beans = {DataSource.class, EventBus.class})
final class JdbcOutbox implements Outbox {

    private static final String ADD = """
            INSERT INTO platform.outbox (event_id, source, detail_type, detail, request_id, traceparent)
            VALUES (?, ?, ?, cast(? AS jsonb), ?, ?)
            ON CONFLICT (event_id) DO NOTHING
            """;
    private static final String CLAIM = """
            SELECT sequence_number, source, detail_type, detail, request_id, traceparent
              FROM platform.outbox
             WHERE sent_at IS NULL
             ORDER BY sequence_number
             LIMIT ?
               FOR UPDATE SKIP LOCKED
            """;
    private static final String MARK_SENT =
            "UPDATE platform.outbox SET sent_at = clock_timestamp() WHERE sequence_number = ANY (?)";

    private final Sql sql;
    private final Transactions transactions;
    private final EventBus bus;

    JdbcOutbox(Sql sql, Transactions transactions, EventBus bus) {
        this.sql = sql;
        this.transactions = transactions;
        this.bus = bus;
    }

    @Override
    public void add(UUID eventId, Announcement announcement) {
        sql.prepare(ADD, statement -> {
            statement.setObject(1, eventId);
            statement.setString(2, announcement.source());
            statement.setString(3, announcement.detailType());
            statement.setString(4, announcement.detail());
            statement.setString(5, announcement.cause().requestId());
            statement.setString(6, announcement.cause().traceparent());
            return statement.executeUpdate();
        });
    }

    @Override
    public int flush(int limit) {
        return transactions.inTransaction(() -> {
            List<Waiting> waiting = claim(limit);
            if (!waiting.isEmpty()) {
                bus.put(waiting.stream().map(Waiting::announcement).toList());
                markSent(waiting);
            }
            return waiting.size();
        });
    }

    private List<Waiting> claim(int limit) {
        return sql.prepare(CLAIM, statement -> {
            statement.setInt(1, limit);
            return Sql.list(statement, JdbcOutbox::waiting);
        });
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        Cause cause = Cause.parse(row.getString(5), row.getString(6));
        return new Waiting(
                row.getLong(1), new Announcement(row.getString(2), row.getString(3), row.getString(4), cause));
    }

    private void markSent(List<Waiting> waiting) {
        sql.prepare(MARK_SENT, statement -> {
            Object[] numbers = waiting.stream().map(Waiting::sequenceNumber).toArray();
            statement.setArray(1, statement.getConnection().createArrayOf("bigint", numbers));
            return statement.executeUpdate();
        });
    }

    private record Waiting(long sequenceNumber, Announcement announcement) {}
}
