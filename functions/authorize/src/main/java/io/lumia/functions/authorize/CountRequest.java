package io.lumia.functions.authorize;

import io.lumia.accounts.pepper.Peppers;
import io.lumia.accounts.quota.QuotaDecision;
import io.lumia.accounts.quota.QuotaHeaders;
import io.lumia.accounts.quota.QuotaSubject;
import io.lumia.accounts.quota.QuotaTier;
import io.lumia.accounts.quota.TakeQuota;
import io.lumia.platform.http.Admission;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes one request from a quota. */
@Singleton
@Requires(beans = {TakeQuota.class, Peppers.class})
final class CountRequest {

    private final TakeQuota take;
    private final Peppers peppers;
    private final Clock clock;

    CountRequest(TakeQuota take, Peppers peppers, Clock clock) {
        this.take = take;
        this.peppers = peppers;
        this.clock = clock;
    }

    /** All who come from an address and do not say who they are. */
    QuotaSubject address(String address) {
        return QuotaSubject.anonymous(address, peppers.current());
    }

    Admission.Quota of(QuotaSubject subject, QuotaTier tier) {
        QuotaDecision decision = take.take(subject, tier);
        Map<String, String> headers = QuotaHeaders.of(decision, clock.instant());
        @Nullable String retryAfter = headers.get(QuotaHeaders.RETRY_AFTER);
        return new Admission.Quota(
                decision.limit(),
                decision.remaining(),
                Long.parseLong(headers.get(QuotaHeaders.RESET)),
                retryAfter == null ? null : Long.valueOf(retryAfter));
    }
}
