package io.lumia.functions.authorize;

import io.lumia.accounts.UserId;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.accounts.quota.QuotaDecision;
import io.lumia.accounts.quota.QuotaSubject;
import io.lumia.accounts.quota.QuotaTier;
import io.lumia.accounts.quota.TakeQuota;
import io.lumia.accounts.webhook.delivery.NoticeQuotaNear;
import io.lumia.kernel.access.Plan;
import io.lumia.platform.http.Admission;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Takes one request from a quota. */
@Singleton
@Requires(beans = {TakeQuota.class, NoticeQuotaNear.class, Peppers.class})
final class CountRequest {

    private final TakeQuota take;
    private final NoticeQuotaNear notice;
    private final Peppers peppers;
    private final Clock clock;

    CountRequest(TakeQuota take, NoticeQuotaNear notice, Peppers peppers, Clock clock) {
        this.take = take;
        this.notice = notice;
        this.peppers = peppers;
        this.clock = clock;
    }

    /** Of somebody by his network address. */
    Admission.Quota anonymous(String address) {
        return quota(take.take(QuotaSubject.anonymous(address, peppers.current()), QuotaTier.ANONYMOUS));
    }

    /** As many again, for signing in alone. */
    Admission.Quota signingIn(String address) {
        return quota(take.take(QuotaSubject.signingIn(address, peppers.current()), QuotaTier.ANONYMOUS));
    }

    /** Of somebody with an account, who hears by webhook when little is left. */
    Admission.Quota of(UserId user, Plan plan) {
        QuotaDecision decision = take.take(QuotaSubject.of(user), QuotaTier.of(plan));
        notice.notice(user, decision);
        return quota(decision);
    }

    private Admission.Quota quota(QuotaDecision decision) {
        return new Admission.Quota(
                decision.limit(),
                decision.remaining(),
                decision.resetSeconds(),
                decision.retryAfterSeconds(clock.instant()));
    }
}
