package io.lumia.functions.plancollection;

import io.lumia.collection.CallLedger;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.KeyNeed;
import io.lumia.market.provider.web.ProviderConfiguration;
import io.lumia.market.provider.web.ProviderSettings;
import io.lumia.market.provider.web.Quota;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many calls providers still take from us, by their quotas of an hour or longer and the ledger. Quotas of seconds and
 * minutes only set the pace.
 */
@Singleton
@Requires(beans = CallLedger.class)
class CallBudget {

    private static final Duration BUDGET_FROM = Duration.ofHours(1);

    private final CallLedger ledger;
    private final ProviderConfiguration configuration;
    private final Clock clock;

    CallBudget(CallLedger ledger, ProviderConfiguration configuration, Clock clock) {
        this.ledger = ledger;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** Of a job's providers together: what the first does not take any more, the next one may. */
    int remaining(List<Capabilities> chain) {
        List<Capabilities> usable = chain.stream().filter(this::isUsable).toList();
        if (usable.isEmpty()) {
            return Integer.MAX_VALUE; // no call will be made, and each item shall say why
        }
        long total = usable.stream().mapToLong(this::remaining).sum();
        return (int) Math.min(total, Integer.MAX_VALUE);
    }

    private boolean isUsable(Capabilities provider) {
        ProviderSettings settings = configuration.settingsOf(provider);
        return settings.enabled() && !(provider.key() == KeyNeed.REQUIRED && settings.key() == null);
    }

    private int remaining(Capabilities provider) {
        ProviderSettings settings = configuration.settingsOf(provider);
        Instant now = clock.instant();
        int least = Integer.MAX_VALUE;
        for (Quota quota : settings.quotas()) {
            if (quota.per().compareTo(BUDGET_FROM) >= 0) {
                int used = ledger.callsSince(provider.provider(), now.minus(quota.per()));
                least = Math.min(least, Math.max(0, quota.calls() - used));
            }
        }
        return least;
    }
}
