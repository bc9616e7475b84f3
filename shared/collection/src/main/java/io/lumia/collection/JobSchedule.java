package io.lumia.collection;

import io.lumia.kernel.AppException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a job ticks by itself. */
public sealed interface JobSchedule {

    /** Only when it is run by hand or follows other jobs. */
    JobSchedule ON_DEMAND = new OnDemand();

    static JobSchedule cron(String expression, String zone) {
        return new Cron(expression, zone, null);
    }

    /** Which of its ticks count; null for all. */
    @Nullable
    CalendarGate gate();

    /** Whether a tick is one on which something is to be done. */
    default boolean admits(Instant tick) {
        CalendarGate gate = gate();
        return gate == null || gate.admits(tick);
    }

    /**
     * By the clock on the wall.
     *
     * @param expression EventBridge Scheduler's, such as {@code cron(0 18 ? * MON-FRI *)}
     * @param zone       IANA zone of the expression
     */
    record Cron(String expression, String zone, @Nullable CalendarGate gate) implements JobSchedule {}

    /** Every so many minutes, hours or days. */
    record Interval(Duration every, @Nullable CalendarGate gate) implements JobSchedule {

        public static final Duration SHORTEST = Duration.ofMinutes(1);
        public static final Duration LONGEST = Duration.ofDays(365);

        public Interval {
            boolean whole = every.toSeconds() % 60 == 0 && every.getNano() == 0;
            if (!whole || every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
                throw AppException.invalid("every", every, "whole minutes from 1 minute to 365 days");
            }
        }
    }

    /** Never. */
    record OnDemand() implements JobSchedule {
        @Override
        public @Nullable CalendarGate gate() {
            return null;
        }
    }
}
