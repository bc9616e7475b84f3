package io.lumia.accounts.quota;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was decided about a request, with what the answer's headers need. */
public sealed interface QuotaDecision {

    /** Requests within any hour. */
    int limit();

    /** What is left in the hour that ends now. */
    int remaining();

    /** When what is left grows again. */
    Instant resetAt();

    /** {@link #resetAt} in seconds since 1970, UTC, rounded up: whoever waits so long is not too early. */
    default long resetSeconds() {
        return secondsUp(Duration.between(Instant.EPOCH, resetAt()));
    }

    /** In how many seconds a refused request may come again, rounded up; null for a granted one. */
    default @Nullable Long retryAfterSeconds(Instant now) {
        return switch (this) {
            case Granted _ -> null;
            case Refused refused -> secondsUp(Duration.between(now, refused.resetAt()));
        };
    }

    private static long secondsUp(Duration duration) {
        long seconds = duration.toSeconds();
        return Math.max(0, duration.minusSeconds(seconds).isPositive() ? seconds + 1 : seconds);
    }

    /** It may go on. */
    record Granted(int limit, int remaining, Instant resetAt) implements QuotaDecision {

        /** From this part of the limit on somebody may want to know. */
        public static final double NEAR = 0.8;

        /** Whether just this request reached {@link #NEAR}. The window slides, so it may be reached again soon. */
        public boolean reachesNear() {
            int used = limit - remaining;
            return used >= NEAR * limit && used - 1 < NEAR * limit;
        }
    }

    /** It may not; at {@link #resetAt} it may. */
    record Refused(int limit, Instant resetAt) implements QuotaDecision {
        @Override
        public int remaining() {
            return 0;
        }
    }
}
