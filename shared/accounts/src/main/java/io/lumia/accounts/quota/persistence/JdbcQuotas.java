package io.lumia.accounts.quota.persistence;

import io.lumia.accounts.quota.QuotaLevel;
import io.lumia.accounts.quota.QuotaSubject;
import io.lumia.accounts.quota.Quotas;
import io.lumia.kernel.AppException;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** {@link Quotas} in {@code accounts.quota_subject} and {@code accounts.quota_grant}: one statement, one decision. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcQuotas implements Quotas {

    private static final String TAKE =
            "SELECT is_granted, used, decided_at, free_at FROM accounts.take_quota(?, ?, cast(? AS interval), ?)";

    private static final String NOTE_NEAR = """
        UPDATE accounts.quota_subject SET near_told_at = ?
         WHERE subject = ? AND (near_told_at IS NULL OR near_told_at <= ?)
        """;

    private static final String NOTE_USED_UP = """
        UPDATE accounts.quota_subject SET used_up_told_at = ?
         WHERE subject = ? AND (used_up_told_at IS NULL OR used_up_told_at <= ?)
        """;

    private static final String FORGET = """
        DELETE FROM accounts.quota_subject
         WHERE subject_id IN (SELECT subject_id FROM accounts.quota_subject
                               WHERE newest_at < ?
                               LIMIT ?
                                 FOR UPDATE SKIP LOCKED)
        """;

    private final Sql sql;
    private final Transactions transactions;

    JdbcQuotas(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public Taken take(QuotaSubject subject, int limit, Duration window, Instant at) {
        if (limit < 1) {
            throw AppException.invalid("quota.limit", limit, "1 or more");
        }
        return transactions.inOneStatement(() -> sql.prepare(TAKE, statement -> {
            statement.setString(1, subject.text());
            statement.setInt(2, limit);
            statement.setString(3, window.toString());
            statement.setObject(4, Sql.utc(at));
            return taken(statement);
        }));
    }

    private static Taken taken(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return new Taken(
                    row.getBoolean("is_granted"),
                    row.getInt("used"),
                    Sql.instant(row, "decided_at"),
                    Sql.instant(row, "free_at"));
        }
    }

    @Override
    public boolean note(QuotaSubject subject, QuotaLevel level, Duration window, Instant at) {
        String note =
                switch (level) {
                    case NEAR -> NOTE_NEAR;
                    case USED_UP -> NOTE_USED_UP;
                };
        return sql.prepare(note, statement -> {
            statement.setObject(1, Sql.utc(at));
            statement.setString(2, subject.text());
            statement.setObject(3, Sql.utc(at.minus(window)));
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public int forgetIdle(Instant since, int atMost) {
        return transactions.inTransaction(() -> sql.prepare(FORGET, statement -> {
            statement.setObject(1, Sql.utc(since));
            statement.setInt(2, atMost);
            return statement.executeUpdate();
        }));
    }
}
