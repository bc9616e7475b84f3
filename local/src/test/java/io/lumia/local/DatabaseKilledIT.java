package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.local.books.Books;
import io.lumia.local.collect.BundleJob;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.RuntimeFile;
import io.lumia.local.runtime.LocalRuntime;
import io.lumia.local.text.Progress;
import io.lumia.local.time.Clocks;
import io.lumia.local.time.SimulatedClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fault 1: kill -9 of PostgreSQL alone, in mid-load, while our process lives on. */
final class DatabaseKilledIT {

    private static final int ASSETS = 250;
    private static final long BARS = (long) ASSETS * TestBundle.SESSIONS;

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 20;

    /** A message fails after four of these; with the usual 30 s none would fail before the database is back. */
    private static final String SHORT_WAIT_MILLIS = "1000";

    private static final String POOL_WAIT = "datasources.default.connection-timeout";

    private static final String COUNT = "SELECT count(*) FROM market.daily_bar";
    private static final String ENDED = """
            SELECT item_id || ' ' || status || ' ' || rows_loaded FROM collection.item
             WHERE ended_at IS NOT NULL ORDER BY 1
            """;
    private static final String BROKEN_BATCHES = """
            SELECT count(*) FROM (SELECT FROM market.daily_bar GROUP BY asset_id HAVING count(*) <> %d) broken
            """.formatted(TestBundle.SESSIONS);

    /** What was loaded and computed, by symbol: ids and the instants of learning are each run's own. */
    private static final List<String> TABLES = List.of(
            "SELECT to_jsonb(t) - ARRAY['asset_id', 'public_id', 'learned_at'] || jsonb_build_object('symbol', s.symbol, 'life', s.validity) FROM market.asset t JOIN market.asset_symbol s USING (asset_id)",
            ofSymbols("market.daily_bar"),
            ofSymbols("market.corporate_action"),
            ofSymbols("signals.daily_signal"),
            ofSymbols("signals.latest_signal"),
            "SELECT to_jsonb(t) - ARRAY['job_id', 'location'] FROM collection.coverage t",
            "SELECT to_jsonb(t) - ARRAY['quarantine_id', 'run_id', 'item_id'] FROM collection.quarantine t");

    @TempDir
    private Path temporary;

    @AfterEach
    void waitAsUsual() {
        System.clearProperty(POOL_WAIT);
    }

    @Test
    void aLoadWhoseDatabaseIsKilledGoesOnAndEndsWithTheTablesOfAnUndisturbedOne() throws Exception {
        TestBundle bundle = TestBundle.in(temporary.resolve("bundle"), ASSETS);
        List<String> undisturbed;
        try (Load load = Load.start(temporary.resolve("undisturbed"), bundle)) {
            assertThat(load.ended().get().status()).isEqualTo(RunStatus.SUCCEEDED);
            undisturbed = load.tables();
        }

        System.setProperty(POOL_WAIT, SHORT_WAIT_MILLIS);
        try (WatchedLines lines = WatchedLines.from(Level.INFO);
                Load load = Load.start(temporary.resolve("killed"), bundle)) {
            KilledServer killed = KilledServer.inMidLoad(load);
            // What was killed cannot start while a process of it is left, so that the outage lasts until a message has
            // failed.
            assertThat(load.health()).isEqualTo("down");
            await("a failed message", () -> said(lines, "failed with DATABASE_UNAVAILABLE"));
            await("a start that is refused", () -> said(lines, "PostgreSQL did not start, attempt 1"));
            killed.endTheLast();

            await("the database", () -> said(lines, "PostgreSQL is back"));
            assertThat(load.strings(ENDED)).as("nothing acknowledged is lost").containsAll(killed.acknowledged());
            while (!load.ended().isDone()) {
                assertThat(load.number(BROKEN_BATCHES))
                        .as("a batch is there wholly or not at all")
                        .isZero();
                Thread.sleep(PAUSE_MILLIS);
            }
            Run run = load.ended().get(LONGEST.toSeconds(), TimeUnit.SECONDS);

            assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
            assertThat(run.completeness()).isEqualTo(1.0);
            assertThat(load.number(COUNT)).isEqualTo(BARS);
            assertThat(load.tables()).isEqualTo(undisturbed);
            assertThat(load.runtime().deadLetters().counts())
                    .as("what failed was delivered again")
                    .isEmpty();
            assertThat(load.books().waitingEvents()).isZero();
            assertThat(load.health()).isEqualTo("up");
        }
    }

    private static String ofSymbols(String table) {
        return """
                SELECT to_jsonb(t) - ARRAY['asset_id', 'learned_at', 'computed_at', 'packed']
                       || jsonb_build_object('symbol', s.symbol)
                  FROM %s t JOIN market.asset_symbol s USING (asset_id)""".formatted(table);
    }

    private static boolean said(WatchedLines lines, String words) {
        return lines.all().stream().anyMatch(line -> line.getFormattedMessage().contains(words));
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("%s did not come within %s".formatted(what, LONGEST));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /**
     * A PostgreSQL of which all processes but one are killed.
     *
     * @param acknowledged items that had ended
     * @param last         a process of it that hangs, and so notices nothing
     */
    private record KilledServer(List<String> acknowledged, ProcessHandle last) {

        /** Where some batches are committed and others are on their way: these wait for the lock of ours. */
        static KilledServer inMidLoad(Load load) throws Exception {
            await("the first bars", () -> load.number(COUNT) > 0);
            try (Connection ours = DriverManager.getConnection(load.url());
                    Statement statement = ours.createStatement()) {
                ours.setAutoCommit(false);
                statement.execute("LOCK TABLE market.daily_bar IN SHARE MODE");
                // An item that was being collected would be held for five minutes; what is to be loaded is not.
                await("all answers", () -> load.isEmpty("collect") && !load.isEmpty("load"));
                long loaded = load.number(COUNT);
                assertThat(loaded).as("in mid-load").isBetween(1L, BARS - 1);
                assertThat(loaded % TestBundle.SESSIONS).isZero();
                List<String> acknowledged = load.strings(ENDED);
                KilledServer killed =
                        new KilledServer(acknowledged, handle((int) number(statement, "SELECT pg_backend_pid()")));
                kill(load.folder(), killed.last());
                return killed;
            } catch (SQLException e) {
                throw new AssertionError("before the kill", e);
            }
        }

        void endTheLast() {
            last.destroyForcibly();
        }

        private static void kill(DataFolder folder, ProcessHandle butOne) throws Exception {
            new ProcessBuilder("kill", "-STOP", Long.toString(butOne.pid()))
                    .start()
                    .waitFor();
            ProcessHandle server =
                    handle(Long.parseLong(Files.readAllLines(folder.postgres().resolve("postmaster.pid"))
                            .getFirst()));
            List<ProcessHandle> processes = server.children().toList();
            assertThat(processes).contains(butOne);
            server.destroyForcibly();
            processes.stream().filter(process -> !process.equals(butOne)).forEach(ProcessHandle::destroyForcibly);
        }

        private static ProcessHandle handle(long pid) {
            return ProcessHandle.of(pid).orElseThrow();
        }
    }

    /** An installation in this process that loads a bundle, as {@code lumia ingest} does. */
    private record Load(DataFolder folder, LocalRuntime runtime, String url, CompletableFuture<Run> ended)
            implements AutoCloseable {

        static Load start(Path root, TestBundle bundle) {
            System.setProperty(
                    "lumia.programs",
                    Path.of("target", "postgres-programs").toAbsolutePath().toString());
            DataFolder folder = new DataFolder(root);
            Instant evening = Clocks.evening(bundle.lastDay());
            LocalRuntime runtime = LocalRuntime.start(new LocalRuntime.Setting(
                    folder,
                    "test",
                    new SimulatedClock(evening, Clocks.real()),
                    evening,
                    bundle.folder().toString()));
            BundleJob job = new BundleJob(runtime.functions());
            job.register(bundle.folder());
            runtime.startPollers();
            Run planned = job.plan("manual", evening).orElseThrow();
            return new Load(
                    folder,
                    runtime,
                    RuntimeFile.read(folder).orElseThrow().jdbcUrl(),
                    CompletableFuture.supplyAsync(
                            () -> {
                                try (Progress progress = Progress.of("test bundle", 1)) {
                                    return job.await(planned, runtime.pipeline(), progress, LONGEST);
                                }
                            },
                            Executors.newVirtualThreadPerTaskExecutor()));
        }

        Books books() {
            return runtime.functions().bean(Books.class);
        }

        /** What somebody is told who asks for it. */
        String health() {
            return runtime.functions()
                    .get("/api/v1/health/detailed", Map.of())
                    .path("data")
                    .path("database")
                    .path("status")
                    .asText();
        }

        boolean isEmpty(String queue) {
            return runtime.queues().depth(queue).isEmpty();
        }

        /** A line for each: how many rows, a hash over them. */
        List<String> tables() {
            return TABLES.stream()
                    .map(rows -> strings(
                                    "SELECT count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' ORDER BY r::text)), '') FROM (%s) x(r)"
                                            .formatted(rows))
                            .getFirst())
                    .toList();
        }

        /** By a connection of its own. */
        long number(String query) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                return DatabaseKilledIT.number(statement, query);
            } catch (SQLException e) {
                throw new AssertionError(query, e);
            }
        }

        List<String> strings(String query) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            } catch (SQLException e) {
                throw new AssertionError(query, e);
            }
        }

        @Override
        public void close() {
            runtime.close();
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
