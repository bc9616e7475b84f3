package io.lumia.web.testing;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.lumia.platform.http.Admission;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a function's real handler, as API Gateway would, in the morning of 2015-01-02 (see {@link TestBooks}). */
public class ApiCalls {

    public static final Instant NOW = Instant.parse("2015-01-02T12:00:00Z");

    /** By which the gateway knows each request. */
    public static final String GATEWAY_REQUEST = "gateway-request";

    private final ApplicationContext context;
    private final RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler;
    private Admission admission = Admission.OPERATOR;

    protected ApiCalls(
            ApplicationContext context,
            RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler) {
        this.context = context;
        this.handler = handler;
    }

    public ApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Answer get(String pathAndQuery) {
        return send("GET", pathAndQuery, Map.of());
    }

    public Answer get(String pathAndQuery, Map<String, String> headers) {
        return send("GET", pathAndQuery, headers);
    }

    public Answer send(String method, String pathAndQuery, Map<String, String> headers) {
        return send(method, pathAndQuery, headers, null);
    }

    public Answer send(String method, String pathAndQuery, Map<String, String> headers, @Nullable String body) {
        return send(admission.context(), method, pathAndQuery, headers, body);
    }

    /** As somebody whom the gateway's authoriser admitted; others ask as the machine's own user. */
    public Answer sendAs(
            Admission caller, String method, String pathAndQuery, Map<String, String> headers, @Nullable String body) {
        return send(caller.context(), method, pathAndQuery, headers, body);
    }

    /** As a request that did not come past the authoriser. */
    public Answer sendUnadmitted(String method, String pathAndQuery) {
        return send(Map.of(), method, pathAndQuery, Map.of(), null);
    }

    /** Whom the gateway's authoriser admits from now on. */
    public void admit(Admission caller) {
        admission = caller;
    }

    private Answer send(
            Map<String, String> context,
            String method,
            String pathAndQuery,
            Map<String, String> headers,
            @Nullable String body) {
        APIGatewayProxyRequestEvent event = event(method, pathAndQuery, headers).withBody(body);
        event.getRequestContext().setAuthorizer(context.isEmpty() ? null : new HashMap<>(context));
        return new Answer(handler.handleRequest(event, null));
    }

    /** As API Gateway makes it: the path as sent, the query decoded. */
    private static APIGatewayProxyRequestEvent event(String method, String pathAndQuery, Map<String, String> headers) {
        int mark = pathAndQuery.indexOf('?');
        String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        Map<String, List<String>> query = mark < 0 ? Map.of() : query(pathAndQuery.substring(mark + 1));
        Map<String, List<String>> manyHeaders = new LinkedHashMap<>();
        headers.forEach((name, value) -> manyHeaders.put(name, List.of(value)));
        Map<String, String> lastOfQuery = new LinkedHashMap<>();
        query.forEach((name, values) -> lastOfQuery.put(name, values.getLast()));
        return new APIGatewayProxyRequestEvent()
                .withHttpMethod(method)
                .withPath(path)
                .withResource("/{proxy+}")
                .withHeaders(headers)
                .withMultiValueHeaders(manyHeaders)
                .withQueryStringParameters(query.isEmpty() ? null : lastOfQuery)
                .withMultiValueQueryStringParameters(query.isEmpty() ? null : query)
                .withRequestContext(new APIGatewayProxyRequestEvent.ProxyRequestContext()
                        .withRequestId(GATEWAY_REQUEST)
                        .withHttpMethod(method)
                        .withPath(path));
    }

    private static Map<String, List<String>> query(String text) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            query.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : decoded(parts[1]));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** What came back. */
    public final class Answer {

        private final APIGatewayProxyResponseEvent response;

        Answer(APIGatewayProxyResponseEvent response) {
            this.response = response;
        }

        public int status() {
            return response.getStatusCode();
        }

        public String body() {
            return response.getBody() == null ? "" : response.getBody();
        }

        public @Nullable String header(String name) {
            return response.getHeaders().entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }

        public Map<String, Object> json() {
            try {
                return context.getBean(JsonMapper.class).readValue(body(), Argument.mapOf(String.class, Object.class));
            } catch (IOException e) {
                throw new UncheckedIOException(body(), e);
            }
        }

        /** A value inside, by names and list positions: {@code "data", 0, "symbol"}. */
        public @Nullable Object at(Object... path) {
            @Nullable Object node = json();
            for (Object step : path) {
                node = step instanceof Integer position ? ((List<?>) node).get(position) : ((Map<?, ?>) node).get(step);
            }
            return node;
        }

        public List<Map<String, Object>> rows(Object... path) {
            @SuppressWarnings("unchecked")
            List<Map<String, Object>> rows = (List<Map<String, Object>>) at(path);
            return rows;
        }

        public List<Object> column(String name, Object... path) {
            return rows(path).stream().map(row -> row.get(name)).toList();
        }

        /** Paths of the fields that a refusal names. */
        public List<Object> refused() {
            return column("path", "error", "details", "fields");
        }
    }
}
