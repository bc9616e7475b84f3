package io.lumia.platform.schedule;

import io.lumia.kernel.AppException;
import java.time.Duration;

/**
 * How long an engine tries to hand an input to its queue. When either bound is reached, the input goes to the dead-letter
 * queue. Where nothing ran when an input was due (a laptop that was off), it is sent afterwards within the maximum age.
 *
 * @param maxRetries attempts after the first, 0 to 185
 * @param maxAge     since the scheduled time, one minute to one day
 */
public record RetryPolicy(int maxRetries, Duration maxAge) {

    private static final int MOST_RETRIES = 185;
    private static final Duration SHORTEST_AGE = Duration.ofMinutes(1);
    private static final Duration LONGEST_AGE = Duration.ofDays(1);

    /** Ten more attempts within an hour: a later tick of most jobs brings the same anyway. */
    public static final RetryPolicy STANDARD = new RetryPolicy(10, Duration.ofHours(1));

    /** What EventBridge Scheduler does at most, and by default. */
    public static final RetryPolicy LONGEST = new RetryPolicy(185, Duration.ofDays(1));

    public RetryPolicy {
        if (maxRetries < 0 || maxRetries > MOST_RETRIES) {
            throw AppException.invalid("max_retries", maxRetries, "0 to " + MOST_RETRIES);
        }
        if (maxAge.compareTo(SHORTEST_AGE) < 0 || maxAge.compareTo(LONGEST_AGE) > 0 || maxAge.getNano() != 0) {
            throw AppException.invalid("max_age", maxAge, "whole seconds, one minute to one day");
        }
    }
}
