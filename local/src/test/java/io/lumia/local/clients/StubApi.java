package io.lumia.local.clients;

import com.sun.net.httpserver.HttpExchange;
import io.lumia.local.http.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers as the API does, by the examples that its document is tested with. Two closes of the first page have digits that no
 * {@code double} can carry: zeros at the end, and 29 significant ones.
 */
final class StubApi implements AutoCloseable {

    static final String WITH_ZEROS = "123.4500";
    static final String WITH_MANY_DIGITS = "12345678901234.567890123456789";

    private static final String PRICES = "/api/v1/assets/AAPL/prices";
    private static final String RECOMMEND = "/api/v1/recommend";
    private static final String ENTITY_TAG = "\"first-page\"";
    private static final int MOST_BYTES = 65_536;

    /** A number, not a string in quotes. */
    private static final Pattern CAPITAL = Pattern.compile("\"capital\"\\s*:\\s*([0-9.]+)");

    private final LoopbackServer server;
    private final String prices;
    private final String recommendation;
    private final List<String> keys = new CopyOnWriteArrayList<>();

    private StubApi(String prices, String recommendation) {
        this.prices = prices;
        this.recommendation = recommendation;
        this.server = LoopbackServer.start(0, this::answer);
    }

    /** @param repository its root, whose examples are answered */
    static StubApi start(Path repository) throws IOException {
        return new StubApi(
                Files.readString(
                        repository.resolve("functions/market-api/src/main/resources/openapi-examples/getPrices.json")),
                Files.readString(repository.resolve("shared/web/src/main/resources/openapi-examples/recommend.json")));
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Partner keys that came with requests, in their order. */
    List<String> keys() {
        return List.copyOf(keys);
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("X-API-Key");
        keys.add(key == null ? "none" : key);
        switch (exchange.getRequestURI().getPath()) {
            case PRICES -> answerPrices(exchange);
            case RECOMMEND -> answerRecommendation(exchange);
            default -> fail(exchange, 404, "NOT_FOUND");
        }
    }

    private void answerPrices(HttpExchange exchange) throws IOException {
        if (ENTITY_TAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        exchange.getResponseHeaders().set("ETag", ENTITY_TAG);
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        send(exchange, 200, query.contains("page_token=second") ? secondPage() : firstPage());
    }

    private String firstPage() {
        return secondPage()
                .replace("\"next_page_token\" : null", "\"next_page_token\" : \"second\"")
                .replace("92.2242857143", WITH_ZEROS)
                .replace("93.7,", WITH_MANY_DIGITS + ",");
    }

    private String secondPage() {
        return prices.replaceAll("\"next_page_token\" : \"[^\"]*\"", "\"next_page_token\" : null");
    }

    private void answerRecommendation(HttpExchange exchange) throws IOException {
        byte[] body = LoopbackServer.body(exchange, MOST_BYTES).orElseThrow();
        Matcher sent = CAPITAL.matcher(new String(body, StandardCharsets.UTF_8));
        if (sent.find()) {
            send(exchange, 200, CAPITAL.matcher(recommendation).replaceFirst("\"capital\" : " + sent.group(1)));
        } else {
            fail(exchange, 400, "INVALID_INPUT");
        }
    }

    private static void fail(HttpExchange exchange, int status, String code) throws IOException {
        send(exchange, status, """
                {"success": false, "error": {"code": "%s", "message": "refused", "details": {"fields": []},
                 "timestamp": "2015-01-02T12:00:00Z", "request_id": "0192a7c4-7d5e-7a10-9a3c-5b1f2d3e4f50"}}
                """.formatted(code));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
