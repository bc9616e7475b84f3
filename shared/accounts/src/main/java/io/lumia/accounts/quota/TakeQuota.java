package io.lumia.accounts.quota;

import java.time.Clock;
import java.time.Duration;

/** Decides about one request. */
public final class TakeQuota {

    public static final Duration WINDOW = Duration.ofHours(1);

    private final Quotas quotas;
    private final Clock clock;

    public TakeQuota(Quotas quotas, Clock clock) {
        this.quotas = quotas;
        this.clock = clock;
    }

    public QuotaDecision take(QuotaSubject subject, QuotaTier tier) {
        int limit = tier.requests();
        Quotas.Taken taken = quotas.take(subject, limit, WINDOW, clock.instant());
        return taken.granted()
                ? new QuotaDecision.Granted(limit, limit - taken.used(), taken.freeAt())
                : new QuotaDecision.Refused(limit, taken.freeAt());
    }
}
