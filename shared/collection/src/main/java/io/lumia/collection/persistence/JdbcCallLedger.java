package io.lumia.collection.persistence;

import io.lumia.collection.CallLedger;
import io.lumia.market.provider.web.Quota;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
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

    /** All that is asked for at once. A call counts from when it may have arrived at the provider, as in {@code collection.begin_call}. */
    private static final String USES = """
            SELECT count(c.arrived_at) AS used, min(c.arrived_at) + make_interval(secs => q.seconds) AS free_at
              FROM unnest(?::text[], ?::text[], ?::float8[]) WITH ORDINALITY AS q (provider, key_id, seconds, place)
              LEFT JOIN LATERAL (
                   SELECT least(coalesce(ended_at, ?), started_at + INTERVAL '1 second') AS arrived_at
                     FROM collection.provider_call
                    WHERE provider = q.provider AND key_id = q.key_id
                      AND started_at > ?::timestamptz - make_interval(secs => q.seconds + 1)) c
                ON c.arrived_at > ?::timestamptz - make_interval(secs => q.seconds)
             GROUP BY q.place, q.seconds
             ORDER BY q.place
            """;

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
                Sql.instantOrNull(row, "open_until"),
                Sql.instantOrNull(row, "blocked_until"),
                Sql.instantOrNull(row, "last_success_at"),
                Sql.instantOrNull(row, "last_failure_at"),
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
    public List<List<QuotaUse>> uses(List<KeyQuotas> keys, Instant at) {
        List<Asked> asked = keys.stream()
                .flatMap(key -> key.quotas().stream().map(quota -> new Asked(key, quota)))
                .toList();
        Iterator<QuotaUse> uses = usesOf(asked, at).iterator();
        return keys.stream()
                .map(key -> key.quotas().stream().map(_ -> uses.next()).toList())
                .toList();
    }

    private List<QuotaUse> usesOf(List<Asked> asked, Instant at) {
        if (asked.isEmpty()) {
            return List.of();
        }
        Iterator<Asked> next = asked.iterator();
        return sql.prepare(USES, statement -> {
            Sql.setArray(statement, 1, "text", asked, one -> one.key().provider());
            Sql.setArray(statement, 2, "text", asked, one -> one.key().keyId());
            Sql.setArray(statement, 3, "float8", asked, one ->
                    (double) one.quota().per().toSeconds());
            for (int place = 4; place <= 6; place++) {
                statement.setObject(place, Sql.utc(at));
            }
            return Sql.list(
                    statement,
                    row -> new QuotaUse(next.next().quota(), row.getInt("used"), Sql.instantOrNull(row, "free_at")));
        });
    }

    /** One quota of one key. */
    private record Asked(KeyQuotas key, Quota quota) {}

    @Override
    public int prune(Instant at, int limit) {
        return sql.prepare(PRUNE, statement -> {
            statement.setObject(1, Sql.utc(at.minus(KEPT)));
            statement.setInt(2, limit);
            return statement.executeUpdate();
        });
    }
}
