package io.lumia.accounts.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The headers of an answer that tell of a quota. Seconds are rounded up: whoever waits so long is not too early. */
public final class QuotaHeaders {

    public static final String LIMIT = "X-RateLimit-Limit";
    public static final String REMAINING = "X-RateLimit-Remaining";

    /** Seconds since 1970, UTC. */
    public static final String RESET = "X-RateLimit-Reset";

    /** Seconds from now; on refusals only. */
    public static final String RETRY_AFTER = "Retry-After";

    private QuotaHeaders() {}

    public static Map<String, String> of(QuotaDecision decision, Instant now) {
        Map<String, String> headers = new TreeMap<>();
        headers.put(LIMIT, Integer.toString(decision.limit()));
        headers.put(REMAINING, Integer.toString(decision.remaining()));
        headers.put(RESET, Long.toString(secondsUp(Duration.between(Instant.EPOCH, decision.resetAt()))));
        switch (decision) {
            case QuotaDecision.Granted _ -> {}
            case QuotaDecision.Refused refused ->
                headers.put(RETRY_AFTER, Long.toString(secondsUp(Duration.between(now, refused.resetAt()))));
        }
        return headers;
    }

    private static long secondsUp(Duration duration) {
        long seconds = duration.toSeconds();
        return Math.max(0, duration.minusSeconds(seconds).isPositive() ? seconds + 1 : seconds);
    }
}
