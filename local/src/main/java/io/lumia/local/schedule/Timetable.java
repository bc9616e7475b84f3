package io.lumia.local.schedule;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.schedule.RetryPolicy;
import io.lumia.platform.schedule.ScheduleSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All schedules, those of {@code function.json} and those that are data, asked for what is due. */
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
                .flatMap(schedule -> schedule.runs().nextAfter(instant).map(at -> new Tick(at, schedule)).stream())
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
        Optional<Instant> next = schedule.runs().nextAfter(after);
        while (next.isPresent() && !next.get().isAfter(upTo)) {
            if (ticks.size() == MAX_TICKS) {
                throw new AppException(
                        ErrorCode.LIMIT_REACHED,
                        "%s fires more than %d times between %s and %s"
                                .formatted(schedule.name(), MAX_TICKS, after, upTo));
            }
            ticks.add(new Tick(next.get(), schedule));
            next = schedule.runs().nextAfter(next.get());
        }
    }

    /** When a schedule fires. */
    @FunctionalInterface
    public interface Runs {

        /** The first run strictly after an instant. */
        Optional<Instant> nextAfter(Instant instant);
    }

    /** Who gets a schedule's input. */
    public sealed interface Target {

        /** A function without a queue, which is invoked. */
        record Function(String name) implements Target {}

        /** A queue. */
        record Queue(String name, String deadLetterName) implements Target {}
    }

    /**
     * One schedule.
     *
     * @param name  unique among all
     * @param input the event or message, with the placeholders of EventBridge Scheduler
     * @param retry how long a queue is tried; a function is invoked once
     * @param spec  the definition of one that is data; empty for one of {@code function.json}
     */
    public record Schedule(
            String name, Target target, Runs runs, String input, RetryPolicy retry, Optional<ScheduleSpec> spec) {

        /** One that comes with its function: as persistent as EventBridge Scheduler is by default. */
        public static Schedule fixed(String name, Target target, Runs runs, String input) {
            return new Schedule(name, target, runs, input, RetryPolicy.LONGEST, Optional.empty());
        }

        /** One that is data. */
        public static Schedule of(ScheduleSpec spec) {
            return new Schedule(
                    spec.name(),
                    new Target.Queue(spec.queue(), spec.deadLetterQueue()),
                    spec::nextAfter,
                    spec.input(),
                    spec.retry(),
                    Optional.of(spec));
        }
    }

    /** One run that is or was due. */
    public record Tick(Instant at, Schedule schedule) {}
}
