package io.lumia.local.drill;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.database.EmbeddedServer;
import io.lumia.local.folder.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Loses a database and brings it back: a base backup by PostgreSQL's low-level API and its archived log (manual, "Continuous
 * Archiving and Point-in-Time Recovery"), both of which need no program beside the server itself.
 */
public final class RestoreDrill {

    private static final int MOST_TABLES = 10_000;

    private final Path scratch;
    private final Clock clock;
    private final Consumer<String> progress;
    private final int archiveSeconds;
    private final Duration writing;

    /**
     * @param scratch        an empty folder for copy, backup, archive and restored cluster: thrice the database's size
     * @param archiveSeconds after which at the latest a piece of the log is archived, which bounds what may be lost
     * @param writing        how long it is written to before it is lost
     */
    public RestoreDrill(Path scratch, Clock clock, int archiveSeconds, Duration writing, Consumer<String> progress) {
        this.scratch = scratch;
        this.clock = clock;
        this.archiveSeconds = archiveSeconds;
        this.writing = writing;
        this.progress = progress;
    }

    /** @param folder whose lock the caller holds, with no server running on it */
    public DrillReport run(DataFolder folder) {
        if (!folder.holdsDatabase()) {
            throw new AppException(
                    ErrorCode.NOT_FOUND,
                    "%s holds no database yet; load one: lumia demo --once".formatted(folder.root()));
        }
        try {
            return lose(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the drill cannot read or write its files", e);
        } catch (SQLException e) {
            throw new AppException(ErrorCode.INTERNAL, "the drill's database failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.INTERNAL, "the drill was interrupted", e);
        }
    }

    private Path archive() {
        return scratch.resolve("archive");
    }

    private Path backup() {
        return scratch.resolve("backup");
    }

    private DrillReport lose(DataFolder folder) throws IOException, SQLException, InterruptedException {
        Files.createDirectories(archive());
        DataFolder copy = new DataFolder(scratch.resolve("lost")).create();
        progress.accept("copying the database …");
        long bytes = ClusterFiles.copy(folder.postgres(), copy.postgres(), true);
        ClusterFiles.configure(copy.postgres(), """
            archive_mode = on
            archive_timeout = %d
            archive_command = 'cp "%%p" "%2$s/%%f.part" && mv "%2$s/%%f.part" "%2$s/%%f"'
            """.formatted(archiveSeconds, ClusterFiles.quoted(archive())));
        try (EmbeddedServer server = EmbeddedServer.start(copy)) {
            long rows = rows(server.jdbcUrl());
            long backupMilliseconds = backUp(server.jdbcUrl(), copy);
            long confirmed;
            Instant lostAt;
            try (Heartbeat heartbeat = Heartbeat.start(server.jdbcUrl(), clock)) {
                progress.accept("writing for %d s …".formatted(writing.toSeconds()));
                Thread.sleep(writing);
                server.kill();
                lostAt = clock.instant();
                confirmed = heartbeat.confirmed();
            }
            progress.accept("lost; restoring …");
            return restore(bytes, backupMilliseconds, rows, confirmed, lostAt);
        }
    }

    /** Says so to the server, copies its files while it works, and keeps the label without which they are nothing. */
    private long backUp(String jdbcUrl, DataFolder running) throws SQLException, IOException {
        progress.accept("making a base backup …");
        long began = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('drill', fast => true)");
            ClusterFiles.copy(running.postgres(), backup(), false);
            try (ResultSet row = statement.executeQuery("SELECT labelfile FROM pg_backup_stop()")) {
                row.next();
                Files.writeString(backup().resolve("backup_label"), row.getString(1));
            }
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private DrillReport restore(long bytes, long backupMilliseconds, long rows, long confirmed, Instant lostAt)
            throws IOException, SQLException {
        DataFolder restored = new DataFolder(scratch.resolve("restored")).create();
        ClusterFiles.copy(backup(), restored.postgres(), true);
        // It answers once all of the log is there, not as soon as what it has would do for reading.
        ClusterFiles.configure(
                restored.postgres(),
                "archive_mode = off%nhot_standby = off%nrestore_command = 'cp \"%s/%%f\" \"%%p\"'%n"
                        .formatted(ClusterFiles.quoted(archive())));
        Files.createFile(restored.postgres().resolve("recovery.signal"));
        try (EmbeddedServer server = EmbeddedServer.start(restored);
                Connection connection = DriverManager.getConnection(server.jdbcUrl())) {
            Heartbeat.Found found = Heartbeat.in(connection);
            Instant answered = clock.instant();
            return new DrillReport(
                    bytes,
                    archiveSeconds,
                    backupMilliseconds,
                    seconds(lostAt, answered),
                    found.last().map(last -> seconds(last, lostAt)).orElse((double) writing.toSeconds()),
                    confirmed,
                    found.number(),
                    rows,
                    rows(server.jdbcUrl()));
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    /** Of all tables that are ours, counted one by one. */
    private static long rows(String jdbcUrl) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            long rows = 0;
            for (String table : tables(statement)) {
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM ONLY " + table)) {
                    row.next();
                    rows += row.getLong(1);
                }
            }
            return rows;
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("""
            SELECT format('%%I.%%I', schemaname, tablename)
              FROM pg_tables
             WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'drill')
             ORDER BY 1
             LIMIT %d
            """.formatted(MOST_TABLES))) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
