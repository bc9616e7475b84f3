package io.lumia.accounts.webhook.delivery;

import io.lumia.kernel.AppException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each failed attempt. Each wait is drawn evenly within {@code jitter} of the listed one, so that
 * those who failed together do not come together again.
 *
 * @param waits  after the first, second … attempt; one more attempt than waits
 * @param jitter a fraction, 0 to 1
 */
public record RetrySchedule(List<Duration> waits, double jitter) {

    /** At once, then over about two days: 9 attempts. */
    public static final RetrySchedule STANDARD = new RetrySchedule(
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20)),
            0.1);

    /** A receiver that asks for more gets this. */
    public static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

    public RetrySchedule {
        waits = List.copyOf(waits);
        if (!(jitter >= 0 && jitter <= 1)) {
            throw AppException.invalid("jitter", jitter, "0 to 1");
        }
    }

    public int maxAttempts() {
        return waits.size() + 1;
    }

    /**
     * @param tried      how many attempts failed, 1 or more
     * @param retryAfter what the receiver asked for; zero where it did not
     * @return empty where there shall be no more
     */
    public Optional<Duration> waitAfter(int tried, Duration retryAfter, RandomGenerator random) {
        if (tried > waits.size()) {
            return Optional.empty();
        }
        double factor = 1 + jitter * (2 * random.nextDouble() - 1);
        Duration wait = Duration.ofMillis(Math.round(waits.get(tried - 1).toMillis() * factor));
        Duration asked = retryAfter.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : retryAfter;
        return Optional.of(asked.compareTo(wait) > 0 ? asked : wait);
    }
}
