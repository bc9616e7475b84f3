package io.lumia.functions.recommendationapi.frontier;

import io.lumia.functions.recommendationapi.market.MarketCache;
import io.lumia.functions.recommendationapi.market.MarketOfThen;
import io.lumia.kernel.AsOf;
import io.lumia.recommendation.PreparedMarket;
import io.lumia.recommendation.RecommendationEngine;
import io.lumia.recommendation.configuration.Configurations;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.record.Outcome;
import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.recommendation.record.json.RecommendationJson;
import io.lumia.recommendation.request.RecommendationRequest;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The use case: a stored recommendation → the frontier that it was chosen from. The market of then may still be in memory. */
@Singleton
@Requires(beans = {MarketCache.class, MarketOfThen.class})
final class ShowFrontier {

    private final MarketCache markets;
    private final MarketOfThen marketOfThen;
    private final RecommendationJson json;

    ShowFrontier(MarketCache markets, MarketOfThen marketOfThen, RecommendationJson json) {
        this.markets = markets;
        this.marketOfThen = marketOfThen;
        this.json = json;
    }

    FrontierView of(StoredRecommendation stored) {
        if (stored.outcome() == Outcome.WITHHELD) {
            return FrontierView.none(stored, "nothing was recommended, so there is nothing that it was chosen from");
        }
        Optional<EngineConfiguration> configuration = Configurations.find(stored.configuration());
        if (configuration.isEmpty()) {
            return FrontierView.none(
                    stored, "configuration %s is not known to this release".formatted(stored.configuration()));
        }
        return of(stored, configuration.get());
    }

    private FrontierView of(StoredRecommendation stored, EngineConfiguration configuration) {
        PreparedMarket market = markets.find(stored.snapshotId())
                .orElseGet(() -> new PreparedMarket(marketOfThen.read(stored, configuration)));
        RecommendationRequest request = json.readRequest(stored.request()).request(AsOf.of(stored.asOf()));
        return new RecommendationEngine(configuration)
                .frontier(request, market)
                .map(frontier -> FrontierView.of(stored, market.snapshot().id(), frontier))
                .orElseGet(() -> FrontierView.none(
                        stored,
                        "with the rows that are in our books now nothing would be recommended; a replay names them"));
    }
}
