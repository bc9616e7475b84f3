package io.lumia.platform.retry;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Exponential waits with full jitter (M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015): before
 * attempt n + 1 it waits a random time up to {@code firstWait · 2^(n-1)}, at most {@code longestWait}.
 *
 * @param maxAttempts the first try included
 */
public record Backoff(int maxAttempts, Duration firstWait, Duration longestWait, RandomGenerator random, Pause pause) {

    private static final int LARGEST_DOUBLING = 30;

    /** How a thread waits; a test's does not. */
    @FunctionalInterface
    public interface Pause {

        void of(Duration wait) throws InterruptedException;
    }

    public Backoff {
        if (maxAttempts < 1) {
            throw AppException.invalid("max_attempts", maxAttempts, "1 or more");
        }
    }

    /** Five attempts with at most three seconds of waiting between them: short beside a function's timeout. */
    public static Backoff standard() {
        return of(5, Duration.ofMillis(200), Duration.ofSeconds(3));
    }

    /** With this process' own chance and clock. */
    public static Backoff of(int maxAttempts, Duration firstWait, Duration longestWait) {
        RandomGenerator jitter = () -> ThreadLocalRandom.current().nextLong();
        return new Backoff(maxAttempts, firstWait, longestWait, jitter, Thread::sleep);
    }

    /**
     * Calls {@code attempt} with what is left until it returns an empty list or the attempts are used up.
     *
     * @param attempt returns those that were not taken and may be tried again
     * @return what was never taken
     */
    public <T> List<T> untilNoneLeft(List<T> items, UnaryOperator<List<T>> attempt) {
        List<T> left = attempt.apply(items);
        for (int tried = 1; tried < maxAttempts && !left.isEmpty(); tried++) {
            waitAfter(tried);
            left = attempt.apply(left);
        }
        return left;
    }

    /**
     * Waits after a failed attempt.
     *
     * @param tried how many attempts there were, 1 or more
     */
    public void waitAfter(int tried) {
        waitFor(nextWait(tried));
    }

    /**
     * How long to wait after a failed attempt, for those who must know before; another one each time.
     *
     * @param tried how many attempts there were, 1 or more
     */
    public Duration nextWait(int tried) {
        long bound = firstWait.toMillis() << Math.min(tried - 1, LARGEST_DOUBLING);
        return Duration.ofMillis(random.nextLong(Math.min(bound, longestWait.toMillis()) + 1));
    }

    /** Waits so long, in the way that this thread waits. */
    public void waitFor(Duration wait) {
        try {
            pause.of(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.TRANSPORT_UNAVAILABLE, "interrupted while waiting for another attempt", e);
        }
    }
}
