package io.lumia.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.lumia.kernel.AppException;
import io.lumia.local.http.LoopbackServer;
import io.lumia.local.json.Json;
import io.lumia.platform.time.IdSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event bus that speaks EventBridge's {@code PutEvents} (AWS JSON 1.1). An event is in its queues before the call is
 * answered, so that somebody who waits for empty queues never misses one on its way.
 */
public final class EmbeddedBus implements AutoCloseable {

    private static final String TARGET = "AWSEvents.PutEvents";
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MAX_ENTRIES = 10;

    private final Forwarding forwarding;
    private final Clock clock;
    private final IdSource ids;
    private final LoopbackServer server;
    private volatile EventRoutes routes = new EventRoutes(List.of());

    /** How an event reaches a queue. */
    public interface Forwarding {

        /** @param trace X-Ray's header; empty where the event came without */
        void send(String queue, String body, Optional<String> trace);
    }

    public EmbeddedBus(Forwarding forwarding, Clock clock, IdSource ids) {
        this.forwarding = forwarding;
        this.clock = clock;
        this.ids = ids;
        this.server = LoopbackServer.start(0, this::handle);
    }

    /** From now on events go these ways; before the first call they go nowhere. */
    public void route(EventRoutes to) {
        routes = to;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Optional<byte[]> body = LoopbackServer.body(exchange, MAX_BYTES);
        if (!TARGET.equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
            refuse(exchange, "UnknownOperationException", "this bus knows PutEvents only");
        } else if (body.isEmpty()) {
            refuse(exchange, "ValidationException", "more than %d bytes".formatted(MAX_BYTES));
        } else {
            put(exchange, new String(body.get(), StandardCharsets.UTF_8));
        }
    }

    private void put(HttpExchange exchange, String body) throws IOException {
        try {
            JsonNode entries = Json.tree(body).path("Entries");
            if (!entries.isArray() || entries.isEmpty() || entries.size() > MAX_ENTRIES) {
                refuse(exchange, "ValidationException", "Entries must be 1 to %d".formatted(MAX_ENTRIES));
                return;
            }
            answer(exchange, 200, result(entries));
        } catch (AppException e) {
            refuse(exchange, "SerializationException", e.getMessage());
        }
    }

    private String result(JsonNode entries) {
        List<Map<String, String>> results = new ArrayList<>();
        int failed = 0;
        for (JsonNode entry : entries) {
            Map<String, String> result = route(entry);
            failed += result.containsKey("ErrorCode") ? 1 : 0;
            results.add(result);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("FailedEntryCount", failed);
        answer.put("Entries", results);
        return Json.writeCompact(answer);
    }

    private Map<String, String> route(JsonNode entry) {
        if (!isObject(entry.path("Detail").asText())) {
            return Map.of("ErrorCode", "MalformedDetail", "ErrorMessage", "Detail is no JSON object");
        }
        String id = ids.next().toString();
        String event = event(id, entry);
        Optional<String> trace = Optional.of(entry.path("TraceHeader").asText()).filter(header -> !header.isEmpty());
        try {
            routes.queuesFor(event).forEach(queue -> forwarding.send(queue, event, trace));
            return Map.of("EventId", id);
        } catch (RuntimeException e) {
            return Map.of("ErrorCode", "InternalFailure", "ErrorMessage", String.valueOf(e.getMessage()));
        }
    }

    /** The detail is pasted in as text, so that no number is rewritten. */
    private String event(String id, JsonNode entry) {
        return """
               {"version":"0","id":"%s","detail-type":%s,"source":%s,"account":"000000000000","time":"%s",\
               "region":"us-east-1","resources":%s,"detail":%s}""".formatted(
                        id,
                        Json.writeCompact(entry.path("DetailType").asText()),
                        Json.writeCompact(entry.path("Source").asText()),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        entry.path("Resources").isArray() ? entry.path("Resources") : "[]",
                        entry.path("Detail").asText());
    }

    private static boolean isObject(String detail) {
        try {
            return Json.tree(detail).isObject();
        } catch (AppException _) {
            return false;
        }
    }

    private static void refuse(HttpExchange exchange, String type, String message) throws IOException {
        answer(exchange, 400, Json.writeCompact(Map.of("__type", type, "message", message)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
