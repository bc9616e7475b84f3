package io.lumia.collection.persistence;

import io.lumia.collection.CallLedger;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** {@link CallLedger} over the tables that {@link JdbcCallGate} writes. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcCallLedger implements CallLedger {

    private static final String STATES = """
            SELECT provider, key_id, breaker, consecutive_failures, open_until, blocked_until, last_success_at,
                   last_failure_at, last_failure
              FROM collection.provider_state
             ORDER BY provider, key_id
            """;

    private static final String CALLS_SINCE =
            "SELECT count(*) FROM collection.provider_call WHERE provider = ? AND started_at > ?";

    private static final String PRUNE = """
            DELETE FROM collection.provider_call
             WHERE call_id IN (SELECT call_id FROM collection.provider_call WHERE started_at < ? ORDER BY started_at LIMIT ?)
            """;

    private final Sql sql;

    JdbcCallLedger(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<ProviderState> states() {
        return sql.prepare(STATES, statement -> Sql.list(statement, JdbcCallLedger::state));
    }

    private static ProviderState state(ResultSet row) throws SQLException {
        return new ProviderState(
                row.getString("provider"),
                row.getString("key_id"),
                row.getString("breaker"),
                row.getInt("consecutive_failures"),
                Columns.instantOrNull(row, "open_until"),
                Columns.instantOrNull(row, "blocked_until"),
                Columns.instantOrNull(row, "last_success_at"),
                Columns.instantOrNull(row, "last_failure_at"),
                row.getString("last_failure"));
    }

    @Override
    public int callsSince(String provider, Instant since) {
        return sql.prepare(CALLS_SINCE, statement -> {
            statement.setString(1, provider);
            statement.setObject(2, Sql.utc(since));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    @Override
    public int prune(Instant at, int limit) {
        return sql.prepare(PRUNE, statement -> {
            statement.setObject(1, Sql.utc(at.minus(KEPT)));
            statement.setInt(2, limit);
            return statement.executeUpdate();
        });
    }
}
