package io.lumia.platform.database;

import io.lumia.platform.database.IdempotencyKeys.Claim.Answered;
import io.lumia.platform.database.IdempotencyKeys.Claim.InFlight;
import io.lumia.platform.database.IdempotencyKeys.Claim.OtherRequest;
import io.lumia.platform.database.IdempotencyKeys.Claim.Taken;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** {@link IdempotencyKeys} in table {@code platform.idempotency_key}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcIdempotencyKeys implements IdempotencyKeys {

    /** Deleted with each claim; more than come in by one. */
    private static final int FORGOTTEN_AT_ONCE = 100;

    private static final String FORGET = """
            DELETE FROM platform.idempotency_key
             WHERE (actor, key) IN (SELECT actor, key FROM platform.idempotency_key WHERE claimed_at < ? LIMIT ?)
                OR (actor = ? AND key = ? AND claimed_at < CASE WHEN status IS NULL THEN ? ELSE ? END)
            """;
    private static final String CLAIM = """
            INSERT INTO platform.idempotency_key (actor, key, fingerprint, claimed_at) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String FIND =
            "SELECT fingerprint, status, body FROM platform.idempotency_key WHERE actor = ? AND key = ?";
    private static final String REMEMBER =
            "UPDATE platform.idempotency_key SET status = ?, body = ? WHERE actor = ? AND key = ?";
    private static final String GIVE_BACK =
            "DELETE FROM platform.idempotency_key WHERE actor = ? AND key = ? AND status IS NULL";

    private final Sql sql;

    JdbcIdempotencyKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Claim claim(Key key, String fingerprint, Instant now) {
        forget(key, now);
        boolean taken = sql.prepare(CLAIM, statement -> {
            statement.setString(1, key.actor());
            statement.setString(2, key.key());
            statement.setString(3, fingerprint);
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        });
        return taken ? new Taken() : known(key, fingerprint);
    }

    @Override
    public void remember(Key key, int status, String body) {
        sql.prepare(REMEMBER, statement -> {
            statement.setInt(1, status);
            statement.setString(2, body);
            statement.setString(3, key.actor());
            statement.setString(4, key.key());
            return statement.executeUpdate();
        });
    }

    @Override
    public void giveBack(Key key) {
        sql.prepare(GIVE_BACK, statement -> {
            statement.setString(1, key.actor());
            statement.setString(2, key.key());
            return statement.executeUpdate();
        });
    }

    private void forget(Key key, Instant now) {
        sql.prepare(FORGET, statement -> {
            statement.setObject(1, now.minus(KEPT).atOffset(ZoneOffset.UTC));
            statement.setInt(2, FORGOTTEN_AT_ONCE);
            statement.setString(3, key.actor());
            statement.setString(4, key.key());
            statement.setObject(5, now.minus(MOST_IN_FLIGHT).atOffset(ZoneOffset.UTC));
            statement.setObject(6, now.minus(KEPT).atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    /** A key that was given back meanwhile counts as in flight: its caller tries again. */
    private Claim known(Key key, String fingerprint) {
        return sql.prepare(FIND, statement -> {
            statement.setString(1, key.actor());
            statement.setString(2, key.key());
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? read(found, fingerprint) : new InFlight();
            }
        });
    }

    private static Claim read(ResultSet row, String fingerprint) throws SQLException {
        if (!row.getString("fingerprint").equals(fingerprint)) {
            return new OtherRequest();
        }
        int status = row.getInt("status");
        return row.wasNull() ? new InFlight() : new Answered(status, row.getString("body"));
    }
}
