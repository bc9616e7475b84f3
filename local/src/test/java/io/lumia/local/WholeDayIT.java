package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.local.books.Books;
import io.lumia.local.collect.BundleJob;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.json.Json;
import io.lumia.local.runtime.Admitting;
import io.lumia.local.runtime.LocalRuntime;
import io.lumia.local.text.Progress;
import io.lumia.local.time.Clocks;
import io.lumia.local.time.SimulatedClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of our own through every function, and the API's answers against a calculation of our own. */
final class WholeDayIT {

    private static final int ASSETS = 4;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path temporary;

    private static TestBundle bundle;
    private static LocalRuntime runtime;
    private static Run run;
    private static int port;

    @BeforeAll
    static void liveTheDay() {
        System.setProperty(
                "lumia.programs",
                Path.of("target", "postgres-programs").toAbsolutePath().toString());
        bundle = TestBundle.in(temporary.resolve("bundle"), ASSETS);
        Instant evening = Clocks.evening(bundle.lastDay());
        SimulatedClock clock = new SimulatedClock(evening, Clocks.real());
        runtime = LocalRuntime.start(new LocalRuntime.Setting(
                new DataFolder(temporary.resolve("data")),
                "test",
                clock,
                evening,
                bundle.folder().toString()));
        runtime.startPollers();
        port = runtime.startGateway(0, Admitting.OPEN).port();
        BundleJob job = new BundleJob(runtime.functions());
        job.register(bundle.folder());
        try (Progress progress = Progress.of("test bundle", 1)) {
            run = job.plan("manual", evening)
                    .map(planned -> job.await(planned, runtime.pipeline(), progress, LONGEST))
                    .orElseThrow();
        }
    }

    @AfterAll
    static void stop() {
        if (runtime != null) {
            runtime.close();
        }
    }

    @Test
    void theRunSucceedsAndIsComplete() {
        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.completeness()).isEqualTo(1.0);
        assertThat(run.quarantined()).isEmpty();
    }

    @Test
    void everyRowIsThereOnce() {
        Books.Counts counts = runtime.functions().bean(Books.class).counts();

        assertThat(counts.assets()).isEqualTo(ASSETS);
        assertThat(counts.bars()).isEqualTo((long) ASSETS * TestBundle.SESSIONS);
        assertThat(counts.signals()).isEqualTo((long) ASSETS * TestBundle.SESSIONS);
        assertThat(counts.actions()).isEqualTo(1);
    }

    @Test
    void signalsEqualAnIndependentCalculationAcrossASplit() throws Exception {
        for (int asset = 0; asset < ASSETS; asset++) {
            TreeMap<LocalDate, Double> closes = bundle.adjustedCloses(asset);
            JsonNode latest = get("/api/v1/signals/" + TestBundle.symbol(asset))
                    .path("data")
                    .path("latest_signals");

            assertThat(latest.path("date").asText()).isEqualTo(bundle.lastDay().toString());
            assertThat(latest.path("return_1d").asDouble()).isEqualTo(returnSince(closes, 1), within(1e-12));
            assertThat(latest.path("return_30d").asDouble()).isEqualTo(returnOverDays(closes, 30), within(1e-12));
            assertThat(latest.path("return_365d").asDouble()).isEqualTo(returnOverDays(closes, 365), within(1e-12));
            assertThat(latest.path("volatility_30d").asDouble()).isEqualTo(volatility(closes), within(1e-12));
            assertThat(latest.path("sma_20").asDouble()).isEqualTo(mean(closes, 20), within(1e-9));
            assertThat(latest.path("sma_50").asDouble()).isEqualTo(mean(closes, 50), within(1e-9));
            assertThat(latest.path("sma_200").asDouble()).isEqualTo(mean(closes, 200), within(1e-9));
        }
    }

    @Test
    void anUnknownSymbolIsNotFoundInTheApisShape() throws Exception {
        HttpResponse<String> response = send("/api/v1/assets/NOSUCH");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Json.tree(response.body()).path("error").path("code").asText())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void anUrlThatIsTooLongIsRefusedInTheApisShape() throws Exception {
        HttpResponse<String> response = send("/api/v1/assets?q=" + "x".repeat(9_000));

        assertThat(response.statusCode()).isEqualTo(414);
        assertThat(Json.tree(response.body()).path("success").asBoolean(true)).isFalse();
    }

    @Test
    void planningTheSameEveningAgainChangesNoRow() {
        Books books = runtime.functions().bean(Books.class);
        var before = books.state();

        new BundleJob(runtime.functions()).plan("manual", Clocks.evening(bundle.lastDay()));
        runtime.pipeline().awaitIdle(LONGEST, () -> {});

        assertThat(books.state()).isEqualTo(before);
    }

    private static JsonNode get(String path) throws Exception {
        HttpResponse<String> response = send(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.tree(response.body());
    }

    private static HttpResponse<String> send(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static double returnSince(TreeMap<LocalDate, Double> closes, int sessions) {
        List<Double> all = new ArrayList<>(closes.values());
        return all.getLast() / all.get(all.size() - 1 - sessions) - 1;
    }

    private static double returnOverDays(TreeMap<LocalDate, Double> closes, int days) {
        return closes.lastEntry().getValue()
                        / closes.floorEntry(closes.lastKey().minusDays(days)).getValue()
                - 1;
    }

    /** Sample deviation of the last 30 simple returns, annualised with 252 sessions. */
    private static double volatility(TreeMap<LocalDate, Double> closes) {
        List<Double> all = new ArrayList<>(closes.values());
        double[] returns = new double[30];
        for (int i = 0; i < 30; i++) {
            int session = all.size() - 30 + i;
            returns[i] = all.get(session) / all.get(session - 1) - 1;
        }
        double mean = java.util.Arrays.stream(returns).average().orElseThrow();
        double squares = java.util.Arrays.stream(returns)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / 29) * Math.sqrt(252);
    }

    private static double mean(TreeMap<LocalDate, Double> closes, int sessions) {
        List<Double> all = new ArrayList<>(closes.values());
        return all.subList(all.size() - sessions, all.size()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }
}
