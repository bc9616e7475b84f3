package io.lumia.infra.stack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger;
import io.lumia.platform.lambda.Trigger.Queue;
import io.lumia.platform.metrics.Counter;
import io.lumia.platform.metrics.EmfMetrics;
import io.lumia.platform.metrics.Gauge;
import io.lumia.platform.metrics.Measure;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;

/** One page of graphs: what functions, queues, API and database did, and how the data is. */
final class Dashboard {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final int WIDTH = 12;
    private static final int HEIGHT = 6;

    private Dashboard() {}

    static String body(Names names, List<FunctionDefinition> functions, List<Queue> queues) {
        List<Map<String, Object>> widgets = List.of(
                widget(0, "Requests", "Sum", api(names, "Count", "4XXError", "5XXError")),
                widget(1, "Answers, p95 in ms", "p95", api(names, "Latency", "IntegrationLatency")),
                widget(2, "Functions: errors", "Sum", functions(names, functions, "Errors")),
                widget(3, "Functions: longest run in ms", "Maximum", functions(names, functions, "Duration")),
                widget(
                        4,
                        "Queues: oldest message in s",
                        "Maximum",
                        queues(names, queues, "ApproximateAgeOfOldestMessage", "")),
                widget(
                        5,
                        "Dead letters",
                        "Maximum",
                        queues(names, queues, "ApproximateNumberOfMessagesVisible", Trigger.Queue.DEAD_LETTER_SUFFIX)),
                widget(
                        6,
                        "Database: capacity units",
                        "Average",
                        List.of(List.of(
                                "AWS/RDS", "ServerlessDatabaseCapacity", "DBClusterIdentifier", names.of("database")))),
                widget(
                        7,
                        "Database: connections",
                        "Maximum",
                        List.of(List.of(
                                "AWS/RDS", "DatabaseConnections", "DBClusterIdentifier", names.of("database")))),
                widget(
                        8,
                        "Data: age and lateness in h",
                        "Maximum",
                        ours(names, Gauge.DATA_AGE_HOURS, Gauge.DATA_LATE_HOURS)),
                widget(9, "Runs: completeness", "Minimum", ours(names, Gauge.RUN_COMPLETENESS)),
                widget(
                        10,
                        "Rows and articles",
                        "Sum",
                        ours(names, Counter.ROWS_LOADED, Counter.ROWS_SET_ASIDE, Counter.ARTICLES_SCORED)),
                widget(
                        11,
                        "Functions: runs, cold starts, quota refusals",
                        "Sum",
                        ours(names, Counter.INVOCATIONS, Counter.COLD_STARTS, Counter.QUOTA_REFUSALS)));
        return json(Map.of("widgets", widgets));
    }

    private static List<List<String>> api(Names names, String... metrics) {
        return List.of(metrics).stream()
                .map(metric -> List.of("AWS/ApiGateway", metric, "ApiName", names.of("api")))
                .toList();
    }

    /** What functions say themselves, over all dimensions. */
    private static List<List<String>> ours(Names names, Measure... measures) {
        return List.of(measures).stream()
                .map(measure -> List.of(EmfMetrics.namespace(names.stage()), measure.text()))
                .toList();
    }

    private static List<List<String>> functions(Names names, List<FunctionDefinition> functions, String metric) {
        return functions.stream()
                .map(function -> List.of("AWS/Lambda", metric, "FunctionName", names.of(function.name())))
                .toList();
    }

    private static List<List<String>> queues(Names names, List<Queue> queues, String metric, String suffix) {
        return queues.stream()
                .map(queue -> List.of("AWS/SQS", metric, "QueueName", names.of(queue.name() + suffix)))
                .toList();
    }

    private static Map<String, Object> widget(int number, String title, String statistic, List<List<String>> metrics) {
        return Map.of(
                "type",
                "metric",
                "x",
                number % 2 * WIDTH,
                "y",
                number / 2 * HEIGHT,
                "width",
                WIDTH,
                "height",
                HEIGHT,
                "properties",
                Map.of(
                        "title",
                        title,
                        "stat",
                        statistic,
                        "period",
                        300,
                        "region",
                        Aws.REGION,
                        "view",
                        "timeSeries",
                        "metrics",
                        metrics));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new AppException(ErrorCode.INTERNAL, "the dashboard cannot be written as JSON", e);
        }
    }
}
