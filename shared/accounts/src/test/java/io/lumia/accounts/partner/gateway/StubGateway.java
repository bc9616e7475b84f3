package io.lumia.accounts.partner.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What API Gateway answers about keys and usage plans, by its REST protocol (API Gateway's API reference): lists in pages
 * of two, 409 for a value or a membership that is there, 404 for a key that is not.
 */
final class StubGateway implements AutoCloseable {

    private static final int PAGE = 2;
    private static final Pattern NAME = Pattern.compile("\"(name|value|keyId)\"\\s*:\\s*\"([^\"]*)\"");

    final Map<String, String> namesOfKeys = new LinkedHashMap<>();
    final Map<String, Set<String>> keysOfPlans = new LinkedHashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> plans = new ArrayList<>();
    volatile int failWith;

    private final HttpServer server;
    private int made;

    StubGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A plan whose id is its name with {@code id-} before it. */
    void addPlan(String name) {
        plans.add(name);
        keysOfPlans.put("id-" + name, new LinkedHashSet<>());
    }

    /** Names of the keys in a plan. */
    List<String> inPlan(String name) {
        return keysOfPlans.get("id-" + name).stream().map(namesOfKeys::get).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Answer(int status, String body) {}

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path + " " + body);
            Answer answer = failWith != 0
                    ? new Answer(failWith, "{\"message\":\"not now\"}")
                    : answer(exchange.getRequestMethod(), path, query(exchange), fields(body));
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (answer.status() == 409) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", "ConflictException");
            }
            if (answer.status() == 404) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", "NotFoundException");
            }
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Answer answer(
            String method, String path, Map<String, String> query, Map<String, String> fields) {
        String[] parts = path.split("/", -1);
        return switch (method + " " + parts[1] + (parts.length > 3 ? "/keys" : "")) {
            case "GET usageplans" ->
                page(query, plans.stream().map(name -> item("id-" + name, name)).toList());
            case "GET usageplans/keys" ->
                page(
                        query,
                        keysOfPlans.get(parts[2]).stream()
                                .map(id -> item(id, namesOfKeys.get(id)))
                                .toList());
            case "POST usageplans/keys" ->
                keysOfPlans.get(parts[2]).add(fields.get("keyId"))
                        ? new Answer(201, item(fields.get("keyId"), "any"))
                        : new Answer(409, "{\"message\":\"already in the plan\"}");
            case "GET apikeys" ->
                page(
                        query,
                        namesOfKeys.entrySet().stream()
                                .filter(key -> key.getValue().startsWith(query.getOrDefault("name", "")))
                                .map(key -> item(key.getKey(), key.getValue()))
                                .toList());
            case "POST apikeys" -> create(fields);
            case "DELETE apikeys" -> delete(parts[2]);
            default -> new Answer(400, "{\"message\":\"unknown to this stub: %s %s\"}".formatted(method, path));
        };
    }

    private Answer create(Map<String, String> fields) {
        made++;
        String id = "key" + made;
        namesOfKeys.put(id, fields.get("name"));
        return new Answer(201, item(id, fields.get("name")));
    }

    private Answer delete(String id) {
        keysOfPlans.values().forEach(keys -> keys.remove(id));
        return namesOfKeys.remove(id) == null ? new Answer(404, "{\"message\":\"no such key\"}") : new Answer(202, "");
    }

    /** Its lists call their items {@code item} and the next page's start {@code position}. */
    private static Answer page(Map<String, String> query, List<String> all) {
        int from = Integer.parseInt(query.getOrDefault("position", "0"));
        int to = Math.min(all.size(), from + PAGE);
        String next = to < all.size() ? ",\"position\":\"%d\"".formatted(to) : "";
        return new Answer(200, "{\"item\":[%s]%s}".formatted(String.join(",", all.subList(from, to)), next));
    }

    private static String item(String id, String name) {
        return "{\"id\":\"%s\",\"name\":\"%s\"}".formatted(id, name);
    }

    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = NAME.matcher(body);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw == null) {
            return Map.of();
        }
        return List.of(raw.split("&", -1)).stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
