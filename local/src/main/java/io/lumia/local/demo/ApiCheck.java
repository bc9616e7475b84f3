package io.lumia.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks the API over HTTP, as anyone would. */
final class ApiCheck implements AutoCloseable {

    private static final Duration CONNECT_WAIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(30);
    private static final int SHOWN_CHARACTERS = 300;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WAIT).build();
    private final String base;
    private final List<Answered> answered = new ArrayList<>();

    ApiCheck(int port) {
        this.base = "http://127.0.0.1:%d/api/v1".formatted(port);
    }

    /** The answer's data; fails with INTERNAL naming route and answer unless it is a success. */
    JsonNode data(String route) {
        long started = System.nanoTime();
        HttpResponse<String> response = send(route);
        answered.add(new Answered(
                route, response.statusCode(), TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started) / 1000.0));
        JsonNode body = response.statusCode() == 200 ? Json.tree(response.body()) : Json.tree("{}");
        if (!body.path("success").asBoolean()) {
            String shown = response.body();
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "GET %s%s was answered with %d: %s"
                            .formatted(
                                    base,
                                    route,
                                    response.statusCode(),
                                    shown.substring(0, Math.min(shown.length(), SHOWN_CHARACTERS))));
        }
        return body.path("data");
    }

    List<Answered> answered() {
        return List.copyOf(answered);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpResponse<String> send(String route) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(base + route))
                            .timeout(ANSWER_WAIT)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "GET %s%s was not answered: %s".formatted(base, route, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.INTERNAL, "interrupted while asking the API", e);
        }
    }

    /** One route that was asked. */
    record Answered(String route, int status, double milliseconds) {}
}
