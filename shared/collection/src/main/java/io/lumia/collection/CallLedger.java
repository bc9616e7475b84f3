package io.lumia.collection;

import io.lumia.market.provider.web.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is remembered of calls to web providers, for people and for housekeeping. */
public interface CallLedger {

    /** Longer than any quota's stretch and than a year's report. */
    Duration KEPT = Duration.ofDays(400);

    /** How it stands with every provider that was ever asked, by name and key. */
    List<ProviderState> states();

    /** How many calls a provider got from us since an instant, by whatever key. */
    int callsSince(String provider, Instant since);

    /**
     * How much of their quotas is used under some keys at an instant, counted as a call is granted.
     *
     * @return for each of the keys, in their order, each of its quotas, in theirs
     */
    List<List<QuotaUse>> uses(List<KeyQuotas> keys, Instant at);

    /** Removes calls that are older than {@link #KEPT} at an instant, at most so many. Returns how many those were. */
    int prune(Instant at, int limit);

    /**
     * How it stands with a provider under one key.
     *
     * @param keyId        a short hash of the key, or {@code keyless}
     * @param breaker      closed, open or half_open
     * @param openUntil    when a probe may go; null while closed
     * @param blockedUntil the provider asked us to wait so long; null where it never did
     * @param lastFailure  outcome and detail; empty where there was none
     */
    record ProviderState(
            String provider,
            String keyId,
            String breaker,
            int consecutiveFailures,
            @Nullable Instant openUntil,
            @Nullable Instant blockedUntil,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastFailureAt,
            String lastFailure) {}

    /** What one key may be used for at a provider. */
    record KeyQuotas(String provider, String keyId, List<Quota> quotas) {

        public KeyQuotas {
            quotas = List.copyOf(quotas);
        }
    }

    /**
     * How much of a quota is used.
     *
     * @param used   calls within the last stretch of its length
     * @param freeAt when the oldest of them does not count any more, so that one more may go; null where none is used
     */
    record QuotaUse(Quota quota, int used, @Nullable Instant freeAt) {}
}
