package io.lumia.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.local.folder.DataFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedServerIT {

    @TempDir
    private Path temporary;

    @Test
    void whatItAcknowledgesIsOnTheDisk() throws Exception {
        System.setProperty(
                "lumia.programs",
                Path.of("target", "postgres-programs").toAbsolutePath().toString());
        DataFolder folder = new DataFolder(temporary.resolve("data")).create();

        try (EmbeddedServer server = EmbeddedServer.start(folder);
                Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement()) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    row.next();
                    assertThat(row.getString(1)).as(setting).isEqualTo("on");
                }
            }
        }
    }
}
