package io.lumia.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.folder.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL that is killed, by its own pid, while nobody works with it. */
final class KeptAliveIT {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int FEW_ATTEMPTS = 2;
    private static final long PAUSE_MILLIS = 50;

    /** Longer than a restart waits before it begins. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    @TempDir
    private Path temporary;

    private DataFolder folder;

    @BeforeEach
    void makeFolder() {
        System.setProperty(
                "lumia.programs",
                Path.of("target", "postgres-programs").toAbsolutePath().toString());
        folder = new DataFolder(temporary.resolve("data")).create();
    }

    @Test
    void comesBackAtItsAddressAgainAndAgainWithWhatItAcknowledged() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            server.keepAlive(_ -> {});
            execute(server, "CREATE TABLE kept (number int)");
            for (long number = 1; number <= 2; number++) {
                execute(server, "INSERT INTO kept VALUES (%d)".formatted(number));
                ProcessHandle killed = running();
                server.kill();

                await(() -> succeeds(server, "SELECT 1"));
                assertThat(rows(server)).isEqualTo(number);
                assertThat(running()).isNotEqualTo(killed);
            }
        }
        assertThat(folder.postgres().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void whatIsStoppedStaysStopped() throws Exception {
        CompletableFuture<AppException> lost = new CompletableFuture<>();
        EmbeddedServer server = EmbeddedServer.start(folder);
        server.keepAlive(lost::complete);
        ProcessHandle stopped = running();

        server.close();
        Thread.sleep(QUIET);

        assertThat(stopped.isAlive()).isFalse();
        assertThatThrownBy(() -> execute(server, "SELECT 1")).isInstanceOf(SQLException.class);
        assertThat(lost).isNotDone();
    }

    @Test
    void saysThatItIsLostWhereItCannotBeStarted() throws Exception {
        CompletableFuture<AppException> lost = new CompletableFuture<>();
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            new KeptAlive(folder, FEW_ATTEMPTS, lost::complete).watch();
            Files.move(
                    folder.postgres().resolve("PG_VERSION"), folder.postgres().resolve("PG_VERSION.away"));

            server.kill();
            AppException failure = lost.get(LONGEST.toSeconds(), TimeUnit.SECONDS);

            assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
            assertThat(failure).hasMessageContaining("2 attempts").hasMessageContaining("postgres.log");
            Files.move(
                    folder.postgres().resolve("PG_VERSION.away"),
                    folder.postgres().resolve("PG_VERSION"));
        }
    }

    private ProcessHandle running() {
        return OrphanedServer.running(folder.postgres()).orElseThrow();
    }

    private static boolean succeeds(EmbeddedServer server, String sql) {
        try {
            execute(server, sql);
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long rows(EmbeddedServer server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM kept")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("came within " + LONGEST).isLessThan(deadline);
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
