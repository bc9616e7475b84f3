package io.lumia.recommendation.portfolio;

import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.snapshot.DailyPrices;
import java.util.List;

/**
 * A portfolio on its way to an answer.
 *
 * @param candidates in the snapshot's order
 * @param estimate   of them
 * @param found      the weights
 * @param shares     whole ones, by candidate
 */
public record PortfolioPlan(
        List<Candidate> candidates, ReturnEstimate estimate, PortfolioWeights.Found found, SharePlan shares) {

    public PortfolioPlan {
        candidates = List.copyOf(candidates);
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Planned(PortfolioPlan plan) implements Outcome {}

        /** @param days on which all candidates have prices */
        record TooFewDays(int days) implements Outcome {}

        record NoWeights(PortfolioWeights reason) implements Outcome {}
    }

    /** Estimates, optimises, and buys whole shares. */
    public static Outcome make(
            List<Candidate> candidates,
            ReturnModel model,
            RecommendationRequest request,
            EngineConfiguration configuration) {
        List<DailyPrices> prices =
                candidates.stream().map(candidate -> candidate.asset().prices()).toList();
        int days = CommonReturns.days(prices);
        if (days < configuration.universe().minimumSessions() / 2) {
            return new Outcome.TooFewDays(days);
        }
        ReturnEstimate estimate = model.estimate(candidates, configuration.returns(), request.horizon());
        PortfolioTask task = task(candidates, estimate, request, configuration);
        PortfolioWeights weights =
                new PortfolioOptimiser(task, configuration.portfolio().pruningRounds()).optimise();
        if (!(weights instanceof PortfolioWeights.Found found)) {
            return new Outcome.NoWeights(weights);
        }
        SharePlan shares = SharePlan.of(
                candidates,
                found.weights(candidates.size()),
                request.capital(),
                task.spread(),
                configuration.portfolio().exactShareNodes());
        return new Outcome.Planned(new PortfolioPlan(candidates, estimate, found, shares));
    }

    static PortfolioTask task(
            List<Candidate> candidates,
            ReturnEstimate estimate,
            RecommendationRequest request,
            EngineConfiguration configuration) {
        return PortfolioTask.of(
                candidates, estimate.expected(), estimate.covariance().matrix(), request, configuration.portfolio());
    }
}
