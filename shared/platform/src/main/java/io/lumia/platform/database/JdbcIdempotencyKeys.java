package io.lumia.platform.database;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.IdempotencyKeys.Claim.Answered;
import io.lumia.platform.database.IdempotencyKeys.Claim.InFlight;
import io.lumia.platform.database.IdempotencyKeys.Claim.OtherRequest;
import io.lumia.platform.database.IdempotencyKeys.Claim.Taken;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** {@link IdempotencyKeys} in table {@code platform.idempotency_key}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcIdempotencyKeys implements IdempotencyKeys {

    /** Deleted with each claim; more than come in by one. */
    private static final int FORGOTTEN_AT_ONCE = 100;

    /** With this key: what is too old, and another request's that died before it did anything. */
    private static final String FORGET = """
            DELETE FROM platform.idempotency_key
             WHERE (actor, key) IN (SELECT actor, key FROM platform.idempotency_key WHERE claimed_at < ? LIMIT ?)
                OR (actor = ? AND key = ?
                    AND (claimed_at < ?
                         OR (claimed_at < ? AND status IS NULL AND NOT took_effect AND fingerprint <> ?)))
            """;
    /** The same request's that died is taken over, with the id of what it made or was about to make. */
    private static final String CLAIM = """
            INSERT INTO platform.idempotency_key AS k (actor, key, fingerprint, claimed_at, effect_id)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT idempotency_key_pk DO UPDATE SET claimed_at = excluded.claimed_at
             WHERE k.status IS NULL AND k.claimed_at < ? AND k.fingerprint = excluded.fingerprint
            RETURNING effect_id, claimed_at, took_effect
            """;

    private static final String FIND =
            "SELECT fingerprint, status, body FROM platform.idempotency_key WHERE actor = ? AND key = ?";
    /** A transaction has an id from its first change on. */
    private static final String CHANGES_SOMETHING = "SELECT pg_current_xact_id_if_assigned() IS NOT NULL";

    private static final String OURS = " WHERE actor = ? AND key = ? AND claimed_at = ? AND status IS NULL";
    private static final String NOTE_EFFECT = "UPDATE platform.idempotency_key SET took_effect = true" + OURS;
    private static final String REMEMBER = "UPDATE platform.idempotency_key SET status = ?, body = ?" + OURS;
    private static final String GIVE_BACK = "DELETE FROM platform.idempotency_key" + OURS;
    private static final String GIVE_UP = GIVE_BACK + " AND NOT took_effect";

    private final Sql sql;
    private final IdSource ids;

    JdbcIdempotencyKeys(Sql sql, IdSource ids) {
        this.sql = sql;
        this.ids = ids;
    }

    @Override
    public Claim claim(Key key, String fingerprint, Instant now) {
        forget(key, fingerprint, now);
        List<Claimed> taken = sql.prepare(CLAIM, statement -> {
            statement.setString(1, key.actor());
            statement.setString(2, key.key());
            statement.setString(3, fingerprint);
            statement.setObject(4, Sql.utc(now));
            statement.setObject(5, ids.next());
            statement.setObject(6, Sql.utc(now.minus(MOST_IN_FLIGHT)));
            return Sql.list(
                    statement,
                    row -> new Claimed(
                            key,
                            row.getObject("effect_id", UUID.class),
                            Sql.instant(row, "claimed_at"),
                            row.getBoolean("took_effect")));
        });
        return taken.isEmpty() ? known(key, fingerprint) : new Taken(taken.getFirst());
    }

    @Override
    public void noteEffect(Claimed claimed) {
        boolean changes = sql.prepare(CHANGES_SOMETHING, statement -> Sql.list(statement, row -> row.getBoolean(1))
                .getFirst());
        if (changes && update(NOTE_EFFECT, claimed) == 0) {
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "this request took longer than %d s and was sent again; that one counts"
                            .formatted(MOST_IN_FLIGHT.toSeconds()));
        }
    }

    @Override
    public void remember(Claimed claimed, int status, String body) {
        sql.prepare(REMEMBER, statement -> {
            statement.setInt(1, status);
            statement.setString(2, body);
            setOurs(statement, 3, claimed);
            return statement.executeUpdate();
        });
    }

    @Override
    public void giveBack(Claimed claimed) {
        update(GIVE_BACK, claimed);
    }

    @Override
    public void giveUp(Claimed claimed) {
        update(GIVE_UP, claimed);
    }

    private int update(String statementText, Claimed claimed) {
        return sql.prepare(statementText, statement -> {
            setOurs(statement, 1, claimed);
            return statement.executeUpdate();
        });
    }

    private static void setOurs(PreparedStatement statement, int first, Claimed claimed) throws SQLException {
        statement.setString(first, claimed.key().actor());
        statement.setString(first + 1, claimed.key().key());
        statement.setObject(first + 2, Sql.utc(claimed.claimedAt()));
    }

    private void forget(Key key, String fingerprint, Instant now) {
        sql.prepare(FORGET, statement -> {
            statement.setObject(1, Sql.utc(now.minus(KEPT)));
            statement.setInt(2, FORGOTTEN_AT_ONCE);
            statement.setString(3, key.actor());
            statement.setString(4, key.key());
            statement.setObject(5, Sql.utc(now.minus(KEPT)));
            statement.setObject(6, Sql.utc(now.minus(MOST_IN_FLIGHT)));
            statement.setString(7, fingerprint);
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
