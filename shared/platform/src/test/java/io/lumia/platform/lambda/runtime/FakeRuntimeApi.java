package io.lumia.platform.lambda.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Lambda's side: hands out the events it was given and keeps what was reported. */
final class FakeRuntimeApi implements AutoCloseable {

    static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:echo";
    static final long DEADLINE_MILLIS = 1_510_353_049_000L;

    private final HttpServer server;
    private final Queue<String> events = new ArrayDeque<>();
    private final List<String> reports = new ArrayList<>();
    private int reportStatus = 202;

    FakeRuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/2018-06-01/runtime/", this::handle);
        server.start();
    }

    void add(String event) {
        events.add(event);
    }

    void refuseReports(int status) {
        reportStatus = status;
    }

    /** Each as its path below the root, its error type if it has one, and its body. */
    List<String> reports() {
        return reports;
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().replace("/2018-06-01/runtime/", "");
            if (path.equals("invocation/next")) {
                Map.of(
                                "Lambda-Runtime-Aws-Request-Id",
                                "request-1",
                                "Lambda-Runtime-Deadline-Ms",
                                String.valueOf(DEADLINE_MILLIS),
                                "Lambda-Runtime-Invoked-Function-Arn",
                                ARN)
                        .forEach(exchange.getResponseHeaders()::set);
                send(exchange, 200, events.remove());
                return;
            }
            String type = exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            reports.add(path + (type == null ? "" : " " + type) + " " + body);
            send(exchange, reportStatus, "{\"status\":\"OK\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
