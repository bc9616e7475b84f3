package io.lumia.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sun.net.httpserver.HttpExchange;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.http.LoopbackServer;
import io.lumia.platform.http.ApiFailure;
import io.lumia.platform.http.HttpStatuses;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.request.RequestIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands every request to the API's functions as a proxy event. What never reaches a function (too long, too large, too
 * many at once, a crash) is answered in the API's own error shape, as the gateway responses do in the cloud.
 */
public final class ApiGateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApiGateway.class);
    /** API Gateway allows 10,240 bytes for the request line and headers. */
    private static final int MAX_URL_CHARACTERS = 8_192;
    /** A Lambda's event is at most 6 MB. */
    private static final int MAX_BODY_BYTES = 6 * 1024 * 1024;
    /** Requests inside the functions at once; more are asked to come back. */
    static final int MAX_CONCURRENT = 256;
    /** As the functions say it. */
    private static final String RETRY_AFTER_SECONDS = "5";

    private static final List<String> SET_BY_SERVER =
            List.of("content-length", "transfer-encoding", "connection", "date");

    private final Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> function;
    private final JsonCodec json;
    private final Clock clock;
    private final RequestIds requestIds;
    private final Semaphore places = new Semaphore(MAX_CONCURRENT);
    private final LoopbackServer server;

    public ApiGateway(
            int port,
            Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> function,
            JsonCodec json,
            Clock clock,
            RequestIds requestIds) {
        this.function = function;
        this.json = json;
        this.clock = clock;
        this.requestIds = requestIds;
        this.server = LoopbackServer.start(port, this::handle);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String requestId = requestIds.acceptOrNew(exchange.getRequestHeaders().getFirst(RequestIds.HEADER));
        if (!places.tryAcquire()) {
            fail(
                    exchange,
                    requestId,
                    503,
                    ErrorCode.TRANSPORT_UNAVAILABLE,
                    "%d requests are being answered".formatted(MAX_CONCURRENT));
            return;
        }
        try {
            answer(exchange, requestId);
        } finally {
            places.release();
        }
    }

    private void answer(HttpExchange exchange, String requestId) throws IOException {
        if (exchange.getRequestURI().toString().length() > MAX_URL_CHARACTERS) {
            fail(
                    exchange,
                    requestId,
                    414,
                    ErrorCode.INVALID_INPUT,
                    "the URL is longer than %d characters".formatted(MAX_URL_CHARACTERS));
            return;
        }
        Optional<byte[]> body = LoopbackServer.body(exchange, MAX_BODY_BYTES);
        if (body.isEmpty()) {
            fail(
                    exchange,
                    requestId,
                    413,
                    ErrorCode.INVALID_INPUT,
                    "the body is larger than %d bytes".formatted(MAX_BODY_BYTES));
            return;
        }
        APIGatewayProxyResponseEvent response;
        try {
            response = function.apply(request(exchange, requestId, body.get()));
        } catch (AppException e) {
            fail(exchange, requestId, HttpStatuses.of(e.code()), e.code(), e.getMessage());
            return;
        } catch (RuntimeException e) {
            LOG.error("request {} failed", requestId, e);
            fail(exchange, requestId, 500, ErrorCode.INTERNAL, "the request failed; the log names it by its id");
            return;
        }
        send(exchange, response.getStatusCode(), ProxyEvents.headers(response), ProxyEvents.body(response));
    }

    private static APIGatewayProxyRequestEvent request(HttpExchange exchange, String requestId, byte[] body) {
        return ProxyEvents.request(
                requestId,
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                body,
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    private void fail(HttpExchange exchange, String requestId, int status, ErrorCode code, String message)
            throws IOException {
        String body = json.write(ApiFailure.of(code, message, clock.instant(), requestId));
        Map<String, List<String>> headers = new HashMap<>(Map.of(
                "Access-Control-Allow-Origin",
                List.of("*"),
                "Cache-Control",
                List.of("no-store"),
                "Content-Type",
                List.of("application/json"),
                RequestIds.HEADER,
                List.of(requestId)));
        if (code == ErrorCode.UNAUTHENTICATED) {
            headers.put("WWW-Authenticate", List.of("Bearer realm=\"lumia\""));
        }
        if (HttpStatuses.isRetryable(code)) {
            headers.put("Retry-After", List.of(RETRY_AFTER_SECONDS));
        }
        send(exchange, status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, Map<String, List<String>> headers, byte[] body)
            throws IOException {
        headers.forEach((name, values) -> {
            if (!SET_BY_SERVER.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || status == 304 || status == 204;
        if (bodiless || body.length == 0) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
