package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.lumia.platform.database.Sql;
import io.lumia.platform.request.RequestScope;
import io.lumia.platform.request.TraceScope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day as its operator sees it. A caller's request has a job run; then the numbers at {@code /metrics}, and one request id and
 * one trace through every function that followed.
 */
final class WatchedDayIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String REQUEST = "request-0001";
    /** In the order of the work: by a message, by a message, by a message, by an event, by an event. */
    private static final List<String> FOLLOWING =
            List.of("plan-collection", "collect", "load", "compute-signals", "deliver-webhooks");

    @TempDir
    private static Path temporary;

    private static WatchedLines lines;
    private static LivedDay day;

    @BeforeAll
    static void liveTheDay() throws Exception {
        lines = WatchedLines.from(Level.DEBUG);
        day = LivedDay.start(temporary);
        HttpResponse<String> started = day.send(
                "POST",
                LivedDay.RUN,
                "{}",
                Map.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01", "X-Request-ID", REQUEST));
        assertThat(started.statusCode()).as(started.body()).isBetween(200, 202);
        day.awaitIdle();
        day.runtime()
                .queues()
                .send("plan-collection", "{\"keep_house\":true,\"scheduled_for\":\"%s\"}".formatted(day.evening()));
        day.awaitIdle();
    }

    @AfterAll
    static void stop() {
        lines.close();
        if (day != null) {
            day.close();
        }
    }

    @Test
    void theDayIsInTheNumbers() throws Exception {
        day.get("/api/v1/assets/ZZAA/prices");
        day.get("/api/v1/assets/NOSUCH");

        HttpResponse<String> page = day.get("/metrics");

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
        assertThat(byFunction(TraceScope.TRACE, TRACE)).containsKeys(FOLLOWING.toArray(String[]::new));
    }

    @Test
    void oneRequestIdGoesThroughEveryQueueAndEvent() {
        assertThat(byFunction(RequestScope.NAME, REQUEST)).containsKeys(FOLLOWING.toArray(String[]::new));
    }

    @Test
    void theRequestIdStandsInTheAuditLogAndWithEveryEvent() {
        assertThat(texts("SELECT kind FROM accounts.audit_entry WHERE request_id = ?"))
                .containsExactly("job.run");
        assertThat(texts("SELECT DISTINCT detail_type FROM platform.outbox WHERE request_id = ?"))
                .contains("CollectRequested", "PricesLoaded", "SignalsComputed", "CollectionRunFinished");
    }

    private static Map<String, List<ILoggingEvent>> byFunction(String field, String value) {
        return lines.all().stream()
                .filter(line -> value.equals(line.getMDCPropertyMap().get(field)))
                .collect(Collectors.groupingBy(line -> line.getMDCPropertyMap().getOrDefault("function", "")));
    }

    private static List<String> texts(String query) {
        return day.functions().bean(Sql.class).prepare(query, statement -> {
            statement.setString(1, REQUEST);
            return Sql.list(statement, row -> row.getString(1));
        });
    }
}
