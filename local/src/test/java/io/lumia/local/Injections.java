package io.lumia.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.json.Json;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody may try: texts of our own, put into every string parameter that the OpenAPI document describes. */
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
    private final List<Attempt> attempts = new ArrayList<>();

    Injections(JsonNode document) {
        this.document = document;
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> add(path.getKey(), operation.getKey(), operation.getValue())));
    }

    /** One request. */
    record Attempt(int number, String method, String pathAndQuery, String body) {}

    List<Attempt> attempts() {
        return attempts;
    }

    /** What is wrong with an answer; empty where nothing is. */
    static String finding(HttpResponse<String> answer, Duration took) {
        if (answer.statusCode() >= 500) {
            return "status %d: %s".formatted(answer.statusCode(), answer.body());
        }
        if (took.compareTo(SUSPICIOUSLY_LONG) > 0) {
            return "it slept: " + took;
        }
        if (answer.headers().firstValue("X-Injected").isPresent()) {
            return "a header was injected";
        }
        return GIVEAWAYS.stream().filter(answer.body()::contains).findFirst().orElse("");
    }

    private void add(String path, String method, JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
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
                    // Headers: what a client library refuses to send cannot be tried here.
                }
            }
        }
        String asked = query.isEmpty() ? "" : "?" + joined(query);
        attempts.add(new Attempt(attempts.size(), method.toUpperCase(java.util.Locale.ROOT), filled + asked, body));
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
