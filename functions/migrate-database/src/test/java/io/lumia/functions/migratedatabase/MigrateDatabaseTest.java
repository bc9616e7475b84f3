package io.lumia.functions.migratedatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lumia.platform.database.DatabaseMigration;
import io.lumia.platform.database.DatabaseMigration.Migrated;
import io.lumia.platform.database.ForgetDeliveries;
import io.lumia.testing.EmbeddedDatabase;
import io.lumia.testing.SchemaDump;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MigrateDatabaseTest {

    private static final Path GOLDEN = Path.of("schema.sql");

    private final EmbeddedDatabase database = EmbeddedDatabase.empty();

    @Test
    void migratesAnEmptyDatabaseOnceAndThenChangesNothing() {
        Migrated first = migrate("2026-11-21T00:00:00Z");
        Migrated second = migrate("2026-11-21T00:00:00Z");

        assertThat(first.migrations()).isGreaterThanOrEqualTo(4);
        assertThat(second.migrations()).isZero();
        assertThat(second.partitions()).isZero();
    }

    @Test
    void createsPartitionsTwoYearsAheadOfTheClock() throws SQLException {
        assumeTrue(
                "partitions".equals(migrate("2026-11-21T00:00:00Z").timeSeries()),
                "the server offers TimescaleDB, which makes its chunks by itself");

        migrate("2040-01-01T00:00:00Z");

        assertThat(count("SELECT count(*) FROM pg_class WHERE relname IN ('daily_bar_y2042', 'observation_y2042')"))
                .isEqualTo(2);
    }

    @Test
    void splitsTimeSeriesAsTheServerCan() throws SQLException {
        String kind = migrate("2026-11-21T00:00:00Z").timeSeries();

        int offered = count("SELECT platform.offers_timescale()::int");
        assertThat(kind).isEqualTo(offered == 1 ? "hypertable" : "partitions");
        assertThat(count("SELECT count(*) FROM platform.time_series")).isGreaterThanOrEqualTo(3);
    }

    /** After a wanted change: copy target/schema.sql over schema.sql, in a commit of its own. */
    @Test
    void theSchemaEqualsTheGoldenFile() throws SQLException, IOException {
        assumeTrue(
                "partitions".equals(migrate("2026-11-21T00:00:00Z").timeSeries()),
                "the golden file shows the schema of plain PostgreSQL");

        String actual = SchemaDump.of(database);

        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "schema.sql"), actual);
        assertThat(actual).isEqualTo(Files.readString(GOLDEN));
    }

    /** As many as a stage gives it; with one it would wait for the second in vain. */
    @Test
    void twoConnectionsAreEnoughForAnEmptyDatabase() {
        Map<String, Object> properties = new HashMap<>(database.properties());
        properties.put("datasources.default.maximum-pool-size", "2");
        properties.put("datasources.default.connection-timeout", "5000");

        try (ApplicationContext context = ApplicationContext.run(properties)) {
            assertThat(context.getBean(MigrateDatabase.class).migrate().migrations())
                    .isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void theHandlerSaysWhatItDid() {
        try (ApplicationContext context = ApplicationContext.run(database.properties())) {
            Map<String, Object> answer =
                    context.getBean(MigrateDatabaseHandler.class).handleRequest(Map.of(), null);

            assertThat(answer).containsOnlyKeys("migrations", "partitions", "time_series", "deliveries_forgotten");
            assertThat(answer).containsEntry("deliveries_forgotten", 0L);
        }
    }

    private Migrated migrate(String now) {
        try (ApplicationContext context = ApplicationContext.run(database.properties())) {
            Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
            return new MigrateDatabase(
                            context.getBean(DatabaseMigration.class), context.getBean(ForgetDeliveries.class), clock)
                    .migrate();
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
