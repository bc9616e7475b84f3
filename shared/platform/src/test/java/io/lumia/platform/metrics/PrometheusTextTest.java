package io.lumia.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). */
final class PrometheusTextTest {

    private final MetricBook book = new MetricBook();

    @Test
    void countsAreOneLineForEachCombinationOfLabels() {
        book.count(Counter.REQUESTS, RouteClass.PRICES, StatusClass.SUCCESS);
        book.count(Counter.REQUESTS, RouteClass.PRICES, StatusClass.SUCCESS);
        book.count(Counter.REQUESTS, RouteClass.NEWS, StatusClass.OURS);

        assertThat(linesOf("lumia_requests_total"))
                .containsExactly(
                        "# HELP lumia_requests_total HTTP requests answered.",
                        "# TYPE lumia_requests_total counter",
                        "lumia_requests_total{route=\"news\",status=\"5xx\"} 1",
                        "lumia_requests_total{route=\"prices\",status=\"2xx\"} 2");
    }

    @Test
    void aGaugeIsItsLastValue() {
        book.set(Gauge.DATA_AGE_HOURS, 70, AssetClass.STOCK);
        book.set(Gauge.DATA_AGE_HOURS, 2.5, AssetClass.STOCK);

        assertThat(linesOf("lumia_data_age_hours"))
                .endsWith("lumia_data_age_hours{asset_class=\"stock\"} 2.5")
                .hasSize(3);
    }

    @Test
    void aTimeIsInAllBucketsThatItFits() {
        book.time(Timing.REQUEST_TIME, Duration.ofMillis(40), RouteClass.NEWS, StatusClass.SUCCESS);
        book.time(Timing.REQUEST_TIME, Duration.ofSeconds(400), RouteClass.NEWS, StatusClass.SUCCESS);

        assertThat(linesOf("lumia_request_time_seconds"))
                .contains(
                        "# TYPE lumia_request_time_seconds histogram",
                        "lumia_request_time_seconds_bucket{route=\"news\",status=\"2xx\",le=\"0.025\"} 0",
                        "lumia_request_time_seconds_bucket{route=\"news\",status=\"2xx\",le=\"0.05\"} 1",
                        "lumia_request_time_seconds_bucket{route=\"news\",status=\"2xx\",le=\"300.0\"} 1",
                        "lumia_request_time_seconds_bucket{route=\"news\",status=\"2xx\",le=\"+Inf\"} 2",
                        "lumia_request_time_seconds_sum{route=\"news\",status=\"2xx\"} 400.04",
                        "lumia_request_time_seconds_count{route=\"news\",status=\"2xx\"} 2");
    }

    @Test
    void whatWasNeverTakenIsDescribedAllTheSame() {
        assertThat(PrometheusText.of(book).lines())
                .hasSize(2 * (Counter.values().length + Gauge.values().length + Timing.values().length))
                .allMatch(line -> line.startsWith("# HELP lumia_") || line.startsWith("# TYPE lumia_"));
    }

    private List<String> linesOf(String name) {
        return PrometheusText.of(book)
                .lines()
                .filter(line -> line.contains(name))
                .toList();
    }
}
