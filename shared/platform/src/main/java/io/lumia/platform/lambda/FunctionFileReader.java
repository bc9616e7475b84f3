package io.lumia.platform.lambda;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionDefinition.Subscription;
import io.lumia.platform.lambda.FunctionFile.QueueFile;
import io.lumia.platform.lambda.FunctionFile.ScheduleFile;
import io.lumia.platform.lambda.FunctionFile.SubscriptionFile;
import io.lumia.platform.lambda.FunctionFile.TriggerFile;
import io.lumia.platform.lambda.Trigger.Http;
import io.lumia.platform.lambda.Trigger.Manual;
import io.lumia.platform.lambda.Trigger.Queue;
import io.lumia.platform.lambda.Trigger.Queued;
import io.lumia.platform.lambda.Trigger.Route;
import io.lumia.platform.lambda.Trigger.Schedule;
import io.lumia.platform.lambda.Trigger.Scheduled;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one {@code function.json}. The limits are Lambda's and SQS's own, so that a mistake shows before a deployment does. */
final class FunctionFileReader {

    private static final Pattern CLASS_NAME = Pattern.compile("([a-z][a-z0-9]*\\.)+[A-Z][A-Za-z0-9]*");
    private static final Pattern DETAIL_TYPE = Pattern.compile("[A-Z][A-Za-z0-9]{0,127}");
    private static final Pattern METHOD = Pattern.compile("GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY");
    private static final Pattern PATH = Pattern.compile("/|(/([A-Za-z0-9._-]+|\\{[a-zA-Z][A-Za-z0-9_]*\\+?}))+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9/_+=.@-]{1,200}");
    private static final Pattern SOME_TEXT = Pattern.compile("\\S.{9,499}", Pattern.DOTALL);

    private final JsonCodec json;
    private final Checks checks;

    FunctionFileReader(String function, JsonCodec json) {
        this.json = json;
        this.checks = new Checks(function);
    }

    FunctionDefinition read(String text) {
        FunctionFile file = json.readExactly(text, FunctionFile.class);
        FunctionDefinition definition = new FunctionDefinition(
                checks.matches("name", file.name(), Checks.NAME),
                checks.matches("description", file.description(), SOME_TEXT),
                checks.matches("handler", file.handler(), CLASS_NAME),
                trigger(file.trigger(), file.timeoutSeconds()),
                orNone(file.subscribes()).stream().map(this::subscription).toList(),
                names("sends", orNone(file.sends()), Checks.NAME),
                names("emits", orNone(file.emits()), DETAIL_TYPE),
                Access.parse("objects", file.objects()),
                Access.parse("database", file.database()),
                checks.within("memory_mb", file.memoryMb(), 128, 10_240),
                checks.within("timeout_seconds", file.timeoutSeconds(), 1, 900),
                reservedConcurrency(file.reservedConcurrency()),
                names("secrets", orNone(file.secrets()), SECRET),
                environment(file.environment() == null ? Map.of() : file.environment()));
        checkSubscriptions(definition);
        return definition;
    }

    private Trigger trigger(TriggerFile trigger, int timeoutSeconds) {
        refuseForeignParts(trigger);
        return switch (trigger.type()) {
            case "schedule" -> scheduled(orNone(trigger.schedules()));
            case "queue" ->
                new Queued(
                        queue(required("trigger.queue", trigger.queue()), timeoutSeconds),
                        schedules(orNone(trigger.schedules())));
            case "http" -> http(orNone(trigger.routes()));
            case "manual" -> new Manual();
            default -> throw checks.invalid("trigger.type", trigger.type(), "schedule, queue, http, manual");
        };
    }

    /** A queue in a trigger of type http would be a mistake that nothing else shows. */
    private void refuseForeignParts(TriggerFile trigger) {
        boolean takesSchedules =
                trigger.type().equals("schedule") || trigger.type().equals("queue");
        refuse("schedules", trigger.schedules() != null && !takesSchedules, trigger.type());
        refuse("queue", trigger.queue() != null && !trigger.type().equals("queue"), trigger.type());
        refuse("routes", trigger.routes() != null && !trigger.type().equals("http"), trigger.type());
    }

    private void refuse(String part, boolean foreign, String type) {
        if (foreign) {
            throw checks.invalid("trigger." + part, "present", "absent in a trigger of type " + type);
        }
    }

    private Scheduled scheduled(List<ScheduleFile> files) {
        requireSome("trigger.schedules", files);
        return new Scheduled(schedules(files));
    }

    private List<Schedule> schedules(List<ScheduleFile> files) {
        checks.unique("schedule name", files.stream().map(ScheduleFile::name).toList());
        return files.stream().map(this::schedule).toList();
    }

    private Schedule schedule(ScheduleFile file) {
        return new Schedule(
                checks.matches("schedule name", file.name(), Checks.NAME),
                CronSchedule.parse(file.cron(), file.zone()),
                file.input() == null ? Map.of() : file.input());
    }

    private Queue queue(QueueFile file, int timeoutSeconds) {
        checks.within("visibility_timeout_seconds", file.visibilityTimeoutSeconds(), timeoutSeconds, 43_200);
        int window = checks.within("max_batching_window_seconds", file.maxBatchingWindowSeconds(), 0, 300);
        checks.within("batch_size", file.batchSize(), 1, window == 0 ? 10 : 10_000);
        checks.within("max_receive_count", file.maxReceiveCount(), 1, 1_000);
        return new Queue(
                checks.matches("queue name", file.name(), Checks.NAME),
                file.batchSize(),
                window,
                file.visibilityTimeoutSeconds(),
                file.maxReceiveCount());
    }

    private Http http(List<FunctionFile.RouteFile> files) {
        requireSome("trigger.routes", files);
        checks.unique(
                "route",
                files.stream().map(file -> file.method() + " " + file.path()).toList());
        return new Http(files.stream()
                .map(file -> new Route(
                        checks.matches("route method", file.method(), METHOD),
                        checks.matches("route path", file.path(), PATH),
                        !Boolean.FALSE.equals(file.authorised())))
                .toList());
    }

    private Subscription subscription(SubscriptionFile file) {
        if (file.pattern().isEmpty()) {
            throw checks.invalid("pattern of rule " + file.rule(), "{}", "at least one field");
        }
        return new Subscription(checks.matches("rule", file.rule(), Checks.NAME), json.write(file.pattern()));
    }

    private void checkSubscriptions(FunctionDefinition definition) {
        checks.unique(
                "rule", definition.subscribes().stream().map(Subscription::rule).toList());
        if (!definition.subscribes().isEmpty() && !(definition.trigger() instanceof Queued)) {
            throw checks.invalid(
                    "subscribes", "not empty", "empty unless the trigger is a queue, which gets the events");
        }
    }

    private OptionalInt reservedConcurrency(@Nullable Integer value) {
        return value == null
                ? OptionalInt.empty()
                : OptionalInt.of(checks.within("reserved_concurrency", value, 0, 1_000));
    }

    private List<String> names(String field, List<String> values, Pattern allowed) {
        values.forEach(value -> checks.matches(field, value, allowed));
        checks.unique(field, values);
        return values;
    }

    private Map<String, String> environment(Map<String, String> variables) {
        variables.keySet().forEach(variable -> checks.matches("environment", variable, VARIABLE));
        return variables;
    }

    private void requireSome(String field, List<?> values) {
        if (values.isEmpty()) {
            throw checks.invalid(field, "empty", "at least one");
        }
    }

    private <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new AppException(ErrorCode.MALFORMED_MESSAGE, field + " is missing");
        }
        return value;
    }

    private static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
