package io.lumia.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.json.Json;
import io.lumia.platform.request.RequestIds;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody may try: texts of our own, put into every string parameter that the OpenAPI document describes, into every text of
 * bodies that are right otherwise, into headers and into the path itself.
 */
final class Injections {

    private static final int SLEEP_SECONDS = 15;
    private static final Duration SUSPICIOUSLY_LONG = Duration.ofSeconds(SLEEP_SECONDS - 1);

    private static final List<String> TEXTS = List.of(
            "' OR '1'='1",
            "'; DROP TABLE market.daily_bar; --",
            "1); SELECT pg_sleep(" + SLEEP_SECONDS + "); --",
            "'||(SELECT pg_sleep(" + SLEEP_SECONDS + "))||'",
            "' AND 1=CAST((SELECT version()) AS int) --",
            "\\'; UPDATE collection.job SET enabled = false; --",
            "${jndi:ldap://127.0.0.1:9/x}",
            "../../../../etc/passwd\"",
            "a\u0000b",
            "a\r\nX-Injected: yes");

    /** All that we read, or write to a log, of a request's head. */
    private static final List<String> HEADERS = List.of(
            "X-Request-ID",
            "Idempotency-Key",
            "If-None-Match",
            "Authorization",
            "X-API-Key",
            "Accept",
            "Accept-Language",
            "Content-Type",
            "Origin",
            "Referer",
            "User-Agent",
            "Cookie",
            "X-Forwarded-For",
            "traceparent",
            "X-Amzn-Trace-Id");

    private static final String ROOT = "/api/v1/";

    /** What an answer says only where a text got through. */
    private static final List<String> GIVEAWAYS = List.of(
            "PSQLException",
            "SQLSTATE",
            "syntax error at",
            "org.postgresql",
            "PostgreSQL 17",
            "root:x:0",
            "java.lang.");

    private final JsonNode document;
    private final SampleBodies bodies;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Attempt> wholeBodies = new ArrayList<>();
    private final List<Attempt> heads = new ArrayList<>();

    Injections(JsonNode document) {
        this.document = document;
        this.bodies = new SampleBodies(document);
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> addOperation(path.getKey(), operation.getKey(), operation.getValue())));
    }

    /** One request. */
    record Attempt(int number, String method, String pathAndQuery, String body, Map<String, String> headers) {

        /** Others may take their time: a model is loaded when it is asked first. */
        boolean asksToSleep() {
            return (pathAndQuery + body + headers).contains("pg_sleep");
        }

        /** Whether it shows what the authoriser looks at. */
        boolean shows() {
            return headers.containsKey("Authorization") || headers.containsKey("X-API-Key");
        }
    }

    /** Into each parameter, each field of a body by itself, and each part of a path. None of them can be right. */
    List<Attempt> attempts() {
        return attempts;
    }

    /** Into each text of a body that is right otherwise: some are done as asked. */
    List<Attempt> wholeBodies() {
        return wholeBodies;
    }

    /** Into each header of each operation; the texts take turns. */
    List<Attempt> heads() {
        return heads;
    }

    /** What is wrong with an answer; empty where nothing is. */
    static String finding(Attempt attempt, HttpResponse<String> answer, Duration took) {
        if (answer.statusCode() >= 500) {
            return "status %d: %s".formatted(answer.statusCode(), answer.body());
        }
        if (attempt.asksToSleep() && took.compareTo(SUSPICIOUSLY_LONG) > 0) {
            return "it slept: " + took;
        }
        if (answer.headers().firstValue("X-Injected").isPresent()) {
            return "a header was injected";
        }
        if (!answer.headers()
                .firstValue(RequestIds.HEADER)
                .map(RequestIds::isAllowed)
                .orElse(true)) {
            return "a request id was taken as it came";
        }
        return GIVEAWAYS.stream().filter(answer.body()::contains).findFirst().orElse("");
    }

    private void addOperation(String path, String method, JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        String whole = bodies.of(operation);
        addHeads(path, method, parameters, whole);
        addPaths(path, method);
        for (String pointer : bodies.textsOf(whole)) {
            TEXTS.forEach(text -> {
                String body = SampleBodies.with(whole, pointer, text);
                wholeBodies.add(attempt(method, filled(path, parameters, "", ""), body, Map.of()));
            });
        }
        for (JsonNode parameter : parameters) {
            if (isText(parameter.path("schema"))) {
                TEXTS.forEach(text ->
                        add(method, path, parameters, parameter.path("name").asText(), text, ""));
            }
        }
        JsonNode body = resolved(operation.at("/requestBody/content/application~1json/schema"));
        body.path("properties").properties().forEach(property -> {
            if (isText(property.getValue())) {
                TEXTS.forEach(text ->
                        add(method, path, parameters, "", "", Json.writeCompact(Map.of(property.getKey(), text))));
            }
        });
    }

    private void add(String method, String path, List<JsonNode> parameters, String name, String text, String body) {
        attempts.add(attempt(method, filled(path, parameters, name, text), body, Map.of()));
    }

    private void addHeads(String path, String method, List<JsonNode> parameters, String body) {
        for (String header : HEADERS) {
            String text = sendable(TEXTS.get(turn(heads.size())));
            heads.add(attempt(method, filled(path, parameters, "", ""), body, Map.of(header, text)));
        }
    }

    /** So that each header meets each text, one operation after the other. */
    private static int turn(int number) {
        return (number / HEADERS.size() + number % HEADERS.size()) % TEXTS.size();
    }

    /** Each part of a path that is no parameter, in turn. */
    private void addPaths(String path, String method) {
        String[] segments =
                path.substring(Math.min(path.length(), ROOT.length())).split("/");
        for (int i = 0; i < segments.length; i++) {
            String[] changed = segments.clone();
            changed[i] = TEXTS.get(attempts.size() % TEXTS.size());
            String tried = Stream.of(changed).map(Injections::encoded).collect(Collectors.joining("/"));
            attempts.add(attempt(method, ROOT + tried, "", Map.of()));
        }
    }

    private Attempt attempt(String method, String pathAndQuery, String body, Map<String, String> headers) {
        int number = attempts.size() + wholeBodies.size() + heads.size();
        return new Attempt(number, method.toUpperCase(Locale.ROOT), pathAndQuery, body, headers);
    }

    /** A header is one line: what would end it is sent encoded, as it would come through a proxy that lets it pass. */
    private static String sendable(String text) {
        return text.chars().anyMatch(Character::isISOControl) ? encoded(text) : text;
    }

    /** Path and query with examples for parameters, and the text for the one that is named. */
    private static String filled(String path, List<JsonNode> parameters, String name, String text) {
        String filled = path;
        Map<String, String> query = new LinkedHashMap<>();
        for (JsonNode parameter : parameters) {
            String own = parameter.path("name").asText();
            String value = own.equals(name) ? text : example(parameter);
            switch (parameter.path("in").asText()) {
                case "path" -> filled = filled.replace("{" + own + "}", encoded(value));
                case "query" -> {
                    if (own.equals(name) || parameter.path("required").asBoolean()) {
                        query.put(own, encoded(value));
                    }
                }
                default -> {
                    // Headers have attempts of their own.
                }
            }
        }
        return query.isEmpty() ? filled : filled + "?" + joined(query);
    }

    private boolean isText(JsonNode schema) {
        JsonNode own = resolved(schema);
        JsonNode type = own.path("type").isArray() ? own.path("type").path(0) : own.path("type");
        return type.asText().equals("string") || type.asText().equals("array") && isText(own.path("items"));
    }

    private static String example(JsonNode parameter) {
        for (JsonNode found : List.of(
                parameter.path("example"),
                parameter.at("/schema/example"),
                parameter.at("/schema/default"),
                parameter.at("/schema/enum/0"))) {
            if (!found.isMissingNode()) {
                return found.asText();
            }
        }
        return "1";
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private static String joined(Map<String, String> query) {
        List<String> pairs = new ArrayList<>();
        query.forEach((name, value) -> pairs.add(name + "=" + value));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
