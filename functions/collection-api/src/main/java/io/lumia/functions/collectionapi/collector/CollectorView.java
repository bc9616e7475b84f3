package io.lumia.functions.collectionapi.collector;

import io.lumia.collection.Alarms.Alarm;
import io.lumia.collection.CallLedger.ProviderState;
import io.lumia.collection.CallLedger.QuotaUse;
import io.lumia.functions.collectionapi.alarm.AlarmView;
import io.lumia.market.AssetType;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capability;
import io.lumia.market.provider.web.ProviderSettings;
import io.lumia.market.provider.web.Quota;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A provider and what it declares about itself. */
@Serdeable
@Schema(name = "Collector", description = "A provider that facts can be collected from, as it declares itself.")
record CollectorView(
        @Schema(description = "The name in jobs and reports.")
        String provider,

        @Schema(description = "For people.") String title,

        @Schema(description = "Types of assets that it has anything of.")
        List<String> assetTypes,

        @Schema(description = "Datasets that it has anything of.")
        List<String> datasets,

        @Schema(
                description = "Whether it wants a key.",
                allowableValues = {"none", "optional", "required"})
        String key,

        @Schema(description = "Whether this installation has one; the key itself is never shown.")
        boolean keyConfigured,

        @Schema(description = "False where this installation asks it no more.")
        boolean enabled,

        @Schema(description = "How often it is asked at most, by one key, as configured or declared; all hold at once.")
        List<QuotaView> quotas,

        @Schema(
                description = "What it has done to its prices.",
                allowableValues = {"raw", "split_adjusted", "fully_adjusted"})
        String priceBasis,

        @Schema(description = "Of what names none.") String currency,

        @Schema(description = "What its terms allow, as far as known.")
        String terms,

        @Schema(description = "As it words it.") String licence,
        @Schema(description = "Who must be named.") String attribution,
        @Schema(description = "What it has, kind by kind.") List<Offer> offers,

        @Schema(description = "How calls to it went, by key; empty where it was never asked.")
        List<State> states,

        @Schema(description = "What is alarming about it: that its canary failed, for one.")
        List<AlarmView> alarms,

        @Schema(description = "JSON Schema of what collector, datasets and assets of a job of it may be.")
        Map<String, Object> options) {

    /** How it stands between us and it under one key. */
    @Serdeable
    @Schema(name = "CollectorState")
    record State(
            @Schema(description = "A short hash of the key, or keyless.")
            String keyId,

            @Schema(
                    description = "Open while it is not asked because it kept failing; half open while one call tries.",
                    allowableValues = {"closed", "open", "half_open"})
            String breaker,

            int consecutiveFailures,

            @Schema(description = "When one call may try; null while the breaker is closed.") @Nullable
            Instant openUntil,

            @Schema(description = "It asked us to wait so long; null where it never did.") @Nullable
            Instant blockedUntil,

            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastFailureAt,

            @Schema(description = "Outcome and detail; empty where there was none.")
            String lastFailure,

            @Schema(description = "What this key has used of each quota, in the order of quotas.")
            List<Budget> budgets) {

        static State of(ProviderState state, List<QuotaUse> uses) {
            return new State(
                    state.keyId(),
                    state.breaker(),
                    state.consecutiveFailures(),
                    state.openUntil(),
                    state.blockedUntil(),
                    state.lastSuccessAt(),
                    state.lastFailureAt(),
                    state.lastFailure(),
                    uses.stream().map(Budget::of).toList());
        }
    }

    /** What is used of a quota. */
    @Serdeable
    @Schema(name = "CollectorBudget", description = "What one key has used of a quota.")
    record Budget(
            @Schema(description = "Calls at most.") int calls,

            @Schema(description = "Within any stretch of so many seconds.")
            long seconds,

            @Schema(description = "Calls within the last stretch of this length.")
            int used,

            @Schema(description = "When the oldest of them does not count any more; null where none is used.") @Nullable
            Instant freeAt) {

        static Budget of(QuotaUse use) {
            return new Budget(use.quota().calls(), use.quota().per().toSeconds(), use.used(), use.freeAt());
        }
    }

    /** A number of calls within a stretch of time. */
    @Serdeable
    @Schema(name = "CollectorQuota")
    record QuotaView(
            @Schema(description = "Calls at most.") int calls,

            @Schema(description = "Within any stretch of so many seconds.")
            long seconds) {}

    /** One kind of fact. */
    @Serdeable
    @Schema(name = "CollectorOffer")
    record Offer(
            String dataset,
            @Schema(description = "For which assets.") List<String> assetTypes,
            @Schema(description = "What its rows hold.") List<String> fields,

            @Schema(description = "Where its history begins; null where it differs by symbol or is not known.")
            @Nullable
            LocalDate firstDate,

            @Schema(
                    description =
                            "How far back from today it answers, as an ISO 8601 period; null for all its history.")
            @Nullable
            String reach,

            @Schema(description = "How many symbols one request may be about.")
            int symbolsPerCall,

            @Schema(description = "Whether bars bring the corporate actions of the same days.")
            boolean withActions) {}

    static CollectorView of(Capabilities declared, ProviderSettings settings, List<State> states, List<Alarm> alarms) {
        return new CollectorView(
                declared.provider(),
                declared.title(),
                JobOptions.types(declared),
                JobOptions.datasets(declared),
                declared.key().code(),
                settings.key() != null,
                settings.enabled(),
                settings.quotas().stream().map(CollectorView::quota).toList(),
                declared.priceBasis().code(),
                declared.currency(),
                declared.terms(),
                declared.licence(),
                declared.attribution(),
                declared.offers().stream().map(CollectorView::offer).toList(),
                states,
                alarms.stream().map(AlarmView::of).toList(),
                JobOptions.of(declared));
    }

    private static QuotaView quota(Quota quota) {
        return new QuotaView(quota.calls(), quota.per().toSeconds());
    }

    private static Offer offer(Capability offer) {
        return new Offer(
                offer.dataset().code(),
                offer.types().stream().sorted().map(AssetType::code).toList(),
                offer.fields(),
                offer.firstDate(),
                offer.reach() == null ? null : offer.reach().toString(),
                offer.symbolsPerCall(),
                offer.withActions());
    }
}
