package io.lumia.local.schedule;

import io.lumia.local.schedule.ScheduleTable.Stored;
import io.lumia.local.schedule.Timetable.Schedule;
import io.lumia.local.schedule.Timetable.Target;
import io.lumia.platform.schedule.When;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off what is due, as EventBridge Scheduler does: each run once or more, in order within a schedule, with its own
 * time; a queue that does not take an input is tried again until the schedule's retry policy ends, then its dead-letter
 * queue gets it. A schedule that is data begins where it stood when the last process ended, but not before its maximum age;
 * one of {@code function.json} begins now.
 *
 * <p>Unlike in the cloud a run that is still tried holds up the later ones of its schedule: what is not delivered is then
 * never forgotten by a crash.
 */
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** Of one schedule at one look: one a minute over the longest age. The next look goes on. */
    private static final int MAX_RUNS_AT_ONCE = 1_440;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int LARGEST_DOUBLING = 6;

    private final List<Schedule> fixed;
    private final ScheduleTable table;
    private final Delivery delivery;
    private final Clock clock;
    private final Map<String, Instant> fixedDone = new HashMap<>();
    private final Map<String, Trying> trying = new HashMap<>();

    /** Fixed schedules begin at the clock's instant. */
    public Dispatcher(List<Schedule> fixed, ScheduleTable table, Delivery delivery, Clock clock) {
        this.fixed = List.copyOf(fixed);
        this.table = table;
        this.delivery = delivery;
        this.clock = clock;
        Instant started = clock.instant();
        fixed.forEach(schedule -> fixedDone.put(schedule.name(), started));
    }

    /** Everything that is due by the clock and was not sent yet. */
    public void runDue() {
        Instant now = clock.instant();
        for (Schedule schedule : fixed) {
            Instant done = fixedDone.getOrDefault(schedule.name(), now);
            run(schedule, done, now, run -> fixedDone.put(schedule.name(), run));
        }
        table.all("").stream().filter(stored -> stored.spec().enabled()).forEach(stored -> run(stored, now));
    }

    private void run(Stored stored, Instant now) {
        Schedule schedule = Schedule.of(stored.spec());
        switch (stored.spec().when()) {
            case When.At _ -> {
                boolean isMissed = run(schedule, stored.doneUntil(), now, _ -> table.finish(stored.spec()));
                if (isMissed) {
                    table.finish(stored.spec());
                }
            }
            case When.Cron _, When.Rate _ ->
                run(schedule, stored.doneUntil(), now, run -> table.done(schedule.name(), run));
        }
    }

    /** Returns whether nothing is left of it though a run was missed. */
    private boolean run(Schedule schedule, Instant doneUntil, Instant now, Consumer<Instant> done) {
        Instant from = notTooOld(schedule, doneUntil, now);
        Optional<Instant> next = schedule.runs().nextAfter(from);
        if (next.isEmpty() && from.isAfter(doneUntil)) {
            return true;
        }
        for (int runs = 0; runs < MAX_RUNS_AT_ONCE && next.isPresent(); runs++) {
            Instant at = next.get();
            if (at.isAfter(now) || !isSettled(schedule, at, now)) {
                return false;
            }
            done.accept(at);
            next = schedule.runs().nextAfter(at);
        }
        return false;
    }

    /** Where to go on: runs older than the maximum age are left out, except one that was begun, which is given up properly. */
    private Instant notTooOld(Schedule schedule, Instant doneUntil, Instant now) {
        Instant oldest = now.minus(schedule.retry().maxAge()).minusNanos(1);
        Trying begun = trying.get(schedule.name());
        if (!doneUntil.isBefore(oldest) || (begun != null && begun.at().isAfter(doneUntil))) {
            return doneUntil;
        }
        schedule.runs()
                .nextAfter(doneUntil)
                .filter(missed -> !missed.isAfter(oldest))
                .ifPresent(missed -> LOG.warn(
                        "{}: runs from {} on were due while nothing ran and are older than {}; they are left out",
                        schedule.name(),
                        missed,
                        schedule.retry().maxAge()));
        return oldest;
    }

    private boolean isSettled(Schedule schedule, Instant at, Instant now) {
        int attempt = 1;
        Trying begun = trying.get(schedule.name());
        if (begun != null && begun.at().equals(at)) {
            if (now.isBefore(begun.nextAttempt())) {
                return false;
            }
            attempt = begun.attempts() + 1;
        }
        try {
            LOG.info("{}: {} is due", at, schedule.name());
            delivery.deliver(schedule, at, attempt);
            trying.remove(schedule.name());
            return true;
        } catch (RuntimeException e) {
            return isGivenUp(schedule, new Trying(at, attempt, now.plus(waitAfter(attempt))), e);
        }
    }

    private boolean isGivenUp(Schedule schedule, Trying failed, RuntimeException cause) {
        switch (schedule.target()) {
            case Target.Function function ->
                LOG.error("{} of {}, due at {}, failed", schedule.name(), function.name(), failed.at(), cause);
            case Target.Queue queue -> {
                if (!failed.isLast(schedule)) {
                    LOG.warn(
                            "{}, due at {}, was not taken by queue {} at attempt {}: {}",
                            schedule.name(),
                            failed.at(),
                            queue.name(),
                            failed.attempts(),
                            cause.toString());
                    trying.put(schedule.name(), failed);
                    return false;
                }
                putAside(schedule, queue, failed, cause);
            }
        }
        trying.remove(schedule.name());
        return true;
    }

    private void putAside(Schedule schedule, Target.Queue queue, Trying failed, RuntimeException cause) {
        LOG.error(
                "{}, due at {}, was not taken by queue {} in {} attempts and goes to {}",
                schedule.name(),
                failed.at(),
                queue.name(),
                failed.attempts(),
                queue.deadLetterName(),
                cause);
        try {
            delivery.giveUp(schedule, queue, failed.at(), failed.attempts());
        } catch (RuntimeException e) {
            LOG.error(
                    "{}, due at {}, is lost: {} took it neither",
                    schedule.name(),
                    failed.at(),
                    queue.deadLetterName(),
                    e);
        }
    }

    private static Duration waitAfter(int attempt) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempt - 1, LARGEST_DOUBLING));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    /** A run whose queue has not taken it yet. */
    private record Trying(Instant at, int attempts, Instant nextAttempt) {

        boolean isLast(Schedule schedule) {
            return attempts > schedule.retry().maxRetries()
                    || nextAttempt.isAfter(at.plus(schedule.retry().maxAge()));
        }
    }
}
