package io.lumia.recommendation;

import io.lumia.quant.optimise.Limit;
import io.lumia.quant.optimise.OptimisationResult.AttainableRange;
import io.lumia.quant.optimise.OptimisationResult.Infeasible;
import io.lumia.recommendation.advice.Withheld.Code;
import io.lumia.recommendation.advice.Withheld.Reason;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.configuration.Spread;
import io.lumia.recommendation.configuration.UniverseRules;
import io.lumia.recommendation.portfolio.Candidate;
import io.lumia.recommendation.portfolio.PortfolioPlan;
import io.lumia.recommendation.portfolio.PortfolioWeights;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.universe.ExclusionReason;
import io.lumia.recommendation.universe.Universe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** When there is nothing to recommend. */
final class Abstention {

    private Abstention() {}

    static List<Reason> beforeScores(
            RecommendationRequest request,
            MarketSnapshot snapshot,
            Universe universe,
            EngineConfiguration configuration) {
        if (snapshot.assets().stream().allMatch(asset -> asset.prices().isEmpty())) {
            return List.of(new Reason(
                    Code.NO_PRICES,
                    "our books have no prices up to " + snapshot.session(),
                    "collect prices, or ask about a later day"));
        }
        List<Reason> reasons = new ArrayList<>();
        Map<ExclusionReason, Integer> counts = universe.counts();
        int ill = counts.getOrDefault(ExclusionReason.STALE_PRICE, 0)
                + counts.getOrDefault(ExclusionReason.LOW_DATA_HEALTH, 0);
        if (ill > universe.eligible().size()) {
            reasons.add(
                    new Reason(
                            Code.DATA_HEALTH,
                            "%d assets have old, missing or doubted prices, %d have not"
                                    .formatted(ill, universe.eligible().size()),
                            "close the gaps in our books (GET /api/v1/collection/gaps shows them), or ask as of an earlier day"));
        }
        addBreadth(request, universe, configuration, reasons);
        return reasons;
    }

    private static void addBreadth(
            RecommendationRequest request, Universe universe, EngineConfiguration configuration, List<Reason> reasons) {
        Spread spread = configuration.portfolio().spread(request.diversification());
        int needed = Math.max(configuration.universe().minimumAssets(), spread.minimumAssets());
        if (universe.eligible().size() < needed) {
            reasons.add(new Reason(
                    Code.TOO_FEW_ASSETS,
                    "%d assets can be recommended, %d are needed"
                            .formatted(universe.eligible().size(), needed),
                    "allow more asset types or sectors, exclude less, or collect more history"));
        }
    }

    static Reason capitalTooSmall(RecommendationRequest request, PortfolioPlan plan) {
        double cheapest =
                plan.candidates().stream().mapToDouble(Candidate::price).min().orElse(0);
        return new Reason(
                Code.CAPITAL_TOO_SMALL,
                "%s %s buy no whole share of any asset within the limits"
                        .formatted(request.capital().toPlainString(), request.currency()),
                "a share of the cheapest candidate costs %s; several positions need several times that"
                        .formatted(BigDecimal.valueOf(cheapest).toPlainString()));
    }

    static Reason tooFewDays(int days, UniverseRules rules) {
        return new Reason(
                Code.TOO_FEW_COMMON_DAYS,
                "the candidates have prices together on %d days, %d are needed"
                        .formatted(days, rules.minimumSessions() / 2),
                "leave out asset types that trade on other days, or collect more history");
    }

    static Reason noWeights(PortfolioWeights reason, RecommendationRequest request) {
        return switch (reason) {
            case PortfolioWeights.Unattainable unattainable -> conflict(unattainable.infeasible(), request);
            case PortfolioWeights.Unfinished unfinished ->
                new Reason(
                        Code.NOT_CONVERGED,
                        "the optimiser reached its bound: " + unfinished.bound(),
                        "this is ours to mend; another diversification_preference may help meanwhile");
            case PortfolioWeights.Found _ -> throw new IllegalStateException("weights were found");
        };
    }

    private static Reason conflict(Infeasible infeasible, RecommendationRequest request) {
        String limits = infeasible.conflicts().stream().map(Limit::words).collect(Collectors.joining("; "));
        String ranges =
                infeasible.attainable().stream().map(AttainableRange::words).collect(Collectors.joining("; "));
        boolean byRisk =
                infeasible.conflicts().stream().anyMatch(limit -> limit.kind() == Limit.Kind.MAXIMAL_VOLATILITY);
        String message = "no portfolio meets %s; attainable: %s".formatted(limits, ranges);
        return byRisk
                ? new Reason(
                        Code.VOLATILITY_CAP_UNATTAINABLE,
                        message,
                        "more risk than %s, or more calm assets, such as bond funds, among those that can be recommended"
                                .formatted(request.riskTolerance().code()))
                : new Reason(Code.LIMITS_CONFLICT, message, "another diversification_preference, or fewer exclusions");
    }
}
