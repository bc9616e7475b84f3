package io.lumia.functions.recommendationapi.replay;

import io.lumia.functions.recommendationapi.market.MarketOfThen;
import io.lumia.functions.recommendationapi.replay.ReplayView.CauseView;
import io.lumia.functions.recommendationapi.replay.ReplayView.DifferenceView;
import io.lumia.kernel.AsOf;
import io.lumia.recommendation.PreparedMarket;
import io.lumia.recommendation.RecommendationEngine;
import io.lumia.recommendation.advice.Advice;
import io.lumia.recommendation.configuration.Configurations;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.recommendation.record.json.JsonDifferences;
import io.lumia.recommendation.record.json.RecommendationJson;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * The use case: a stored recommendation → the same computation again → whether it says the same. The snapshot is read from our
 * books and never taken from memory: that nobody changed them is what is to be shown.
 */
@Singleton
@Requires(beans = {MarketOfThen.class, ReplayCauses.class})
final class Replay {

    /** More are not shown. */
    static final int MAX_DIFFERENCES = 100;

    private final MarketOfThen marketOfThen;
    private final ReplayCauses causes;
    private final RecommendationJson json;
    private final JsonDifferences differences;

    Replay(MarketOfThen marketOfThen, ReplayCauses causes, RecommendationJson json, JsonDifferences differences) {
        this.marketOfThen = marketOfThen;
        this.causes = causes;
        this.json = json;
        this.differences = differences;
    }

    ReplayView replay(StoredRecommendation stored) {
        Optional<EngineConfiguration> configuration = Configurations.find(stored.configuration());
        return configuration
                .map(known -> replay(stored, known))
                .orElseGet(() -> ReplayView.impossible(stored, ReplayCauses.noConfiguration(stored)));
    }

    private ReplayView replay(StoredRecommendation stored, EngineConfiguration configuration) {
        MarketSnapshot snapshot = marketOfThen.read(stored, configuration);
        RecommendationRequest request = json.readRequest(stored.request()).request(AsOf.of(stored.asOf()));
        Advice advice =
                new RecommendationEngine(configuration).recommend(request, new PreparedMarket(snapshot), stored.seed());
        String hash = json.resultHash(advice);
        List<CauseView> found = causes.of(stored, snapshot, hash);
        List<DifferenceView> different = hash.equals(stored.resultHash())
                ? List.of()
                : differences.between(stored.answer(), json.write(advice), MAX_DIFFERENCES).stream()
                        .map(DifferenceView::of)
                        .toList();
        return ReplayView.of(stored, snapshot.id(), hash, found, different);
    }
}
