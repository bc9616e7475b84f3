package io.lumia.accounts.quota;

import io.lumia.platform.metrics.Counter;
import io.lumia.platform.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;

/** Decides about one request. */
public final class TakeQuota {

    public static final Duration WINDOW = Duration.ofHours(1);

    private final Quotas quotas;
    private final Clock clock;
    private final Metrics metrics;

    public TakeQuota(Quotas quotas, Clock clock, Metrics metrics) {
        this.quotas = quotas;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Counts nothing but quotas. */
    public TakeQuota(Quotas quotas, Clock clock) {
        this(quotas, clock, Metrics.none());
    }

    public QuotaDecision take(QuotaSubject subject, QuotaTier tier) {
        int limit = tier.requests();
        Quotas.Taken taken = quotas.take(subject, limit, WINDOW, clock.instant());
        if (taken.granted()) {
            return new QuotaDecision.Granted(limit, limit - taken.used(), taken.freeAt());
        }
        metrics.count(Counter.QUOTA_REFUSALS);
        return new QuotaDecision.Refused(limit, taken.freeAt());
    }
}
