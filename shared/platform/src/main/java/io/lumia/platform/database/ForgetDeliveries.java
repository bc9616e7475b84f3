package io.lumia.platform.database;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Forgets which events were announced and which messages took effect long ago, so that both tables end somewhere. An event that
 * waits is never forgotten, however old. Times are the database's, as those of the rows are.
 */
@Singleton
@Requires(beans = DataSource.class)
public final class ForgetDeliveries {

    /** After its sending; who wants an older event back replays the bus's archive. */
    public static final Duration EVENTS_KEPT = Duration.ofDays(30);

    /** Longer than any stage archives events, which is a year: what is replayed from there still takes effect once. */
    public static final Duration MESSAGES_KEPT = Duration.ofDays(400);

    /** In one statement and transaction, so that none holds its locks for long. */
    static final int ROWS_AT_ONCE = 10_000;

    /** In one run and table, so that it ends; the next goes on. */
    static final int MAX_BATCHES = 50;

    private static final String EVENTS = """
            DELETE FROM platform.outbox
             WHERE sequence_number IN (SELECT sequence_number
                                         FROM platform.outbox
                                        WHERE added_at < clock_timestamp() - make_interval(secs => ?)
                                          AND sent_at < clock_timestamp() - make_interval(secs => ?)
                                        LIMIT ?)
            """;
    private static final String MESSAGES = """
            DELETE FROM platform.inbox
             WHERE (consumer, message_id) IN (SELECT consumer, message_id
                                                FROM platform.inbox
                                               WHERE accepted_at < clock_timestamp() - make_interval(secs => ?)
                                               LIMIT ?)
            """;

    private final Sql sql;
    private final Transactions transactions;

    public ForgetDeliveries(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /**
     * For a daily schedule.
     *
     * @return how many events and messages went, at most {@value #MAX_BATCHES} times {@value #ROWS_AT_ONCE} of each
     */
    public long forget() {
        return RowBatches.untilNothingIsLeft(MAX_BATCHES, () -> transactions.inTransaction(this::forgetEvents))
                + RowBatches.untilNothingIsLeft(MAX_BATCHES, () -> transactions.inTransaction(this::forgetMessages));
    }

    /** Asked by both times: only the first is indexed, and an event is added before it is sent. */
    private int forgetEvents() {
        return sql.prepare(EVENTS, statement -> {
            statement.setLong(1, EVENTS_KEPT.toSeconds());
            statement.setLong(2, EVENTS_KEPT.toSeconds());
            statement.setInt(3, ROWS_AT_ONCE);
            return statement.executeUpdate();
        });
    }

    private int forgetMessages() {
        return sql.prepare(MESSAGES, statement -> {
            statement.setLong(1, MESSAGES_KEPT.toSeconds());
            statement.setInt(2, ROWS_AT_ONCE);
            return statement.executeUpdate();
        });
    }
}
