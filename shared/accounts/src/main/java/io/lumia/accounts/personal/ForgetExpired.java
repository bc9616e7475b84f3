package io.lumia.accounts.personal;

import io.lumia.platform.database.RowBatches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes what has outlived its purpose: registrations nobody confirmed, counted tries, noted refusals, sessions that ended. For a daily schedule. */
public final class ForgetExpired {

    /** Sessions that ended are kept this long, since their owner may ask for them. */
    public static final Duration ENDED_SESSIONS_KEPT = Duration.ofDays(30);

    static final int MOST_AT_ONCE = 5_000;
    static final int MAX_BATCHES = 200;

    private final ExpiredData data;
    private final Clock clock;

    public ForgetExpired(ExpiredData data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /** Returns how many rows went; what is more than a million waits for the next day. */
    public long forget() {
        Instant now = clock.instant();
        return RowBatches.untilNothingIsLeft(
                MAX_BATCHES, () -> data.forget(now, now.minus(ENDED_SESSIONS_KEPT), MOST_AT_ONCE));
    }
}
