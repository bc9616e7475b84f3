package io.lumia.local.schedule;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.lambda.CronSchedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schedules of all functions, asked for what is due. */
public final class Timetable {

    /** No stretch of time that somebody waits for holds more. */
    private static final int MAX_TICKS = 100_000;

    private final List<Schedule> schedules;

    public Timetable(List<Schedule> schedules) {
        this.schedules = List.copyOf(schedules);
    }

    /** The first tick after an instant; at the same instant the schedule named first comes first. */
    public Optional<Tick> nextAfter(Instant instant) {
        return schedules.stream()
                .flatMap(schedule -> schedule.when().nextAfter(instant).map(at -> new Tick(at, schedule)).stream())
                .min(Comparator.comparing(Tick::at));
    }

    /** All ticks after {@code after} and not after {@code upTo}, in order. */
    public List<Tick> between(Instant after, Instant upTo) {
        List<Tick> ticks = new ArrayList<>();
        for (Schedule schedule : schedules) {
            addTicks(schedule, after, upTo, ticks);
        }
        ticks.sort(Comparator.comparing(Tick::at));
        return ticks;
    }

    private static void addTicks(Schedule schedule, Instant after, Instant upTo, List<Tick> ticks) {
        Optional<Instant> next = schedule.when().nextAfter(after);
        while (next.isPresent() && !next.get().isAfter(upTo)) {
            if (ticks.size() == MAX_TICKS) {
                throw new AppException(
                        ErrorCode.LIMIT_REACHED,
                        "%s fires more than %d times between %s and %s"
                                .formatted(schedule.name(), MAX_TICKS, after, upTo));
            }
            ticks.add(new Tick(next.get(), schedule));
            next = schedule.when().nextAfter(next.get());
        }
    }

    /**
     * One schedule of a function.
     *
     * @param name     unique within the function
     * @param function who is invoked, or whose queue gets the input
     * @param input    the event or message
     */
    public record Schedule(String name, String function, CronSchedule when, Map<String, Object> input) {}

    /** One due invocation. */
    public record Tick(Instant at, Schedule schedule) {}
}
