package io.lumia.signals.sentiment;

import io.lumia.kernel.AppException;
import java.time.Duration;

/**
 * How texts become a row.
 *
 * @param freshSessions    texts of so many sessions count for a day's average; two are 48 hours of trading days
 * @param halfLife         after so long a text counts half
 * @param shortSessions    the shorter window of the momentum
 * @param longSessions     the longer one
 * @param surpriseDays     calendar days of the asset's own rows that a day is held against
 * @param leastRows        that many of them must have an average
 */
public record SentimentRules(
        int freshSessions, Duration halfLife, int shortSessions, int longSessions, int surpriseDays, int leastRows) {

    /** What is used where nothing is configured. */
    public static final SentimentRules USUAL = new SentimentRules(2, Duration.ofHours(24), 5, 20, 365, 20);

    private static final int MAX_SESSIONS = 260;
    private static final int MAX_DAYS = 3_660;

    public SentimentRules {
        requireWithin("fresh sessions", freshSessions, MAX_SESSIONS);
        requireWithin("short sessions", shortSessions, MAX_SESSIONS);
        requireWithin("long sessions", longSessions, MAX_SESSIONS);
        requireWithin("surprise days", surpriseDays, MAX_DAYS);
        requireWithin("least rows", leastRows, MAX_DAYS);
        if (shortSessions >= longSessions) {
            throw AppException.invalid("short sessions", shortSessions, "fewer than long sessions, " + longSessions);
        }
        if (halfLife.isNegative() || halfLife.isZero()) {
            throw AppException.invalid("half life", halfLife, "a duration above zero");
        }
    }

    /** The longest window of texts. */
    int longest() {
        return Math.max(freshSessions, longSessions);
    }

    private static void requireWithin(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw AppException.invalid(field, value, "1 to " + most);
        }
    }
}
