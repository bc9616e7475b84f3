package io.lumia.accounts.persistence;

import io.lumia.accounts.personal.ExpiredData;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import javax.sql.DataSource;

/** {@link ExpiredData} in the tables of this package. */
@Singleton
@Requires(beans = DataSource.class)
class JdbcExpiredData implements ExpiredData {

    private static final String REGISTRATIONS = """
            DELETE FROM accounts.registration WHERE registration_id IN (
                   SELECT registration_id FROM accounts.registration WHERE expires_at <= ? LIMIT ?)
            """;

    private static final String ATTEMPTS = """
            DELETE FROM accounts.attempt WHERE (attempt_id, limit_code) IN (
                   SELECT attempt_id, limit_code FROM accounts.attempt WHERE expires_at <= ? LIMIT ?)
            """;

    /** One that was not used stays with its session, which it may yet say something about. */
    private static final String TOKENS = """
            DELETE FROM accounts.refresh_token WHERE token_hash IN (
                   SELECT token_hash FROM accounts.refresh_token WHERE expires_at <= ? AND used_at IS NOT NULL LIMIT ?)
            """;

    private static final String SESSIONS = """
            DELETE FROM accounts.session WHERE session_id IN (
                   SELECT session_id FROM accounts.session WHERE least(ended_at, ends_at) <= ? LIMIT ?)
            """;

    private static final String REFUSALS = """
            DELETE FROM accounts.access_refusal WHERE (actor, route_class) IN (
                   SELECT actor, route_class FROM accounts.access_refusal WHERE expires_at <= ? LIMIT ?)
            """;

    private final Sql sql;

    JdbcExpiredData(Sql sql) {
        this.sql = sql;
    }

    @Override
    public int forget(Instant overBefore, Instant endedBefore, int most) {
        return delete(REGISTRATIONS, overBefore, most)
                + delete(ATTEMPTS, overBefore, most)
                + delete(TOKENS, overBefore, most)
                + delete(REFUSALS, overBefore, most)
                + delete(SESSIONS, endedBefore, most);
    }

    private int delete(String statementText, Instant before, int most) {
        return sql.prepare(statementText, statement -> {
            statement.setObject(1, Sql.utc(before));
            statement.setInt(2, most);
            return statement.executeUpdate();
        });
    }
}
