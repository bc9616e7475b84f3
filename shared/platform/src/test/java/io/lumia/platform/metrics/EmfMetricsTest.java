package io.lumia.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.platform.request.RequestScope;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lines as the "Specification: Embedded metric format" of the Amazon CloudWatch User Guide wants them. */
final class EmfMetricsTest {

    private static final FunctionName LOAD = FunctionName.of(Map.of("AWS_LAMBDA_FUNCTION_NAME", "lumia-dev-load"));

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final EmfMetrics metrics = new EmfMetrics(
            new PrintStream(written, true, StandardCharsets.UTF_8),
            "dev",
            LOAD,
            Clock.fixed(Instant.ofEpochMilli(1_574_109_732_004L), ZoneOffset.UTC));

    @Test
    void anInvocationIsOneLine() {
        try (RequestScope _ = RequestScope.open("request-0001")) {
            metrics.count(Counter.INVOCATIONS, LOAD);
            metrics.count(Counter.QUEUE_ITEMS, 9, LOAD, Handling.HANDLED);
            metrics.set(Gauge.RUN_COMPLETENESS, 0.998);
            metrics.flush();
        }

        assertThat(lines()).containsExactly("""
                {"_aws":{"Timestamp":1574109732004,"CloudWatchMetrics":[\
                {"Namespace":"Lumia/dev","Dimensions":[[]],"Metrics":[{"Name":"invocations","Unit":"Count"}]},\
                {"Namespace":"Lumia/dev","Dimensions":[["handling"]],"Metrics":[{"Name":"queue_items","Unit":"Count"}]},\
                {"Namespace":"Lumia/dev","Dimensions":[[]],"Metrics":[{"Name":"run_completeness","Unit":"None"}]}]},\
                "function":"load","request_id":"request-0001","handling":"handled",\
                "invocations":1.0,"queue_items":9.0,"run_completeness":0.998}""");
    }

    @Test
    void numbersWhoseLabelsDifferStandInLinesOfTheirOwn() {
        metrics.count(Counter.QUEUE_ITEMS, LOAD, Handling.HANDLED);
        metrics.count(Counter.QUEUE_ITEMS, LOAD, Handling.FAILED);
        metrics.flush();

        assertThat(lines()).hasSize(2);
        assertThat(lines().getLast()).contains("\"handling\":\"failed\"");
    }

    @Test
    void aGaugeIsKeptByClassAndForAllTogether() {
        metrics.set(Gauge.DATA_LATE_HOURS, 12, AssetClass.STOCK);
        metrics.flush();

        assertThat(lines().getFirst()).contains("\"Dimensions\":[[\"asset_class\"],[]]", "\"data_late_hours\":12.0");
    }

    @Test
    void whatIsNoDimensionCanStillBeSearchedFor() {
        metrics.count(Counter.PROVIDER_CALLS, ProviderName.of("yahoo", List.of("yahoo")), CallOutcome.FETCHED);
        metrics.flush();

        assertThat(lines().getFirst())
                .contains("\"Dimensions\":[[\"outcome\"]]", "\"provider\":\"yahoo\"", "\"outcome\":\"fetched\"");
    }

    @Test
    void timesAreInMillisecondsAndKeptOneByOne() {
        metrics.time(Timing.REQUEST_TIME, Duration.ofMillis(12), RouteClass.NEWS, StatusClass.SUCCESS);
        metrics.time(Timing.REQUEST_TIME, Duration.ofNanos(3_500_000), RouteClass.NEWS, StatusClass.SUCCESS);
        metrics.flush();

        assertThat(lines().getFirst()).contains("\"Unit\":\"Milliseconds\"", "\"request_time\":[12.0,3.5]");
    }

    @Test
    void aLineHoldsNoMoreValuesThanTheFormatTakes() {
        for (int i = 0; i <= EmfMetrics.MAX_VALUES; i++) {
            metrics.time(Timing.INVOCATION_TIME, Duration.ofMillis(1), LOAD);
        }

        assertThat(lines()).hasSize(1);
        metrics.flush();
        assertThat(lines()).hasSize(2);
        assertThat(lines().getLast()).contains("\"invocation_time\":1.0");
    }

    /** All that is measured, by each value of each label, while somebody's request is answered. */
    @Test
    void noDimensionThatIsWrittenIsOfAnAssetPersonKeyOrRequest() {
        Set<String> closed = Set.of("status", "handling", "asset_class", "advice", "outcome", "delivery");

        try (RequestScope _ = RequestScope.open("request-12345")) {
            PaidSeries.measures().forEach(this::takeWithEachLabel);
            metrics.flush();
        }

        List<String> directives = lines().stream()
                .map(line -> line.substring(0, line.indexOf("}]}")))
                .toList();
        assertThat(directives).isNotEmpty().noneMatch(directive -> directive.contains("request-12345"));
        for (String directive : directives) {
            Matcher dimensions =
                    Pattern.compile("\"Dimensions\":\\[(.*?)\\],\"Metrics\"").matcher(directive);
            while (dimensions.find()) {
                assertThat(dimensions.group(1).replaceAll("[\\[\\]\"]", "").split(","))
                        .allMatch(name -> name.isEmpty() || closed.contains(name));
            }
        }
    }

    private void takeWithEachLabel(Measure measure) {
        int most = measure.labels().stream()
                .mapToInt(key -> values(key).size())
                .max()
                .orElse(1);
        for (int i = 0; i < most; i++) {
            int turn = i;
            Label[] labels = measure.labels().stream()
                    .map(key -> values(key).get(turn % values(key).size()))
                    .toArray(Label[]::new);
            switch (measure) {
                case Counter counter -> metrics.count(counter, labels);
                case Gauge gauge -> metrics.set(gauge, 1, labels);
                case Timing timing -> metrics.time(timing, Duration.ofMillis(1), labels);
            }
        }
    }

    private static List<Label> values(LabelKey key) {
        return switch (key) {
            case FUNCTION -> List.of(LOAD);
            case PROVIDER -> List.of(ProviderName.of("yahoo", List.of("yahoo")));
            case ROUTE, STATUS, HANDLING, DATASET, ASSET_CLASS, ADVICE, OUTCOME, DELIVERY ->
                PaidSeries.values(key).toList();
        };
    }

    @Test
    void nothingTakenIsNothingWritten() {
        metrics.count(Counter.INVOCATIONS, LOAD);
        metrics.flush();
        metrics.flush();

        assertThat(lines()).hasSize(1);
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
