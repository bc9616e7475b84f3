package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.Child.Ended;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.RuntimeFile;
import io.lumia.local.json.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fault 1: kill -9 in mid-load. */
final class CrashIT {

    private static final int ASSETS = 250;
    private static final long BARS = (long) ASSETS * TestBundle.SESSIONS;

    @TempDir
    private Path temporary;

    @Test
    void aKilledLoadGoesOnAtTheNextStartNothingLostNothingTwice() throws Exception {
        DataFolder folder = new DataFolder(temporary.resolve("data"));
        TestBundle bundle = TestBundle.in(temporary.resolve("bundle"), ASSETS);
        String[] ingest = {
            "ingest",
            "--json",
            "--data",
            folder.root().toString(),
            "--bundle",
            bundle.folder().toString()
        };

        long loadedAtTheKill;
        try (Child killed = Child.start(temporary, ingest)) {
            killed.await("the first bars", () -> bars(folder) > 0);
            killed.kill();
            loadedAtTheKill = barsWithoutTheChild(folder);
        }
        assertThat(loadedAtTheKill).as("killed in mid-load").isBetween(1L, BARS - 1);
        assertThat(loadedAtTheKill % TestBundle.SESSIONS)
                .as("a batch is there wholly or not at all")
                .isZero();

        Ended again = Child.run(temporary, ingest);
        assertThat(again.exitCode()).as(again.err()).isZero();

        Ended status =
                Child.run(temporary, "status", "--json", "--data", folder.root().toString());
        JsonNode found = Json.tree(status.out());
        assertThat(found.path("counts").path("bars").asLong()).isEqualTo(BARS);
        assertThat(found.path("counts").path("signals").asLong()).isEqualTo(BARS);
        assertThat(found.path("runs"))
                .allSatisfy(run -> assertThat(run.path("status").asText()).isEqualToIgnoringCase("succeeded"));
        assertThat(found.path("dead_letters")).isEmpty();
        assertThat(found.path("waiting_events").asInt()).isZero();
    }

    private static long bars(DataFolder folder) {
        Optional<RuntimeFile> running = RuntimeFile.read(folder);
        return running.isEmpty() ? 0 : count(running.get().jdbcUrl());
    }

    /** The killed process' PostgreSQL goes on: it is the one that the next start must find and stop. */
    private static long barsWithoutTheChild(DataFolder folder) throws Exception {
        String port = java.nio.file.Files.readAllLines(folder.postgres().resolve("postmaster.pid"))
                .get(3);
        return count("jdbc:postgresql://127.0.0.1:%s/postgres?user=postgres".formatted(port));
    }

    private static long count(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM market.daily_bar")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException _) {
            return 0;
        }
    }
}
