package io.lumia.accounts.quota;

import io.lumia.platform.database.RowBatches;
import java.time.Clock;
import java.time.Duration;

/** Removes the counts of those who have not come for some time, such as addresses that came once. For a daily schedule. */
public final class ForgetIdleQuotas {

    /** Longer than the window, so that a function whose clock is behind loses nothing that still counts for it. */
    public static final Duration IDLE = TakeQuota.WINDOW.multipliedBy(2);

    public static final int AT_ONCE = 1_000;
    public static final int MAX_BATCHES = 1_000;

    private final Quotas quotas;
    private final Clock clock;

    public ForgetIdleQuotas(Quotas quotas, Clock clock) {
        this.quotas = quotas;
        this.clock = clock;
    }

    /** How many were forgotten. */
    public long forget() {
        return RowBatches.untilNothingIsLeft(
                MAX_BATCHES, () -> quotas.forgetIdle(clock.instant().minus(IDLE), AT_ONCE));
    }
}
