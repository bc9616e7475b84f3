package io.lumia.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.Child;
import io.lumia.local.Child.Ended;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.RememberedClock;
import io.lumia.local.json.Json;
import io.lumia.local.time.Clocks;
import io.lumia.local.time.SimulatedClock;
import io.lumia.market.ExchangeCalendar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in mid-backfill from a provider that takes its time. */
final class BackfillCrashIT {

    private static final int SHARES = 60;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 4, 30);
    private static final long BARS = (long) SHARES
            * ExchangeCalendar.UNITED_STATES
                    .sessions(StubMarket.FIRST, LAST_DAY)
                    .size();
    /** Of prices, not of descriptions. */
    private static final String PRICES = "period1=";

    private static final Duration UNDERWAY = Duration.ofSeconds(1);

    private static final String ENDED =
            "SELECT count(*) FROM collection.item WHERE dataset = 'bars' AND ended_at IS NOT NULL";

    @TempDir
    private Path temporary;

    @Test
    void aKilledBackfillGoesOnNothingIsLostAndOnlyWhatWasOnItsWayIsFetchedAgain() throws Exception {
        Instant evening = Clocks.evening(LAST_DAY);
        DataFolder folder = new DataFolder(temporary.resolve("data"));
        String[] symbols = IntStream.range(0, SHARES)
                .mapToObj(share -> "S" + (char) ('A' + share / 26) + (char) ('A' + share % 26))
                .toArray(String[]::new);
        try (StubMarket market = new StubMarket(new SimulatedClock(evening, Clocks.real()), symbols)) {
            try (StubbedRuntime runtime = StubbedRuntime.start(
                    folder.root(), new SimulatedClock(evening, Clocks.real()), market.endpoint())) {
                runtime.saveJob(symbols);
            }
            RememberedClock.write(folder, evening);
            market.takes(Duration.ofMillis(150));
            Map<String, String> environment = Map.of(
                    "LUMIA_PROVIDERS_ALLOW_LOOPBACK", "true",
                    "LUMIA_PROVIDERS_YAHOO_ENDPOINT", market.endpoint(),
                    "LUMIA_PROVIDERS_YAHOO_QUOTAS", "100000/1s",
                    "LUMIA_PROVIDERS_CBOE_ENDPOINT", market.endpoint(),
                    "LUMIA_PROVIDERS_CBOE_QUOTAS", "100000/1s");
            String[] backfill = {
                "backfill",
                StubbedRuntime.JOB,
                "--from",
                StubMarket.FIRST.toString(),
                "--to",
                LAST_DAY.toString(),
                "--json",
                "--data",
                folder.root().toString()
            };

            try (Child killed = Child.start(temporary, environment, backfill)) {
                killed.await("a third of the prices", () -> market.calls().about("yahoo", PRICES) > SHARES / 3);
                killed.kill();
            }
            // What the killed process had sent may still be on its way to the server.
            Thread.sleep(UNDERWAY);
            int fetched = market.calls().about("yahoo", PRICES);
            long ended = countWithoutTheChild(folder, ENDED);
            assertThat(fetched).as("killed in mid-backfill").isLessThan(SHARES);

            Ended again = Child.run(temporary, environment, backfill);
            assertThat(again.exitCode()).as(again.err() + again.out()).isZero();
            JsonNode run = Json.tree(again.out()).path("run");
            assertThat(run.path("status").asText()).isEqualTo("succeeded");
            assertThat(run.path("completeness").asDouble()).isEqualTo(1.0);
            assertThat(again.err())
                    .contains("going on with run " + run.path("id").asText());

            assertThat(market.calls().about("yahoo", PRICES)).isBetween(SHARES, SHARES + fetched - (int) ended);
            assertThat(market.calls().of("cboe")).isZero();
            statusTellsOfOneRunAndAllBars(folder);
        }
    }

    private void statusTellsOfOneRunAndAllBars(DataFolder folder) throws Exception {
        Ended status =
                Child.run(temporary, "status", "--json", "--data", folder.root().toString());
        JsonNode found = Json.tree(status.out());
        assertThat(found.path("counts").path("bars").asLong()).isEqualTo(BARS);
        assertThat(found.path("runs")).hasSize(1);
        assertThat(found.path("dead_letters")).isEmpty();
        assertThat(found.path("waiting_events").asInt()).isZero();
    }

    /** The killed process' PostgreSQL goes on until the next start finds it. */
    private static long countWithoutTheChild(DataFolder folder, String query) throws Exception {
        String port =
                Files.readAllLines(folder.postgres().resolve("postmaster.pid")).get(3);
        String url = "jdbc:postgresql://127.0.0.1:%s/postgres?user=postgres".formatted(port);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError("the database of the killed process does not answer", e);
        }
    }
}
