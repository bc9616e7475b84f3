package io.lumia.web.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.lumia.platform.metrics.Counter;
import io.lumia.platform.metrics.Invocations;
import io.lumia.platform.metrics.Metrics;
import io.lumia.platform.metrics.RouteClass;
import io.lumia.platform.metrics.StatusClass;
import io.lumia.platform.metrics.Timing;
import io.lumia.platform.request.TraceContext;
import io.lumia.platform.request.TraceScope;
import io.lumia.platform.request.Traces;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The edge of an API function: a REST API proxy event in, its answer out; measured, and in the caller's trace. */
public abstract class ApiHandler extends ApiGatewayProxyRequestEventFunction {

    private final Invocations invocations;
    private final Traces traces;

    protected ApiHandler(ApplicationContext context) {
        super(context);
        this.invocations = context.getBean(Invocations.class);
        this.traces = context.getBean(Traces.class);
    }

    /**
     * A path that is no URL would end in an exception below, not in an answer. Lambda's context is not handed on: no
     * controller asks for it, and the framework would register it as beans anew with each request.
     */
    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, @Nullable Context context) {
        event.setPath(UrlPaths.legal(event.getPath() == null ? "/" : event.getPath()));
        try (TraceScope _ = traces.open(header(event, TraceContext.PARENT), header(event, TraceContext.XRAY))) {
            return invocations.measure(() -> measured(event));
        }
    }

    private APIGatewayProxyResponseEvent measured(APIGatewayProxyRequestEvent event) {
        RouteClass route = RouteClass.of(event.getPath());
        long start = System.nanoTime();
        StatusClass status = StatusClass.OURS;
        try {
            APIGatewayProxyResponseEvent response = super.handleRequest(event, null);
            status = StatusClass.of(response.getStatusCode());
            return response;
        } finally {
            Metrics metrics = invocations.metrics();
            metrics.count(Counter.REQUESTS, route, status);
            metrics.time(Timing.REQUEST_TIME, Duration.ofNanos(System.nanoTime() - start), route, status);
        }
    }

    private static @Nullable String header(APIGatewayProxyRequestEvent event, String name) {
        if (event.getHeaders() == null) {
            return null;
        }
        return event.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
