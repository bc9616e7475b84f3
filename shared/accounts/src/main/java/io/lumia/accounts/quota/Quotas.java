package io.lumia.accounts.quota;

import java.time.Duration;
import java.time.Instant;

/** What was granted to whom. */
public interface Quotas {

    /**
     * Grants and counts a request, or refuses it. In a transaction of its own: those of one subject wait for each other.
     *
     * @param limit  1 or more
     * @param window a request at {@code t} counts in the window from {@code t} up to before {@code t + window}
     * @param at     now; where another function's clock is ahead, its last grant counts as now
     */
    Taken take(QuotaSubject subject, int limit, Duration window, Instant at);

    /** Notes that somebody is told of a level. False where he was told of it within the window, or has no count. */
    boolean note(QuotaSubject subject, QuotaLevel level, Duration window, Instant at);

    /** Forgets those to whom nothing was granted since, at most so many. Returns how many. */
    int forgetIdle(Instant since, int atMost);

    /**
     * What was decided.
     *
     * @param used      of the limit, this one included where it was granted
     * @param decidedAt the instant that counts for this decision
     * @param freeAt    when the oldest that counts leaves the window; for a refused one the first instant at which it would be
     *                  granted
     */
    record Taken(boolean granted, int used, Instant decidedAt, Instant freeAt) {}
}
