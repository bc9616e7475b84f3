package io.lumia.collection.persistence;

import io.lumia.market.provider.web.CallGate;
import io.lumia.market.provider.web.CallGate.Permission.BreakerOpen;
import io.lumia.market.provider.web.CallGate.Permission.BudgetUsed;
import io.lumia.market.provider.web.CallGate.Permission.Granted;
import io.lumia.market.provider.web.CallGate.Permission.WaitUntil;
import io.lumia.market.provider.web.Quota;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** {@link CallGate} in {@code collection.provider_call} and {@code collection.provider_state}: one statement, one decision. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcCallGate implements CallGate {

    /** Unreachable, blocked, schema_changed or bad_key so often in a row opens the breaker. */
    static final int FAILURES_TO_OPEN = 5;

    /** Doubled each time that the probe fails. */
    static final Duration FIRST_OPEN = Duration.ofMinutes(1);

    static final Duration LONGEST_OPEN = Duration.ofHours(1);

    /** A probe that has not ended by then died with its process. */
    static final Duration PROBE_PATIENCE = Duration.ofMinutes(5);

    private static final int MAX_ADDRESS_CHARACTERS = 2_000;
    private static final int MAX_DETAIL_CHARACTERS = 1_000;
    private static final int MAX_VALIDATOR_CHARACTERS = 300;

    private static final String BEGIN = """
            SELECT verdict, call_id, wait_until, why
              FROM collection.begin_call(?, ?, ?, ?, ?, ?, cast(? AS interval[]), cast(? AS interval),
                                         cast(? AS interval), ?)
            """;

    private static final String END = """
            SELECT collection.end_call(?, ?, ?, ?, ?, ?, ?, ?, cast(? AS interval), ?, cast(? AS interval),
                                       cast(? AS interval))
            """;

    /** An answer that is not in our books must be fetched whole again. */
    private static final String VALIDATORS = """
            SELECT c.etag, c.last_modified
              FROM collection.provider_call c
              JOIN collection.item i USING (item_id)
             WHERE c.provider = ? AND md5(c.address) = md5(?) AND c.address = ? AND c.outcome = 'fetched'
               AND i.status IN ('loaded', 'unchanged') AND i.provider_used = c.provider
             ORDER BY c.started_at DESC
             LIMIT 1
            """;

    private final Sql sql;
    private final Transactions transactions;

    JdbcCallGate(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public Permission enter(Caller caller, Call call, Instant at) {
        return transactions.inTransaction(() -> sql.prepare(BEGIN, statement -> {
            List<Quota> quotas = caller.quotas();
            statement.setString(1, caller.provider());
            statement.setString(2, caller.keyId());
            statement.setObject(3, call.itemId());
            statement.setString(4, call.kind());
            statement.setString(5, Columns.storable(call.address(), MAX_ADDRESS_CHARACTERS));
            Object[] counts = quotas.stream().map(Quota::calls).toArray();
            statement.setArray(6, statement.getConnection().createArrayOf("integer", counts));
            List<String> lengths =
                    quotas.stream().map(quota -> quota.per().toString()).toList();
            statement.setArray(7, Columns.texts(statement.getConnection(), lengths));
            statement.setString(8, BUDGET_FROM.toString());
            statement.setString(9, PROBE_PATIENCE.toString());
            statement.setObject(10, Sql.utc(at));
            return permission(statement);
        }));
    }

    private static Permission permission(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            String verdict = row.getString("verdict");
            return switch (verdict) {
                case "granted" -> new Granted(row.getLong("call_id"));
                case "wait" -> new WaitUntil(Sql.instant(row, "wait_until"), row.getString("why"));
                case "breaker_open" -> new BreakerOpen(Sql.instant(row, "wait_until"));
                case "budget_used" -> new BudgetUsed(Sql.instant(row, "wait_until"), row.getString("why"));
                default -> throw new IllegalStateException("begin_call knows no verdict '%s'".formatted(verdict));
            };
        }
    }

    @Override
    public void end(long callId, CallEnd end) {
        transactions.inTransaction(() -> {
            sql.prepare(END, statement -> {
                statement.setLong(1, callId);
                statement.setObject(2, Sql.utc(end.at()));
                statement.setInt(3, end.status());
                statement.setString(4, end.outcome());
                statement.setLong(5, end.bytes());
                statement.setString(6, validator(end.validators().etag()));
                statement.setString(7, validator(end.validators().lastModified()));
                statement.setString(8, Columns.storable(end.detail(), MAX_DETAIL_CHARACTERS));
                statement.setString(9, end.waitTime().toString());
                statement.setInt(10, FAILURES_TO_OPEN);
                statement.setString(11, FIRST_OPEN.toString());
                statement.setString(12, LONGEST_OPEN.toString());
                return statement.execute();
            });
        });
    }

    /** A longer one would be cut, and a cut one recognises nothing. */
    private static String validator(String text) {
        return text.length() > MAX_VALIDATOR_CHARACTERS ? "" : Columns.storable(text, MAX_VALIDATOR_CHARACTERS);
    }

    @Override
    public Optional<Validators> validators(String provider, String address) {
        String stored = Columns.storable(address, MAX_ADDRESS_CHARACTERS);
        return sql.prepare(VALIDATORS, statement -> {
            statement.setString(1, provider);
            statement.setString(2, stored);
            statement.setString(3, stored);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Validators(row.getString(1), row.getString(2)))
                                .filter(validators -> !validators.isEmpty())
                        : Optional.empty();
            }
        });
    }
}
