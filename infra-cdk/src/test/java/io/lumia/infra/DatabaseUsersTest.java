package io.lumia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.testing.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code database-users.sql} on a real PostgreSQL, run by a master who is no superuser, as on RDS. */
class DatabaseUsersTest {

    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.empty();

    @Test
    void theOwnerMakesTablesTheWriterWritesAndTheReaderOnlyReads() throws Exception {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE rds_iam");
            statement.execute("CREATE ROLE lumia_master CREATEROLE");
            statement.execute("GRANT rds_iam TO lumia_master WITH ADMIN OPTION");
            statement.execute("GRANT CREATE ON SCHEMA public TO lumia_master WITH GRANT OPTION");
            statement.execute(
                    "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO lumia_master', current_database()); END $$");

            runTwiceAsMaster(statement);

            as(statement, "lumia_owner", "CREATE SCHEMA market");
            as(
                    statement,
                    "lumia_owner",
                    "CREATE TABLE market.bar (id bigint GENERATED ALWAYS AS IDENTITY, close float8)");
            as(statement, "lumia_write", "INSERT INTO market.bar (close) VALUES (175.84)");
            assertThat(closeAs(statement, "lumia_read")).isEqualTo(175.84);
            assertThatThrownBy(() -> as(statement, "lumia_read", "INSERT INTO market.bar (close) VALUES (1)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> as(statement, "lumia_write", "DROP TABLE market.bar"))
                    .hasMessageContaining("must be owner");
        }
    }

    private static void runTwiceAsMaster(Statement statement) throws IOException, SQLException {
        List<String> users = Files.readAllLines(Path.of("database-users.sql")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("--"))
                .toList();
        for (int run = 1; run <= 2; run++) {
            for (String user : users) {
                as(statement, "lumia_master", user);
            }
        }
    }

    private static void as(Statement statement, String role, String sql) throws SQLException {
        statement.execute("SET ROLE " + role);
        try {
            statement.execute(sql);
        } finally {
            statement.execute("RESET ROLE");
        }
    }

    private static double closeAs(Statement statement, String role) throws SQLException {
        statement.execute("SET ROLE " + role);
        try (ResultSet rows = statement.executeQuery("SELECT close FROM market.bar")) {
            rows.next();
            return rows.getDouble(1);
        } finally {
            statement.execute("RESET ROLE");
        }
    }
}
