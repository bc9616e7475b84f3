package io.lumia.collection;

import io.lumia.kernel.AppException;
import java.time.Duration;

/**
 * Bounds of one run.
 *
 * @param maxItems    requests that a run may consist of; what is left over comes with the next run
 * @param maxCalls    calls to providers that a run may plan with
 * @param maxDuration after which what has not ended is given up, so that no run stays open for ever
 */
public record JobLimits(int maxItems, int maxCalls, Duration maxDuration) {

    public static final int MOST_ITEMS = 100_000;
    public static final int MOST_CALLS = 1_000_000;
    public static final Duration LONGEST = Duration.ofDays(31);

    public static final JobLimits USUAL = new JobLimits(10_000, 50_000, Duration.ofDays(1));

    public JobLimits {
        if (maxItems < 1 || maxItems > MOST_ITEMS) {
            throw AppException.invalid("max_items", maxItems, "1 to " + MOST_ITEMS);
        }
        if (maxCalls < 1 || maxCalls > MOST_CALLS) {
            throw AppException.invalid("max_calls", maxCalls, "1 to " + MOST_CALLS);
        }
        if (maxDuration.compareTo(Duration.ofMinutes(1)) < 0 || maxDuration.compareTo(LONGEST) > 0) {
            throw AppException.invalid("max_hours", maxDuration, "one minute to " + LONGEST.toHours() + " hours");
        }
    }
}
