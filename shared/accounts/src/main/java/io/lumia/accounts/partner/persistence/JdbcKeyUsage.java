package io.lumia.accounts.partner.persistence;

import io.lumia.accounts.UserId;
import io.lumia.accounts.partner.KeyUsage;
import io.lumia.accounts.partner.UsageOf;
import io.lumia.kernel.AppException;
import io.lumia.platform.database.Inbox;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import javax.sql.DataSource;

/** {@link KeyUsage} in table {@code accounts.partner_key_usage}; the inbox knows which batches are in. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcKeyUsage implements KeyUsage {

    private static final String CONSUMER = "partner-key-usage";

    /** In the order of the key, so that two batches never wait for each other. */
    private static final String ADD = """
            INSERT INTO accounts.partner_key_usage AS u (key_id, day, operation, calls)
            SELECT b.key_id, b.day, b.operation, b.calls
              FROM unnest(cast(? AS uuid[]), cast(? AS date[]), cast(? AS text[]), cast(? AS bigint[]))
                   AS b (key_id, day, operation, calls)
             WHERE EXISTS (SELECT FROM accounts.partner_key k WHERE k.key_id = b.key_id)
             ORDER BY b.key_id, b.day, b.operation
            ON CONFLICT (key_id, day, operation) DO UPDATE SET calls = u.calls + excluded.calls
            """;

    private static final String READ = """
            SELECT u.day, u.operation, u.calls
              FROM accounts.partner_key_usage u
              JOIN accounts.partner_key k USING (key_id)
             WHERE k.owner_id = ? AND u.key_id = ? AND u.day BETWEEN ? AND ?
             ORDER BY u.day, u.operation
            """;

    private final Sql sql;
    private final Inbox inbox;
    private final Transactions transactions;

    JdbcKeyUsage(Sql sql, Inbox inbox, Transactions transactions) {
        this.sql = sql;
        this.inbox = inbox;
        this.transactions = transactions;
    }

    @Override
    public void add(UUID batchId, SortedMap<UsageOf, Long> calls) {
        transactions.inTransaction(() -> {
            if (inbox.accept(CONSUMER, batchId)) {
                write(calls);
            }
        });
    }

    private void write(SortedMap<UsageOf, Long> calls) {
        Set<Map.Entry<UsageOf, Long>> rows = calls.entrySet();
        sql.prepare(ADD, statement -> {
            Sql.setArray(statement, 1, "uuid", rows, row -> row.getKey().keyId());
            Sql.setArray(
                    statement, 2, "date", rows, row -> Date.valueOf(row.getKey().day()));
            Sql.setArray(statement, 3, "text", rows, row -> row.getKey().operation());
            Sql.setArray(statement, 4, "bigint", rows, Map.Entry::getValue);
            return statement.executeUpdate();
        });
    }

    @Override
    public List<Line> read(UserId owner, UUID keyId, LocalDate from, LocalDate through) {
        if (from.isAfter(through) || from.plusDays(MAX_DAYS).isBefore(through)) {
            throw AppException.invalid("start", from, "1 to %d days up to %s".formatted(MAX_DAYS, through));
        }
        return sql.prepare(READ, statement -> {
            statement.setObject(1, owner.value());
            statement.setObject(2, keyId);
            statement.setObject(3, from);
            statement.setObject(4, through);
            return Sql.list(
                    statement,
                    row -> new Line(
                            row.getObject("day", LocalDate.class), row.getString("operation"), row.getLong("calls")));
        });
    }
}
