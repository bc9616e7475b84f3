package io.lumia.platform.database;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the database to this release's schema. Migrations of all domains lie under {@code db/migration} on the class
 * path and run in the order of their time stamps. Running it twice changes nothing.
 */
@Singleton
@Requires(beans = DataSource.class)
public final class DatabaseMigration {

    private static final String FOLDER = "db/migration";
    /** A migration may rewrite a large table; whoever runs it waits for it. */
    private static final String WITHOUT_TIME_LIMIT = "SET statement_timeout = 0";

    private static final String KIND = "SELECT coalesce(min(kind), 'none') FROM platform.time_series";

    private final DataSource dataSource;

    /** @param resolver finds the pool behind the injected source, which hands out connections of transactions only */
    public DatabaseMigration(DataSource dataSource, DataSourceResolver resolver) {
        this.dataSource = resolver.resolve(dataSource);
    }

    /** Migrates and creates the yearly partitions up to and including {@code throughYear}. */
    public Migrated migrate(int throughYear) {
        var result = flyway().load().migrate();
        try (Connection connection = dataSource.getConnection()) {
            return new Migrated(result.migrationsExecuted, ensurePartitions(connection, throughYear), kind(connection));
        } catch (SQLException e) {
            throw new AppException(ErrorCode.DATABASE_UNAVAILABLE, "migration stopped: " + e.getMessage(), e);
        }
    }

    private FluentConfiguration flyway() {
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:" + FOLDER)
                .initSql(WITHOUT_TIME_LIMIT);
        return MigrationFolder.isNeeded()
                ? flyway.resourceProvider(MigrationFolder.ofProgram(FOLDER)).javaMigrationClassProvider(List::of)
                : flyway;
    }

    private static int ensurePartitions(Connection connection, int throughYear) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT platform.ensure_partitions(?)")) {
            statement.setInt(1, throughYear);
            return firstInt(statement);
        }
    }

    private static int firstInt(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String kind(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KIND);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    /**
     * What was done.
     *
     * @param migrations how many ran now
     * @param partitions how many yearly partitions were created now
     * @param timeSeries {@code partitions} or {@code hypertable}: how this server splits time series
     */
    public record Migrated(int migrations, int partitions, String timeSeries) {}
}
