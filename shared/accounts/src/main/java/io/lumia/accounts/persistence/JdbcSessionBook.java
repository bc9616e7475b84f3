package io.lumia.accounts.persistence;

import io.lumia.accounts.UserId;
import io.lumia.accounts.session.EndReason;
import io.lumia.accounts.session.HeldToken;
import io.lumia.accounts.session.Session;
import io.lumia.accounts.session.SessionBook;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link SessionBook} in tables {@code accounts.session} and {@code accounts.refresh_token}. */
@Singleton
@Requires(beans = DataSource.class)
class JdbcSessionBook implements SessionBook {

    private static final String OPEN = """
            INSERT INTO accounts.session (session_id, user_id, started_at, refreshed_at, ends_at) VALUES (?, ?, ?, ?, ?)
            """;

    private static final String ADD_TOKEN = """
            INSERT INTO accounts.refresh_token (token_hash, session_id, user_id, issued_at, expires_at) VALUES (?, ?, ?, ?, ?)
            """;

    /** Both rows are locked: the token's own use is what the second of two must see. */
    private static final String LOCK_TOKEN = """
            SELECT s.session_id, s.user_id, s.started_at, s.refreshed_at, s.ends_at, s.ended_at, s.end_reason,
                   t.expires_at, t.used_at
              FROM accounts.refresh_token t JOIN accounts.session s USING (session_id, user_id)
             WHERE t.token_hash = ?
               FOR UPDATE OF t, s
            """;

    private static final String USE_TOKEN = """
            UPDATE accounts.refresh_token SET used_at = ?
             WHERE token_hash = ? AND session_id = ? AND user_id = ? AND used_at IS NULL
            """;

    private static final String REFRESH =
            "UPDATE accounts.session SET refreshed_at = ? WHERE session_id = ? AND user_id = ? AND ended_at IS NULL";

    private static final String END = """
            UPDATE accounts.session SET ended_at = ?, end_reason = ?
             WHERE session_id = ? AND user_id = ? AND ended_at IS NULL AND ends_at > ?
            """;

    private static final String END_ALL = """
            UPDATE accounts.session SET ended_at = ?, end_reason = ?
             WHERE user_id = ? AND ended_at IS NULL AND ends_at > ?
            """;

    private static final String END_OLDEST = """
            UPDATE accounts.session SET ended_at = ?, end_reason = ?
             WHERE user_id = ? AND session_id IN (
                   SELECT session_id FROM accounts.session
                    WHERE user_id = ? AND ended_at IS NULL AND ends_at > ?
                    ORDER BY started_at DESC, session_id DESC OFFSET ?)
            """;

    private static final String IS_LIVE = """
            SELECT 1 FROM accounts.session WHERE session_id = ? AND user_id = ? AND ended_at IS NULL AND ends_at > ?
            """;

    private static final String NEWEST = """
            SELECT session_id, user_id, started_at, refreshed_at, ends_at, ended_at, end_reason FROM accounts.session
             WHERE user_id = ? ORDER BY started_at DESC, session_id DESC LIMIT ?
            """;

    private static final String LIVE = """
            SELECT session_id, user_id, started_at, refreshed_at, ends_at, ended_at, end_reason FROM accounts.session
             WHERE user_id = ? AND ended_at IS NULL AND ends_at > ?
             ORDER BY refreshed_at DESC, session_id DESC LIMIT ?
            """;

    private static final String ERASE_ALL = "DELETE FROM accounts.session WHERE user_id = ?";

    private final Sql sql;

    JdbcSessionBook(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void open(Session session, byte[] tokenHash, Instant tokenExpiresAt) {
        sql.prepare(OPEN, statement -> {
            statement.setObject(1, session.id());
            statement.setObject(2, session.user().value());
            statement.setObject(3, Sql.utc(session.startedAt()));
            statement.setObject(4, Sql.utc(session.refreshedAt()));
            statement.setObject(5, Sql.utc(session.endsAt()));
            return statement.executeUpdate();
        });
        addToken(session, tokenHash, session.startedAt(), tokenExpiresAt);
    }

    private void addToken(Session session, byte[] hash, Instant issuedAt, Instant expiresAt) {
        sql.prepare(ADD_TOKEN, statement -> {
            statement.setBytes(1, hash);
            statement.setObject(2, session.id());
            statement.setObject(3, session.user().value());
            statement.setObject(4, Sql.utc(issuedAt));
            statement.setObject(5, Sql.utc(expiresAt));
            return statement.executeUpdate();
        });
    }

    @Override
    public Optional<HeldToken> lockToken(byte[] tokenHash) {
        return sql.prepare(LOCK_TOKEN, statement -> {
            statement.setBytes(1, tokenHash);
            return Sql.list(
                            statement,
                            row -> new HeldToken(
                                    session(row), Sql.instant(row, "expires_at"), Sql.instantOrNull(row, "used_at")))
                    .stream()
                    .findFirst();
        });
    }

    @Override
    public void rotate(Session session, byte[] oldHash, byte[] newHash, Instant newExpiresAt, Instant now) {
        sql.prepare(USE_TOKEN, statement -> {
            statement.setObject(1, Sql.utc(now));
            statement.setBytes(2, oldHash);
            statement.setObject(3, session.id());
            statement.setObject(4, session.user().value());
            return statement.executeUpdate();
        });
        addToken(session, newHash, now, newExpiresAt);
        sql.prepare(REFRESH, statement -> {
            statement.setObject(1, Sql.utc(now));
            statement.setObject(2, session.id());
            statement.setObject(3, session.user().value());
            return statement.executeUpdate();
        });
    }

    @Override
    public boolean end(UserId owner, UUID session, EndReason reason, Instant now) {
        return sql.prepare(END, statement -> {
            setEnd(statement, reason, now);
            statement.setObject(3, session);
            statement.setObject(4, owner.value());
            statement.setObject(5, Sql.utc(now));
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public int endAll(UserId owner, EndReason reason, Instant now) {
        return sql.prepare(END_ALL, statement -> {
            setEnd(statement, reason, now);
            statement.setObject(3, owner.value());
            statement.setObject(4, Sql.utc(now));
            return statement.executeUpdate();
        });
    }

    @Override
    public int endAllButNewest(UserId owner, int kept, EndReason reason, Instant now) {
        return sql.prepare(END_OLDEST, statement -> {
            setEnd(statement, reason, now);
            statement.setObject(3, owner.value());
            statement.setObject(4, owner.value());
            statement.setObject(5, Sql.utc(now));
            statement.setInt(6, kept);
            return statement.executeUpdate();
        });
    }

    private static void setEnd(PreparedStatement statement, EndReason reason, Instant now) throws SQLException {
        statement.setObject(1, Sql.utc(now));
        statement.setString(2, reason.code());
    }

    @Override
    public boolean isLive(UserId owner, UUID session, Instant now) {
        return sql.prepare(IS_LIVE, statement -> {
            statement.setObject(1, session);
            statement.setObject(2, owner.value());
            statement.setObject(3, Sql.utc(now));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        });
    }

    @Override
    public List<Session> newest(UserId owner, int most) {
        return sql.prepare(NEWEST, statement -> {
            statement.setObject(1, owner.value());
            statement.setInt(2, most);
            return Sql.list(statement, JdbcSessionBook::session);
        });
    }

    @Override
    public List<Session> live(UserId owner, Instant now, int most) {
        return sql.prepare(LIVE, statement -> {
            statement.setObject(1, owner.value());
            statement.setObject(2, Sql.utc(now));
            statement.setInt(3, most);
            return Sql.list(statement, JdbcSessionBook::session);
        });
    }

    @Override
    public void eraseAll(UserId owner) {
        sql.prepare(ERASE_ALL, statement -> {
            statement.setObject(1, owner.value());
            return statement.executeUpdate();
        });
    }

    private static Session session(ResultSet row) throws SQLException {
        @Nullable String reason = row.getString("end_reason");
        return new Session(
                row.getObject("session_id", UUID.class),
                new UserId(row.getObject("user_id", UUID.class)),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "refreshed_at"),
                Sql.instant(row, "ends_at"),
                Sql.instantOrNull(row, "ended_at"),
                reason == null ? null : EndReason.get(reason));
    }
}
