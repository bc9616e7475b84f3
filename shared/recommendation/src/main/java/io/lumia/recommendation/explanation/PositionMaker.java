package io.lumia.recommendation.explanation;

import io.lumia.market.ExchangeCalendar;
import io.lumia.market.Fundamental;
import io.lumia.quant.risk.Performance;
import io.lumia.quant.risk.ReturnSeries;
import io.lumia.quant.risk.RiskContribution;
import io.lumia.recommendation.advice.Position;
import io.lumia.recommendation.advice.Position.Allocation;
import io.lumia.recommendation.advice.Position.AssetRisk;
import io.lumia.recommendation.advice.Position.Counterfactual;
import io.lumia.recommendation.advice.Position.Evidence;
import io.lumia.recommendation.advice.Position.Rationale;
import io.lumia.recommendation.advice.Position.ScoreContribution;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.portfolio.Candidate;
import io.lumia.recommendation.portfolio.PortfolioPlan;
import io.lumia.recommendation.request.Holding;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.score.Part;
import io.lumia.recommendation.score.PartScore;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.signals.sentiment.SentimentDay.Contribution;
import io.lumia.signals.sentiment.SentimentRules;
import io.lumia.signals.sentiment.SentimentSeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the answer says about each asset of the portfolio. */
final class PositionMaker {

    private final PortfolioPlan plan;
    private final PortfolioHistory history;
    private final RiskContribution risk;
    private final RecommendationRequest request;
    private final EngineConfiguration configuration;
    private final MarketSnapshot snapshot;
    private final double[] weights;

    PositionMaker(
            PortfolioPlan plan,
            PortfolioHistory history,
            RiskContribution risk,
            RecommendationRequest request,
            EngineConfiguration configuration,
            MarketSnapshot snapshot) {
        this.plan = plan;
        this.history = history;
        this.risk = risk;
        this.request = request;
        this.configuration = configuration;
        this.snapshot = snapshot;
        this.weights = plan.found().weights(plan.candidates().size());
    }

    /**
     * @param position of the candidate
     * @param rank     of its score in the universe, 1 for the best
     */
    Position position(int position, int rank, List<Counterfactual> counterfactuals) {
        Candidate candidate = plan.candidates().get(position);
        SnapshotAsset asset = candidate.asset();
        return new Position(
                asset.id(),
                asset.symbol(),
                asset.definition().name(),
                asset.definition().type().code(),
                asset.definition().sector(),
                allocation(position),
                plan.estimate().expected()[position],
                rationale(candidate, rank),
                evidence(candidate),
                risk(position),
                counterfactuals);
    }

    private Allocation allocation(int position) {
        Candidate candidate = plan.candidates().get(position);
        long shares = plan.shares().shares()[position];
        BigDecimal price = BigDecimal.valueOf(candidate.price());
        return new Allocation(
                history.weights()[position],
                weights[position],
                price.multiply(BigDecimal.valueOf(shares)),
                shares,
                BigDecimal.valueOf(shares).subtract(heldShares(candidate.asset())),
                price,
                candidate.asset().prices().lastDate());
    }

    private BigDecimal heldShares(SnapshotAsset asset) {
        return request.holdings().stream()
                .filter(holding -> snapshot.find(holding.asset()).stream().anyMatch(asset::equals))
                .map(Holding::shares)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Rationale rationale(Candidate candidate, int rank) {
        List<ScoreContribution> contributions = candidate.score().contributions().stream()
                .map(part -> new ScoreContribution(
                        part.feature().code(),
                        part.feature().part().code(),
                        part.value(),
                        part.percentile(),
                        part.weight(),
                        part.contribution()))
                .toList();
        return new Rationale(
                candidate.score().overall(),
                candidate.score().confidence(),
                known(candidate, Part.TECHNICAL),
                known(candidate, Part.SENTIMENT),
                known(candidate, Part.FUNDAMENTAL),
                rank,
                candidate.score().preference(),
                contributions,
                Words.of(candidate));
    }

    private static @Nullable Double known(Candidate candidate, Part part) {
        PartScore score = candidate.score().part(part);
        return score.isKnown() ? score.score() : null;
    }

    private Evidence evidence(Candidate candidate) {
        SnapshotAsset asset = candidate.asset();
        List<String> facts = candidate.features().reports().stream()
                .map(PositionMaker::name)
                .sorted()
                .toList();
        return new Evidence("%s %s".formatted(asset.symbol(), asset.prices().lastDate()), articles(asset), facts);
    }

    private static String name(Fundamental fact) {
        return "%s %s %s".formatted(fact.metric(), fact.periodEnd(), fact.reportedAt());
    }

    private List<UUID> articles(SnapshotAsset asset) {
        if (asset.mentions().isEmpty()) {
            return List.of();
        }
        ExchangeCalendar calendar = ExchangeCalendar.of(asset.definition());
        LocalDate session = snapshot.session();
        return new SentimentSeries(asset.mentions(), calendar, SentimentRules.USUAL)
                .contributions(session).stream()
                        .filter(contribution -> contribution.share() > 0)
                        .map(Contribution::articleId)
                        .toList();
    }

    private AssetRisk risk(int position) {
        ReturnSeries own = history.of(plan, position);
        double sessions = configuration.returns().sessionsPerYear();
        Double beta = snapshot.find(request.benchmark())
                .flatMap(benchmark -> history.beta(own, benchmark))
                .orElse(null);
        return new AssetRisk(
                beta,
                Performance.volatility(own, sessions),
                Performance.sharpe(own, snapshot.riskFree().annual(), sessions),
                risk.relative()[position]);
    }
}
