package io.lumia.recommendation.universe;

import io.lumia.recommendation.configuration.UniverseRules;
import io.lumia.recommendation.request.EsgPreference;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides which assets can be recommended. */
public final class UniverseFilter {

    private final UniverseRules rules;
    private final RecommendationRequest request;
    private final LocalDate session;
    private final Set<String> excludedSectors = new HashSet<>();
    private final Function<SnapshotAsset, AssetMeasures> measures;

    private UniverseFilter(
            UniverseRules rules,
            RecommendationRequest request,
            MarketSnapshot snapshot,
            Function<SnapshotAsset, AssetMeasures> measures) {
        this.rules = rules;
        this.measures = measures;
        this.request = request;
        this.session = snapshot.session();
        request.excludedSectors().forEach(sector -> excludedSectors.add(folded(sector)));
    }

    public static Universe apply(UniverseRules rules, RecommendationRequest request, MarketSnapshot snapshot) {
        return apply(rules, request, snapshot, new AssetMeasures.Gauge(rules, snapshot.session())::measure);
    }

    /** @param measures of an asset, which do not depend on the request */
    public static Universe apply(
            UniverseRules rules,
            RecommendationRequest request,
            MarketSnapshot snapshot,
            Function<SnapshotAsset, AssetMeasures> measures) {
        UniverseFilter filter = new UniverseFilter(rules, request, snapshot, measures);
        List<SnapshotAsset> eligible = new ArrayList<>();
        Map<String, ExclusionReason> exclusions = new HashMap<>();
        for (SnapshotAsset asset : snapshot.assets()) {
            Optional<ExclusionReason> reason = filter.reason(asset);
            reason.ifPresentOrElse(found -> exclusions.put(asset.id().toString(), found), () -> eligible.add(asset));
        }
        return new Universe(eligible, snapshot.assets().size(), exclusions);
    }

    private Optional<ExclusionReason> reason(SnapshotAsset asset) {
        return byRequest(asset)
                .or(() -> byEsg(asset))
                .or(() -> byPrices(measures.apply(asset)))
                .or(() -> bySize(measures.apply(asset)));
    }

    private Optional<ExclusionReason> byRequest(SnapshotAsset asset) {
        if (!asset.livesOn(session)) {
            return Optional.of(ExclusionReason.NOT_ALIVE);
        }
        if (!request.assetTypes().contains(asset.definition().type())) {
            return Optional.of(ExclusionReason.ASSET_TYPE);
        }
        if (!asset.definition().currency().equals(request.currency())) {
            return Optional.of(ExclusionReason.OTHER_CURRENCY);
        }
        if (request.excludedAssets().contains(asset.symbol())
                || request.excludedAssets().contains(asset.id().toString())) {
            return Optional.of(ExclusionReason.EXCLUDED_BY_REQUEST);
        }
        return excludedSectors.contains(folded(asset.sector()))
                ? Optional.of(ExclusionReason.EXCLUDED_SECTOR)
                : Optional.empty();
    }

    private Optional<ExclusionReason> byEsg(SnapshotAsset asset) {
        if (request.esg() != EsgPreference.REQUIRE) {
            return Optional.empty();
        }
        OptionalDouble score = esgScore(asset);
        if (score.isEmpty()) {
            return Optional.of(ExclusionReason.ESG_UNKNOWN);
        }
        return score.getAsDouble() < rules.minimumEsg() ? Optional.of(ExclusionReason.LOW_ESG) : Optional.empty();
    }

    /** The asset's {@value EsgPreference#ATTRIBUTE}, 0 to 100; empty where its source gives none or no such number. */
    public static OptionalDouble esgScore(SnapshotAsset asset) {
        @Nullable String text = asset.definition().attributes().get(EsgPreference.ATTRIBUTE);
        if (text == null || !text.matches("\\d{1,3}(\\.\\d{1,6})?") || Double.parseDouble(text) > 100) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(text));
    }

    private Optional<ExclusionReason> byPrices(AssetMeasures measures) {
        if (measures.sessions() < rules.minimumSessions()) {
            return Optional.of(ExclusionReason.SHORT_HISTORY);
        }
        if (measures.isStale()) {
            return Optional.of(ExclusionReason.STALE_PRICE);
        }
        return measures.health() < rules.minimumHealth()
                ? Optional.of(ExclusionReason.LOW_DATA_HEALTH)
                : Optional.empty();
    }

    /** What is not known about its size does not exclude an asset; that nobody knows how much is traded does. */
    private Optional<ExclusionReason> bySize(AssetMeasures measures) {
        if (!(measures.dollarVolume() >= rules.minimumDollarVolume())) {
            return Optional.of(ExclusionReason.LOW_DOLLAR_VOLUME);
        }
        return measures.marketCap() < rules.minimumMarketCap()
                ? Optional.of(ExclusionReason.LOW_MARKET_CAP)
                : Optional.empty();
    }

    private static String folded(String sector) {
        return sector.toLowerCase(Locale.ROOT);
    }
}
