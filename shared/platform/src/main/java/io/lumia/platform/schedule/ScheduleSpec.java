package io.lumia.platform.schedule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lumia.kernel.AppException;
import io.lumia.platform.lambda.Trigger;
import io.lumia.platform.schedule.When.At;
import io.lumia.platform.schedule.When.Cron;
import io.lumia.platform.schedule.When.Rate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One schedule: what is sent to which queue, and when. At least once per run; with the run's own time in it, however late
 * it is sent. A one-time schedule is deleted after it has fired.
 *
 * @param name            1 to 64 characters; by it the schedule is replaced and deleted
 * @param zone            an IANA name, by whose clock {@code cron} and {@code at} go
 * @param queue           named as in {@code function.json}
 * @param input           the message, a JSON object; {@link #SCHEDULED_TIME} in it becomes the run's instant
 * @param enabled         one that is not fires nothing, and makes up for nothing when it is again
 * @param deadLetterQueue where an input goes that the queue did not take
 * @param start           no run before; null for none. An interval counts from it. Not for a one-time schedule
 * @param end             no run from then on; null for none. Not for a one-time schedule
 */
public record ScheduleSpec(
        String name,
        When when,
        String zone,
        String queue,
        String input,
        boolean enabled,
        RetryPolicy retry,
        String deadLetterQueue,
        @Nullable Instant start,
        @Nullable Instant end) {

    /** Scheduler's placeholder for the instant that a run was due, in ISO 8601. */
    public static final String SCHEDULED_TIME = "<aws.scheduler.scheduled-time>";

    /** Run times that are computed ahead at once. */
    public static final int MAX_NEXT_RUNS = 100;

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}");
    private static final Pattern QUEUE = Pattern.compile("[a-zA-Z0-9_-]{1,80}");
    /** What SQS takes. */
    private static final int MAX_INPUT_BYTES = 256 * 1024;

    private static final JsonFactory TOKENS = new JsonFactory();

    public ScheduleSpec {
        check("name of a schedule", name, NAME);
        check("queue of schedule " + name, queue, QUEUE);
        check("dead-letter queue of schedule " + name, deadLetterQueue, QUEUE);
        checkZone(name, zone);
        checkInput(name, input);
        checkStretch(name, start, end);
        if (when instanceof At once) {
            checkOnce(name, once, zone, start != null || end != null);
        }
    }

    /** An enabled one with the standard retry policy and the queue's own dead-letter queue. */
    public static ScheduleSpec of(String name, When when, String zone, String queue, String input) {
        return new ScheduleSpec(
                name,
                when,
                zone,
                queue,
                input,
                true,
                RetryPolicy.STANDARD,
                queue + Trigger.Queue.DEAD_LETTER_SUFFIX,
                null,
                null);
    }

    public ScheduleSpec withEnabled(boolean isEnabled) {
        return new ScheduleSpec(name, when, zone, queue, input, isEnabled, retry, deadLetterQueue, start, end);
    }

    public ScheduleSpec withRetry(RetryPolicy policy) {
        return new ScheduleSpec(name, when, zone, queue, input, enabled, policy, deadLetterQueue, start, end);
    }

    /** Fires from {@code from} on and before {@code until}; null for no bound. */
    public ScheduleSpec withStretch(@Nullable Instant from, @Nullable Instant until) {
        return new ScheduleSpec(name, when, zone, queue, input, enabled, retry, deadLetterQueue, from, until);
    }

    /**
     * What an engine keeps of a schedule that it is given now: a start that has passed is left out, or for an interval moved
     * to its next run, since Scheduler refuses one that is older than five minutes. An interval without start begins within
     * a second. Refuses a schedule that could never fire again.
     */
    public ScheduleSpec asPutAt(Instant now) {
        if (end != null && !end.isAfter(now)) {
            throw AppException.invalid("end of schedule " + name, end, "an instant after " + now);
        }
        return switch (when) {
            case Cron _ -> start != null && !start.isAfter(now) ? withStretch(null, end) : this;
            case Rate _ -> withStretch(start == null ? nextSecond(now) : firstNotBefore(start, now), end);
            case At once -> {
                if (once.nextAfter(now, now, ZoneId.of(zone)).isEmpty()) {
                    throw AppException.invalid(
                            "time of schedule " + name,
                            once.expression(),
                            "a time after " + now.atZone(ZoneId.of(zone)).truncatedTo(ChronoUnit.SECONDS));
                }
                yield this;
            }
        };
    }

    /** The first run strictly after an instant, whether enabled or not. */
    public Optional<Instant> nextAfter(Instant instant) {
        Instant from = start != null && start.isAfter(instant) ? start.minusNanos(1) : instant;
        Instant anchor = start == null ? instant : start;
        return when.nextAfter(from, anchor, ZoneId.of(zone)).filter(run -> end == null || run.isBefore(end));
    }

    /** The next runs after an instant, at most {@code count}; fewer where the schedule ends. */
    public List<Instant> nextRuns(Instant after, int count) {
        if (count < 1 || count > MAX_NEXT_RUNS) {
            throw AppException.invalid("count of run times", count, "1 to " + MAX_NEXT_RUNS);
        }
        List<Instant> runs = new ArrayList<>();
        Optional<Instant> next = nextAfter(after);
        while (next.isPresent() && runs.size() < count) {
            runs.add(next.get());
            next = nextAfter(next.get());
        }
        return runs;
    }

    /** The message of the run that was due at an instant. */
    public String inputAt(Instant run) {
        return input.replace(SCHEDULED_TIME, run.toString());
    }

    private Instant firstNotBefore(Instant first, Instant now) {
        return first.isBefore(now)
                ? when.nextAfter(now.minusNanos(1), first, ZoneId.of(zone)).orElseThrow()
                : first;
    }

    private static Instant nextSecond(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    private static void check(String field, String value, Pattern allowed) {
        if (!allowed.matcher(value).matches()) {
            throw AppException.invalid(field, value, allowed.pattern());
        }
    }

    /** Not offsets such as +02:00, which Scheduler does not take. */
    private static void checkZone(String name, String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw AppException.invalid(
                    "zone of schedule " + name, zone, "an IANA name such as America/New_York or UTC");
        }
    }

    private static void checkInput(String name, String input) {
        int bytes = input.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_INPUT_BYTES) {
            throw AppException.invalid(
                    "input of schedule " + name, bytes + " bytes", "at most %d bytes".formatted(MAX_INPUT_BYTES));
        }
        if (!isObject(input)) {
            throw AppException.invalid("input of schedule " + name, input, "a JSON object");
        }
    }

    private static boolean isObject(String text) {
        try (JsonParser parser = TOKENS.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (IOException _) {
            return false;
        }
    }

    private static void checkStretch(String name, @Nullable Instant start, @Nullable Instant end) {
        if (start != null && end != null && !end.isAfter(start)) {
            throw AppException.invalid("end of schedule " + name, end, "an instant after its start, " + start);
        }
    }

    private static void checkOnce(String name, At once, String zone, boolean isBounded) {
        if (isBounded) {
            throw AppException.invalid(
                    "start and end of schedule " + name, "given", "none for a one-time schedule, which has its time");
        }
        if (ZoneId.of(zone).getRules().getValidOffsets(once.time()).isEmpty()) {
            throw AppException.invalid(
                    "time of schedule " + name, once.expression(), "a time that the clocks of " + zone + " show");
        }
    }
}
