package io.lumia.collection;

import java.util.OptionalDouble;

/**
 * How many of the bars that must be there are there. One bar is expected for each asset and each session of its exchange
 * that lies in the dates asked for and in the asset's life. What is missing of one asset, and where, says
 * {@code io.lumia.market.check.Completeness}.
 *
 * @param expectedSessions at least {@code presentSessions}
 * @param presentSessions  sessions with a bar that was believed
 */
public record SessionCount(long expectedSessions, long presentSessions) {

    /** What a run should reach, a fraction. */
    public static final double GOAL = 0.99;

    /** Nothing was expected. */
    public static final SessionCount NONE = new SessionCount(0, 0);

    public SessionCount {
        if (presentSessions < 0 || presentSessions > expectedSessions) {
            throw new IllegalArgumentException(
                    "%d sessions present of %d expected".formatted(presentSessions, expectedSessions));
        }
    }

    public SessionCount plus(SessionCount other) {
        return new SessionCount(expectedSessions + other.expectedSessions, presentSessions + other.presentSessions);
    }

    /** Present divided by expected; empty when nothing was expected. */
    public OptionalDouble fraction() {
        return expectedSessions == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) presentSessions / expectedSessions);
    }
}
