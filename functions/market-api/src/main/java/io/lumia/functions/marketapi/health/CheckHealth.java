package io.lumia.functions.marketapi.health;

import io.lumia.functions.marketapi.health.HealthView.Database;
import io.lumia.functions.marketapi.health.HealthView.Freshness;
import io.lumia.kernel.AsOf;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every part how it is. A part that does not answer is a finding, not a failure. */
@Singleton
final class CheckHealth {

    private static final Logger LOG = LoggerFactory.getLogger(CheckHealth.class);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double TENTHS = 10;

    private final DatabaseHealth database;
    private final QueueHealth queues;
    private final FreshnessMeasure freshness;

    CheckHealth(DatabaseHealth database, QueueHealth queues, FreshnessMeasure freshness) {
        this.database = database;
        this.queues = queues;
        this.freshness = freshness;
    }

    HealthView check(AsOf now) {
        Database found = ping();
        boolean down = found.status().equals(Status.DOWN);
        List<QueueDepth> depths = queues.depths();
        List<Freshness> fresh = down ? List.of() : freshness.measure(now);
        boolean sound = depths.stream().allMatch(depth -> depth.isUp() && !depth.hasDeadLetters())
                && fresh.stream().allMatch(DataFreshness::isFresh);
        String status = down ? Status.DOWN : sound ? Status.UP : Status.DEGRADED;
        return new HealthView(status, found, depths, fresh);
    }

    private Database ping() {
        long before = System.nanoTime();
        try {
            database.ping();
            double milliseconds = (System.nanoTime() - before) / NANOS_PER_MILLI;
            return new Database(Status.UP, Math.rint(milliseconds * TENTHS) / TENTHS);
        } catch (RuntimeException e) {
            LOG.warn("the database does not answer", e);
            return new Database(Status.DOWN, null);
        }
    }
}
