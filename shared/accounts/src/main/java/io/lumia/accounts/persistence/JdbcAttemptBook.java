package io.lumia.accounts.persistence;

import io.lumia.accounts.throttle.AttemptBook;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * {@link AttemptBook} in table {@code accounts.attempt}. Who counts against a subject holds its lock until he has counted, so that of
 * many at once no more get through than the bound allows.
 */
@Singleton
@Requires(beans = DataSource.class)
class JdbcAttemptBook implements AttemptBook {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";

    /** The try that must leave the window before another has room in it: the {@code most}-th from the newest. */
    private static final String BLOCKING = """
            SELECT attempted_at FROM accounts.attempt
             WHERE limit_code = ? AND subject = ? AND attempted_at > ?
             ORDER BY attempted_at DESC OFFSET ? LIMIT 1
            """;

    private static final String COUNT = """
            INSERT INTO accounts.attempt (attempt_id, limit_code, subject, attempted_at, expires_at) VALUES (?, ?, ?, ?, ?)
            """;

    private static final String TAKE_BACK = "DELETE FROM accounts.attempt WHERE attempt_id = ?";

    private static final String CLEAR = "DELETE FROM accounts.attempt WHERE limit_code = ? AND subject = ?";

    private final Sql sql;
    private final Transactions transactions;

    JdbcAttemptBook(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public Optional<Reached> count(UUID attempt, List<Counted> against, Instant now) {
        return transactions.inTransaction(() -> {
            against.forEach(this::lock);
            Optional<Reached> reached = against.stream()
                    .flatMap(counted -> reached(counted, now).stream())
                    .findFirst();
            if (reached.isEmpty()) {
                against.forEach(counted -> insert(attempt, counted, now));
            }
            return reached;
        });
    }

    private void lock(Counted counted) {
        String name = counted.limit().code() + HexFormat.of().formatHex(counted.subject());
        sql.prepare(LOCK, statement -> {
            statement.setString(1, name);
            return statement.execute();
        });
    }

    private Optional<Reached> reached(Counted counted, Instant now) {
        var limit = counted.limit();
        Optional<Instant> blocking = sql.prepare(BLOCKING, statement -> {
            statement.setString(1, limit.code());
            statement.setBytes(2, counted.subject());
            statement.setObject(3, Sql.utc(now.minus(limit.window())));
            statement.setInt(4, limit.most() - 1);
            return Sql.list(statement, row -> Sql.instant(row, "attempted_at")).stream()
                    .findFirst();
        });
        return blocking.map(oldest -> new Reached(limit, oldest.plus(limit.window())));
    }

    private void insert(UUID attempt, Counted counted, Instant now) {
        sql.prepare(COUNT, statement -> {
            statement.setObject(1, attempt);
            statement.setString(2, counted.limit().code());
            statement.setBytes(3, counted.subject());
            statement.setObject(4, Sql.utc(now));
            statement.setObject(5, Sql.utc(now.plus(counted.limit().window())));
            return statement.executeUpdate();
        });
    }

    @Override
    public void takeBack(UUID attempt) {
        sql.prepare(TAKE_BACK, statement -> {
            statement.setObject(1, attempt);
            return statement.executeUpdate();
        });
    }

    @Override
    public void clear(Counted counted) {
        sql.prepare(CLEAR, (PreparedStatement statement) -> {
            statement.setString(1, counted.limit().code());
            statement.setBytes(2, counted.subject());
            return statement.executeUpdate();
        });
    }
}
