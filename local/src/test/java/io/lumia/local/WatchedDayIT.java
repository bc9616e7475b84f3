package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.lumia.local.collect.BundleJob;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.json.Json;
import io.lumia.local.queue.QueueClient;
import io.lumia.local.runtime.Admitting;
import io.lumia.local.runtime.LocalRuntime;
import io.lumia.local.time.Clocks;
import io.lumia.local.time.SimulatedClock;
import io.lumia.platform.log.JsonLogEncoder;
import io.lumia.platform.request.TraceScope;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A day as its operator sees it. A caller's request has a job run; then the numbers at {@code /metrics}, one trace through
 * every function, no trace of what is secret, and our books after everything that somebody may try on the API's parameters.
 */
final class WatchedDayIT {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int CALLERS = 8;
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    /** Marked, so that it is found wherever it turns up. */
    private static final String CANARY = "kanarienvogel";

    @TempDir
    private static Path temporary;

    private static final Lines LINES = new Lines();
    private static LocalRuntime runtime;
    private static String api;

    @BeforeAll
    static void liveTheDay() throws Exception {
        LINES.listen();
        System.setProperty(
                "lumia.programs",
                Path.of("target", "postgres-programs").toAbsolutePath().toString());
        System.setProperty("lumia.providers.tiingo.key", CANARY + "-provider-key");
        TestBundle bundle = TestBundle.in(temporary.resolve("bundle"), 1);
        Instant evening = Clocks.evening(bundle.lastDay());
        runtime = LocalRuntime.start(new LocalRuntime.Setting(
                new DataFolder(temporary.resolve("data")),
                "test",
                new SimulatedClock(evening, Clocks.real()),
                evening,
                bundle.folder().toString()));
        runtime.startPollers();
        api = "http://127.0.0.1:" + runtime.startGateway(0, Admitting.OPEN).port();
        new BundleJob(runtime.functions()).register(bundle.folder());
        HttpResponse<String> started = send(
                "POST",
                "/api/v1/collection/jobs/daily-prices/run",
                "{}",
                Map.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01", "X-Request-ID", "request-0001"));
        assertThat(started.statusCode()).as(started.body()).isBetween(200, 202);
        runtime.pipeline().awaitIdle(LONGEST, () -> {});
        runtime.queues().send("plan-collection", "{\"keep_house\":true,\"scheduled_for\":\"%s\"}".formatted(evening));
        runtime.pipeline().awaitIdle(LONGEST, () -> {});
    }

    @AfterAll
    static void stop() {
        LINES.leave();
        System.clearProperty("lumia.providers.tiingo.key");
        if (runtime != null) {
            runtime.close();
        }
    }

    @Test
    void theDayIsInTheNumbers() throws Exception {
        send("GET", "/api/v1/assets/ZZAA/prices", "", Map.of());
        send("GET", "/api/v1/assets/NOSUCH", "", Map.of());

        HttpResponse<String> page = send("GET", "/metrics", "", Map.of());

        assertThat(page.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(page.body().lines())
                .contains(
                        "lumia_requests_total{route=\"prices\",status=\"2xx\"} 1",
                        "lumia_rows_loaded_total{dataset=\"bars\"} " + TestBundle.SESSIONS,
                        "lumia_rows_loaded_total{dataset=\"assets\"} 1",
                        "lumia_run_completeness 1.0",
                        "lumia_data_late_hours{asset_class=\"stock\"} 0.0",
                        "lumia_cold_starts_total{function=\"load\"} 1",
                        "# TYPE lumia_request_time_seconds histogram")
                .anyMatch(line -> line.startsWith("lumia_requests_total{route=\"assets\",status=\"4xx\"} "))
                .anyMatch(
                        line -> line.startsWith("lumia_provider_calls_total{provider=\"bundle\",outcome=\"fetched\"} "))
                .anyMatch(line ->
                        line.startsWith("lumia_queue_items_total{function=\"compute-signals\",handling=\"handled\"} "));
        assertThat(page.body()).doesNotContain("ZZAA", "NOSUCH", "request-0001");
    }

    @Test
    void oneTraceGoesThroughEveryQueueAndEvent() {
        Map<String, List<ILoggingEvent>> byFunction = LINES.all().stream()
                .filter(line -> TRACE.equals(line.getMDCPropertyMap().get(TraceScope.TRACE)))
                .collect(Collectors.groupingBy(line -> line.getMDCPropertyMap().getOrDefault("function", "")));

        assertThat(byFunction).containsKeys("plan-collection", "load");
        assertThat(byFunction.get("plan-collection"))
                .anyMatch(line -> "request-0001".equals(line.getMDCPropertyMap().get("request_id")));
    }

    @Test
    void nothingSecretOrPersonalIsInAnyLineOrNumber() throws Exception {
        plantInRequests();
        plantInMessages();
        runtime.pipeline().awaitIdle(LONGEST, () -> {});
        LoggerFactory.getLogger("io.lumia.Planted")
                .error(
                        "asking https://api.example/v1?apikey={}-url failed",
                        CANARY,
                        new IllegalStateException("Authorization: Bearer " + CANARY + "-in-a-failure"));

        assertThat(LINES.written()).contains("MALFORMED_MESSAGE").doesNotContainIgnoringCase(CANARY);
        assertThat(send("GET", "/metrics", "", Map.of()).body()).doesNotContainIgnoringCase(CANARY);
    }

    @Test
    void noParameterLetsAnybodyIntoOurBooks() throws Exception {
        Injections injections = new Injections(
                Json.tree(send("GET", "/api/v1/openapi.json", "", Map.of()).body()));
        String before = TableHashes.of(runtime.functions());

        // Several at a time: the database and the functions have room for them.
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<String>> calls =
                    injections.attempts().stream().map(WatchedDayIT::tried).toList();
            for (Future<String> finding : callers.invokeAll(calls)) {
                assertThat(finding.get()).isEmpty();
            }
        }

        assertThat(injections.attempts()).hasSizeGreaterThan(500);
        assertThat(TableHashes.of(runtime.functions())).isEqualTo(before);
    }

    private static Callable<String> tried(Injections.Attempt attempt) {
        return () -> {
            long start = System.nanoTime();
            HttpResponse<String> answer = send(
                    attempt.method(),
                    attempt.pathAndQuery(),
                    attempt.body(),
                    Map.of("Idempotency-Key", "injection-" + attempt.number()));
            String finding = Injections.finding(answer, Duration.ofNanos(System.nanoTime() - start));
            return finding.isEmpty() ? "" : attempt + ": " + finding;
        };
    }

    private static void plantInRequests() throws Exception {
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + CANARY + "-bearer-token",
                "X-API-Key", "lum_live_" + CANARY + "0001",
                "Cookie", "session=" + CANARY);
        for (String path : List.of(
                "/api/v1/assets?q=" + CANARY + "@mail.example",
                "/api/v1/assets?api_key=" + CANARY,
                "/api/v1/nothing/" + CANARY + "@mail.example",
                "/api/v1/collection/runs?page_token=" + CANARY)) {
            send("GET", path, "", headers);
        }
        String body = "{\"password\": \"" + CANARY + "\", \"email\": \"" + CANARY + "@mail.example\"}";
        send("POST", "/api/v1/recommend", body, headers);
        send("POST", "/api/v1/collection/jobs", body, headers);
    }

    /** Messages that cannot be handled, so that something is said about them. */
    private static void plantInMessages() {
        QueueClient queues = runtime.queues();
        String secrets = """
            {"password": "%1$s", "token": "%1$s", "secret": "whsec_%1$s", "email": "%1$s@mail.example",
             "message_id": "%1$s@mail.example"}\
            """.formatted(CANARY);
        for (String queue : List.of("load", "collect", "compute-signals", "score-sentiment", "plan-collection")) {
            queues.send(queue, secrets);
        }
        queues.send("load", "password=" + CANARY);
    }

    private static HttpResponse<String> send(
            String method, String pathAndQuery, String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + pathAndQuery))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** All that is logged meanwhile, as functions in the cloud write it. */
    private static final class Lines {

        private final List<ILoggingEvent> kept = new CopyOnWriteArrayList<>();
        private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
        private final Logger ours = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("io.lumia");
        private final ListAppender<ILoggingEvent> appender = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing();
                kept.add(event);
            }
        };

        void listen() {
            appender.start();
            root.addAppender(appender);
            ours.setLevel(Level.INFO);
        }

        void leave() {
            root.detachAppender(appender);
            ours.setLevel(null);
        }

        List<ILoggingEvent> all() {
            return kept;
        }

        String written() {
            JsonLogEncoder encoder = new JsonLogEncoder();
            return kept.stream()
                    .map(line -> new String(encoder.encode(line), StandardCharsets.UTF_8))
                    .collect(Collectors.joining());
        }
    }
}
