package io.lumia.local.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.local.database.EmbeddedServer;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.time.Clocks;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL, killed while it is written to and restored. */
final class RestoreDrillIT {

    private static final int ROWS = 20_000;

    /** Room for an archiving that a busy machine delays. */
    private static final double MOST_LOST_SECONDS = 30;

    @TempDir
    private Path temporary;

    @Test
    void allThatWasArchivedComesBackAndTheDataFolderIsLeftAlone() throws SQLException {
        DataFolder folder = new DataFolder(temporary.resolve("data")).create();
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            execute(server, "CREATE TABLE kept AS SELECT generate_series(1, %d) AS number".formatted(ROWS));
        }

        DrillReport report = drill(2, 8).run(folder);

        assertThat(report.rows()).isEqualTo(ROWS);
        assertThat(report.restoredRows()).isEqualTo(ROWS);
        assertThat(report.acknowledgedWrites()).isPositive();
        assertThat(report.restoredWrites()).isPositive().isLessThanOrEqualTo(report.acknowledgedWrites() + 1);
        assertThat(report.lossSeconds()).isBetween(0.0, MOST_LOST_SECONDS);
        assertThat(report.isWithinGoals()).isTrue();
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThatThrownBy(() -> execute(server, "SELECT * FROM drill.beat"))
                    .isInstanceOf(SQLException.class);
            execute(server, "SELECT * FROM kept");
        }
    }

    @Test
    void aFolderWithoutADatabaseSaysHowToGetOne() {
        DataFolder empty = new DataFolder(temporary.resolve("empty")).create();

        assertThatThrownBy(() -> drill(1, 1).run(empty))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("lumia demo");
    }

    private RestoreDrill drill(int archiveSeconds, int seconds) {
        return new RestoreDrill(
                temporary.resolve("scratch"), Clocks.real(), archiveSeconds, Duration.ofSeconds(seconds), _ -> {});
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
