package io.lumia.local.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.lumia.local.http.LoopbackServer;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * EventBridge Scheduler's REST interface and its firing, for tests ("Amazon EventBridge Scheduler API Reference", 2021-06-30).
 * It goes through time minute by minute and looks at each expression anew ({@link CronFields}), so that it shares no
 * calculation with what it tests.
 */
final class SchedulerService implements AutoCloseable {

    static final String GROUP = "lumia-test";
    static final String ROLE_ARN = "arn:aws:iam::123456789012:role/lumia-scheduler";
    static final String QUEUE_ARN_PREFIX = "arn:aws:sqs:eu-central-1:123456789012:lumia-";

    private static final int MAX_BODY = 1024 * 1024;
    private static final Duration OLDEST_START = Duration.ofMinutes(5);
    private static final Pattern EXPRESSION = Pattern.compile("cron\\(\\S+( \\S+){5}\\)"
            + "|rate\\([1-9]\\d* (minute|hour|day)s?\\)|at\\(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\)");

    private final SettableClock clock;
    private final FakeQueues queues;
    private final LoopbackServer server;
    private final TreeMap<String, JsonNode> schedules = new TreeMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private int failures;
    private int failureStatus;
    private String failureType = "";

    SchedulerService(SettableClock clock, FakeQueues queues) {
        this.clock = clock;
        this.queues = queues;
        this.server = LoopbackServer.start(0, this::handle);
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.port();
    }

    synchronized void failNext(int requests, int status, String type) {
        failures = requests;
        failureStatus = status;
        failureType = type;
    }

    synchronized void runUntil(Instant to) {
        for (Instant minute = clock.instant().plusSeconds(60); !minute.isAfter(to); minute = minute.plusSeconds(60)) {
            clock.set(minute);
            fire(minute);
            attempt(minute);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private void fire(Instant minute) {
        for (Iterator<JsonNode> all = schedules.values().iterator(); all.hasNext(); ) {
            JsonNode schedule = all.next();
            if (schedule.path("State").asText().equals("ENABLED") && isDue(schedule, minute)) {
                pending.add(new Pending(schedule.path("Target"), minute, 0));
                if (schedule.path("ActionAfterCompletion").asText().equals("DELETE")) {
                    all.remove();
                }
            }
        }
    }

    private static boolean isDue(JsonNode schedule, Instant minute) {
        String expression = schedule.path("ScheduleExpression").asText();
        ZoneId zone = ZoneId.of(schedule.path("ScheduleExpressionTimezone").asText());
        String inside = expression.substring(expression.indexOf('(') + 1, expression.length() - 1);
        if (expression.startsWith("at(")) {
            return LocalDateTime.parse(inside).atZone(zone).toInstant().equals(minute);
        }
        Instant start = schedule.has("StartDate") ? time(schedule, "StartDate") : Instant.MIN;
        Instant end = schedule.has("EndDate") ? time(schedule, "EndDate") : Instant.MAX;
        if (minute.isBefore(start) || !minute.isBefore(end)) {
            return false;
        }
        return expression.startsWith("cron(")
                ? new CronFields(inside).matches(minute, zone)
                : Duration.between(start, minute).toSeconds() % intervalSeconds(inside) == 0;
    }

    private static long intervalSeconds(String rate) {
        String[] valueAndUnit = rate.split(" ");
        long unit = valueAndUnit[1].startsWith("minute") ? 60 : valueAndUnit[1].startsWith("hour") ? 3_600 : 86_400;
        return Long.parseLong(valueAndUnit[0]) * unit;
    }

    private void attempt(Instant now) {
        List<Pending> attempted = List.copyOf(pending);
        pending.clear();
        for (Pending delivery : attempted) {
            try {
                queues.send(queue(delivery.target().path("Arn").asText()), delivery.body());
            } catch (IllegalStateException _) {
                Pending failed = delivery.failed();
                if (failed.isOver(now)) {
                    queues.send(
                            queue(delivery.target()
                                    .path("DeadLetterConfig")
                                    .path("Arn")
                                    .asText()),
                            delivery.body());
                } else {
                    pending.add(failed);
                }
            }
        }
    }

    private static String queue(String arn) {
        return arn.substring(QUEUE_ARN_PREFIX.length());
    }

    private static Instant time(JsonNode schedule, String field) {
        return Instant.ofEpochMilli(Math.round(schedule.path(field).asDouble() * 1_000));
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        if (failures > 0) {
            failures--;
            fail(exchange, failureStatus, failureType, "as the test wants it");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/schedules")) {
            list(exchange, query(exchange));
        } else if (path.startsWith("/schedules/")) {
            one(exchange, path.substring("/schedules/".length()));
        } else {
            fail(exchange, 404, "UnknownOperationException", path);
        }
    }

    private void one(HttpExchange exchange, String name) throws IOException {
        String method = exchange.getRequestMethod();
        if (method.equals("POST") || method.equals("PUT")) {
            byte[] body = LoopbackServer.body(exchange, MAX_BODY).orElseThrow();
            put(exchange, name, Json.tree(new String(body, StandardCharsets.UTF_8)), method.equals("POST"));
            return;
        }
        if (!GROUP.equals(query(exchange).get("groupName")) || !schedules.containsKey(name)) {
            fail(exchange, 404, "ResourceNotFoundException", "Schedule %s does not exist.".formatted(name));
        } else if (method.equals("GET")) {
            answer(exchange, 200, Json.writeCompact(schedules.get(name)));
        } else {
            schedules.remove(name);
            answer(exchange, 200, "{}");
        }
    }

    private void put(HttpExchange exchange, String name, JsonNode schedule, boolean isNew) throws IOException {
        String wrong = wrong(schedule);
        if (!wrong.isEmpty()) {
            fail(exchange, 400, "ValidationException", wrong);
        } else if (isNew && schedules.containsKey(name)) {
            fail(exchange, 409, "ConflictException", "Schedule %s already exists.".formatted(name));
        } else if (!isNew && !schedules.containsKey(name)) {
            fail(exchange, 404, "ResourceNotFoundException", "Schedule %s does not exist.".formatted(name));
        } else {
            Map<String, Object> kept = new LinkedHashMap<>(Json.map(Json.writeCompact(schedule)));
            kept.put("Name", name);
            schedules.put(name, Json.tree(Json.writeCompact(kept)));
            answer(exchange, 200, "{\"ScheduleArn\":\"arn:aws:scheduler:eu-central-1:123456789012:schedule/x\"}");
        }
    }

    private String wrong(JsonNode schedule) {
        JsonNode target = schedule.path("Target");
        String expression = schedule.path("ScheduleExpression").asText();
        if (!EXPRESSION.matcher(expression).matches()) {
            return "Invalid Schedule Expression " + expression;
        }
        if (!ZoneId.getAvailableZoneIds()
                .contains(schedule.path("ScheduleExpressionTimezone").asText())) {
            return "Provided ScheduleExpressionTimezone is not valid.";
        }
        if (schedule.has("StartDate")
                && time(schedule, "StartDate").isBefore(clock.instant().minus(OLDEST_START))) {
            return "The StartDate you specify cannot be earlier than 5 minutes ago.";
        }
        boolean isRight = schedule.path("GroupName").asText().equals(GROUP)
                && schedule.path("FlexibleTimeWindow").path("Mode").asText().equals("OFF")
                && !schedule.path("ClientToken").asText().isEmpty()
                && target.path("RoleArn").asText().equals(ROLE_ARN)
                && target.path("Arn").asText().startsWith(QUEUE_ARN_PREFIX);
        return isRight ? "" : "1 validation error detected in " + schedule;
    }

    private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
        int most = Integer.parseInt(query.getOrDefault("MaxResults", "100"));
        String prefix = query.getOrDefault("NamePrefix", "");
        List<Map<String, Object>> page = new ArrayList<>();
        String last = query.getOrDefault("NextToken", "");
        if (!GROUP.equals(query.get("ScheduleGroup")) || most > 100) {
            fail(exchange, 400, "ValidationException", "group or page size: " + query);
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        for (String name : schedules.tailMap(last, false).keySet()) {
            if (name.startsWith(prefix)) {
                if (page.size() == most) {
                    answer.put("NextToken", last);
                    break;
                }
                page.add(Map.of("Name", name, "GroupName", GROUP));
                last = name;
            }
        }
        answer.put("Schedules", page);
        answer(exchange, 200, Json.writeCompact(answer));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] keyAndValue = pair.split("=", 2);
            query.put(keyAndValue[0], URLDecoder.decode(keyAndValue[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void fail(HttpExchange exchange, int status, String type, String message) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
        answer(exchange, status, Json.writeCompact(Map.of("Message", message)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** A run on its way to its queue. */
    private record Pending(JsonNode target, Instant due, int attempts) {

        String body() {
            return target.path("Input").asText().replace("<aws.scheduler.scheduled-time>", due.toString());
        }

        Pending failed() {
            return new Pending(target, due, attempts + 1);
        }

        boolean isOver(Instant now) {
            JsonNode policy = target.path("RetryPolicy");
            return attempts > policy.path("MaximumRetryAttempts").asInt()
                    || Duration.between(due, now).toSeconds()
                            >= policy.path("MaximumEventAgeInSeconds").asInt();
        }
    }
}
