package io.lumia.local.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Something that speaks as an emulator does, and has nothing but what a test gives it. Each request is kept in words: method
 * and path, operation or action, and its body.
 */
final class StubEmulator implements AutoCloseable {

    static final String ACCOUNT = "123456789012";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Function<String, String>> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    StubEmulator() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        on("GetCallerIdentity", _ -> "<R><Account>%s</Account></R>".formatted(ACCOUNT));
        on("ListQueues", _ -> "{}");
        on("GET /", _ -> "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>");
    }

    /**
     * What it says to requests of a kind; the last word counts.
     *
     * @param what   an operation or action without its service, or else method and path without a query
     * @param answer of the request's body
     */
    void on(String what, Function<String, String> answer) {
        answers.put(what, answer);
    }

    Emulator emulator() {
        return Emulator.parse("http://127.0.0.1:" + server.getAddress().getPort(), "us-east-1");
    }

    /** In their order, those that begin so. */
    List<String> requests(String beginning) {
        return requests.stream()
                .filter(request -> request.startsWith(beginning))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String what = what(exchange, body);
            requests.add("%s %s".formatted(what, body).strip());
            byte[] answer = answers.getOrDefault(what, _ -> "{}").apply(body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String what(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        if (body.contains("Action=")) {
            return body.replaceFirst("(?s).*Action=([A-Za-z]+).*", "$1");
        }
        return exchange.getRequestMethod() + " "
                + URLDecoder.decode(exchange.getRequestURI().getPath(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
