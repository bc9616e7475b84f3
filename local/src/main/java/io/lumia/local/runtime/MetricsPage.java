package io.lumia.local.runtime;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.lumia.platform.metrics.MetricBook;
import io.lumia.platform.metrics.PrometheusText;
import java.util.Map;
import java.util.function.Function;

/** {@code GET /metrics}, for a Prometheus on this machine: the numbers that Lambda hands to CloudWatch. Only here. */
final class MetricsPage {

    private static final String PATH = "/metrics";

    private MetricsPage() {}

    /** Answers that path itself and leaves all others to the API. */
    static Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> before(
            Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> api, MetricBook book) {
        return event -> isAsked(event) ? page(book) : api.apply(event);
    }

    private static boolean isAsked(APIGatewayProxyRequestEvent event) {
        return event.getHttpMethod().equals("GET") && event.getPath().equals(PATH);
    }

    private static APIGatewayProxyResponseEvent page(MetricBook book) {
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(200)
                .withHeaders(Map.of("Content-Type", PrometheusText.CONTENT_TYPE, "Cache-Control", "no-store"))
                .withBody(PrometheusText.of(book));
    }
}
