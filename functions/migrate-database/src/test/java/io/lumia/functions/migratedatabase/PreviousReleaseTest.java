package io.lumia.functions.migratedatabase;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.audit.AuditVerdict.Intact;
import io.lumia.accounts.audit.VerifyAuditLog;
import io.lumia.platform.database.DatabaseMigration;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * Fault 10: this release's migrations on the previous release's data, and the previous release's functions on the new schema, as they
 * meet while one is deployed. The statements below are theirs, word for word; that no others break, the comparison of columns
 * shows: what they read and write is there as it was.
 */
final class PreviousReleaseTest {

    /** The last migration before accounts; whoever makes the next release names this one's last here. */
    private static final String PREVIOUS = "20261128.1200";

    private static final int THROUGH_YEAR = 2028;

    private static final List<String> DATA = List.of(
            "INSERT INTO market.source (provider, name, as_of, price_basis, currency, licence, attribution)"
                    + " VALUES ('bundle', 'a', '2017-12-29T21:00:00Z', 'raw', 'USD', 'x', 'x')",
            "INSERT INTO market.asset (asset_type, name, currency, source_id, learned_at)"
                    + " VALUES ('stock', 'IBM', 'USD', 1, '2017-12-29T21:00:00Z')",
            "INSERT INTO market.daily_bar (asset_id, trading_date, open, high, low, close, volume, learned_at, source_id)"
                    + " VALUES (1, '2017-12-29', 1, 2, 1, 2, 100, '2017-12-29T21:00:00Z', 1)",
            "INSERT INTO collection.job (job_id, name, provider, location, datasets, enabled, schedule_kind)"
                    + " VALUES (gen_random_uuid(), 'daily-prices', 'bundle', '', '{bars}', true, 'on_demand')");

    private static final String OUTBOX = """
            INSERT INTO platform.outbox (event_id, source, detail_type, detail)
            VALUES (gen_random_uuid(), 'lumia.load', 'PricesLoaded', cast('{"a": 1}' AS jsonb))
            ON CONFLICT (event_id) DO NOTHING
            """;
    private static final String AUDIT = """
            INSERT INTO collection.audit_entry (at, actor, action, subject, details, request_id)
            VALUES ('2026-11-28T10:00:00Z', 'local', 'job.run', 'job/daily-prices', cast('{}' AS jsonb), 'req-0001')
            """;
    private static final String CLAIM = """
            SELECT sequence_number, source, detail_type, detail
              FROM platform.outbox
             WHERE sent_at IS NULL
             ORDER BY sequence_number
             LIMIT 10
               FOR UPDATE SKIP LOCKED
            """;

    /** What breaks those who write without knowing of it. */
    private static final String COLUMNS = """
            SELECT table_schema || '.' || table_name || '.' || column_name,
                   data_type || ' ' || is_nullable || ' ' || (column_default IS NOT NULL OR is_identity = 'YES')
              FROM information_schema.columns
             WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'public')
            """;

    private final EmbeddedDatabase database = EmbeddedDatabase.empty();

    @Test
    void whatWasThereStaysAndThePreviousReleaseGoesOn() throws SQLException {
        migrateToThePreviousRelease();
        for (String statement : DATA) {
            execute(statement);
        }
        execute(OUTBOX);
        execute(AUDIT);
        Map<String, String> columns = columns();
        List<String> rows = rows(columns);

        migrateOn();

        Map<String, String> now = columns();
        assertThat(now).containsAllEntriesOf(columns);
        assertThat(now.keySet().stream().map(PreviousReleaseTest::schema).distinct())
                .contains("accounts");
        assertThat(addedToOldTables(columns, now))
                .as("columns that the previous release does not write")
                .allMatch(added ->
                        added.getValue().contains(" YES ") || added.getValue().endsWith("true"));
        assertThat(rows(columns)).isEqualTo(rows);
        execute(OUTBOX);
        execute(AUDIT);
        assertThat(count(CLAIM)).isEqualTo(2);
        assertThat(theChain()).isInstanceOfSatisfying(Intact.class, intact -> assertThat(intact.entries())
                .as("what was done since; what was done before stays in its own table")
                .isEqualTo(1));
    }

    private void migrateToThePreviousRelease() throws SQLException {
        Flyway.configure()
                .dataSource(database.url(), database.user(), "")
                .locations("classpath:db/migration")
                .target(PREVIOUS)
                .load()
                .migrate();
        assertThat(columns().keySet().stream().map(PreviousReleaseTest::schema))
                .contains("recommendation")
                .doesNotContain("accounts");
    }

    private void migrateOn() {
        try (ApplicationContext context = ApplicationContext.run(database.properties())) {
            assertThat(context.getBean(DatabaseMigration.class)
                            .migrate(THROUGH_YEAR)
                            .migrations())
                    .isPositive();
        }
    }

    private Object theChain() {
        Map<String, Object> properties = new HashMap<>(database.properties());
        properties.put("lumia.accounts.peppers", "1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        try (ApplicationContext context = ApplicationContext.run(properties)) {
            return context.getBean(VerifyAuditLog.class).verify();
        }
    }

    private static List<Map.Entry<String, String>> addedToOldTables(
            Map<String, String> before, Map<String, String> after) {
        List<String> tables =
                before.keySet().stream().map(PreviousReleaseTest::table).toList();
        return after.entrySet().stream()
                .filter(column -> tables.contains(table(column.getKey())) && !before.containsKey(column.getKey()))
                .toList();
    }

    private static String table(String column) {
        return column.substring(0, column.lastIndexOf('.'));
    }

    private static String schema(String column) {
        return column.substring(0, column.indexOf('.'));
    }

    private Map<String, String> columns() throws SQLException {
        Map<String, String> columns = new HashMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        return columns;
    }

    /** Of the tables that were filled, in the columns that there were. */
    private List<String> rows(Map<String, String> columns) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : List.of(
                "market.asset", "market.daily_bar", "collection.job", "platform.outbox", "collection.audit_entry")) {
            String names = String.join(
                    ", ",
                    columns.keySet().stream()
                            .filter(column -> table(column).equals(table))
                            .map(column -> column.substring(table.length() + 1))
                            .sorted()
                            .toList());
            rows.add(text("SELECT string_agg(t::text, '|') FROM (SELECT %s FROM %s) t".formatted(names, table)));
        }
        return rows;
    }

    private String text(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private int count(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    private void execute(String text) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
