package io.lumia.accounts.webhook.delivery;

import io.lumia.accounts.UserId;
import io.lumia.accounts.quota.QuotaDecision;
import io.lumia.accounts.quota.QuotaDecision.Granted;
import io.lumia.accounts.quota.QuotaDecision.Refused;
import io.lumia.accounts.quota.QuotaLevel;
import io.lumia.accounts.quota.QuotaSubject;
import io.lumia.accounts.quota.Quotas;
import io.lumia.accounts.quota.TakeQuota;
import io.lumia.accounts.webhook.WebhookEvent;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.util.Optional;

/**
 * Tells an owner whose requests have just reached 80 % of his hour's quota, and again when they have used up all of it; each
 * at most once within any hour. Whoever decides about a request calls it after {@link TakeQuota}; a request that reaches
 * neither costs nothing.
 */
public final class NoticeQuotaNear {

    private final Quotas quotas;
    private final PublishWebhook publishing;
    private final Transactions transactions;
    private final Clock clock;

    public NoticeQuotaNear(Quotas quotas, PublishWebhook publishing, Transactions transactions, Clock clock) {
        this.quotas = quotas;
        this.publishing = publishing;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param owner of the key, whose keys and own requests count together
     * @return how many endpoints will hear of it
     */
    public int notice(UserId owner, QuotaDecision decision) {
        return switch (decision) {
            case Granted granted ->
                reached(granted).map(level -> tell(owner, granted, level)).orElse(0);
            case Refused _ -> 0; // the one before it was told
        };
    }

    private static Optional<QuotaLevel> reached(Granted granted) {
        if (granted.remaining() == 0) {
            return Optional.of(QuotaLevel.USED_UP);
        }
        return granted.reachesNear() ? Optional.of(QuotaLevel.NEAR) : Optional.empty();
    }

    private int tell(UserId owner, Granted granted, QuotaLevel level) {
        WebhookEvent event = new WebhookEvent.QuotaNear(granted.limit(), granted.remaining(), granted.resetAt());
        return transactions.inTransaction(() -> {
            boolean isNews = quotas.note(QuotaSubject.of(owner), level, TakeQuota.WINDOW, clock.instant());
            return isNews ? publishing.publish(event, new Audience.Owner(owner)) : 0;
        });
    }
}
