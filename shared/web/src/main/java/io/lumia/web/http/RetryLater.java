package io.lumia.web.http;

import java.time.Duration;

/** A bound was reached that gives way by itself: 429, with the seconds after which the same request may succeed. */
public final class RetryLater extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final long LEAST_SECONDS = 1;

    private final long seconds;

    /** @param what for the caller, such as {@code there were too many tries} */
    public RetryLater(String what, Duration wait) {
        this(what, Math.max(LEAST_SECONDS, wait.plusNanos(999_999_999).toSeconds()));
    }

    private RetryLater(String what, long seconds) {
        super("%s; the next may come in %d s".formatted(what, seconds));
        this.seconds = seconds;
    }

    /** Whole ones, rounded up. */
    public long seconds() {
        return seconds;
    }
}
