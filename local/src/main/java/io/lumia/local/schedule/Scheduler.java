package io.lumia.local.schedule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has what is due dispatched every few seconds, until it is closed. */
public final class Scheduler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

    /** EventBridge Scheduler itself is exact to a minute; a laptop that slept notices as soon after it wakes. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private static final Duration STOP_WAIT = Duration.ofSeconds(30);

    private final Dispatcher dispatcher;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    public Scheduler(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    public void start() {
        thread = Thread.ofVirtual().name("scheduler").start(this::run);
    }

    /** Lets a look that is under way come to its end, within a bound. */
    @Override
    public void close() throws InterruptedException {
        stopping = true;
        if (thread != null && !thread.join(STOP_WAIT)) {
            LOG.warn("the scheduler is still at work after {}", STOP_WAIT);
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                look();
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException _) {
            LOG.debug("the scheduler stops");
        }
    }

    private void look() {
        try {
            dispatcher.runDue();
        } catch (RuntimeException e) {
            LOG.error("schedules could not be worked off; the next look tries again", e);
        }
    }
}
