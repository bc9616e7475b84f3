package io.lumia.local.schedule;

import io.lumia.local.schedule.Timetable.Tick;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fires ticks as the clock reaches them. A tick that fails is logged and not repeated: the next one, or a start, finds
 * what is missing.
 */
public final class Scheduler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
    /** A laptop that slept must notice soon after it wakes. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    private final Timetable timetable;
    private final Clock clock;
    private final Consumer<Tick> fire;
    private @Nullable Thread thread;

    public Scheduler(Timetable timetable, Clock clock, Consumer<Tick> fire) {
        this.timetable = timetable;
        this.clock = clock;
        this.fire = fire;
    }

    public void start() {
        Instant started = clock.instant();
        thread = Thread.ofVirtual().name("scheduler").start(() -> run(started));
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run(Instant started) {
        Instant done = started;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<Tick> next = timetable.nextAfter(done);
                if (next.isEmpty()) {
                    return;
                }
                sleepUntil(next.get().at());
                fireAllAt(next.get().at(), done);
                done = next.get().at();
            }
        } catch (InterruptedException _) {
            LOG.debug("the scheduler stops");
        }
    }

    private void sleepUntil(Instant instant) throws InterruptedException {
        Duration left = Duration.between(clock.instant(), instant);
        while (left.isPositive()) {
            Thread.sleep(left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP);
            left = Duration.between(clock.instant(), instant);
        }
    }

    private void fireAllAt(Instant at, Instant after) {
        for (Tick tick : timetable.between(after, at)) {
            try {
                fire.accept(tick);
            } catch (RuntimeException e) {
                LOG.error(
                        "{} of {}, due at {}, failed",
                        tick.schedule().name(),
                        tick.schedule().function(),
                        tick.at(),
                        e);
            }
        }
    }
}
