package io.lumia.recommendation;

import io.lumia.recommendation.advice.Advice;
import io.lumia.recommendation.advice.Basis;
import io.lumia.recommendation.advice.Basis.UniverseReport;
import io.lumia.recommendation.advice.Withheld;
import io.lumia.recommendation.advice.Withheld.Reason;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.explanation.Explainer;
import io.lumia.recommendation.portfolio.Candidate;
import io.lumia.recommendation.portfolio.Candidates;
import io.lumia.recommendation.portfolio.Frontier;
import io.lumia.recommendation.portfolio.PortfolioPlan;
import io.lumia.recommendation.portfolio.PortfolioPlan.Outcome;
import io.lumia.recommendation.request.Holding;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.score.AssetFeatures;
import io.lumia.recommendation.score.AssetScore;
import io.lumia.recommendation.score.Scorer;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.universe.Universe;
import io.lumia.recommendation.universe.UniverseFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What to hold: universe, scores, expected returns, portfolio, whole shares, reasons. The answer is a function of request, snapshot
 * and configuration alone; it reads no clock and no database, runs on one thread, and draws by a seed that comes of its inputs.
 */
public final class RecommendationEngine {

    /** Of the rules in this module. It changes whenever the same inputs would give another answer. */
    public static final String VERSION = "1";

    private final EngineConfiguration configuration;

    public RecommendationEngine(EngineConfiguration configuration) {
        this.configuration = configuration;
    }

    public EngineConfiguration configuration() {
        return configuration;
    }

    /**
     * @param request whose holdings the snapshot knows, with prices
     * @param market  which several requests may share
     * @param seed    of the projection
     */
    public Advice recommend(RecommendationRequest request, PreparedMarket market, long seed) {
        market.use(configuration);
        MarketSnapshot snapshot = market.snapshot();
        Universe universe = UniverseFilter.apply(configuration.universe(), request, snapshot, market::measures);
        Basis basis = basis(request, snapshot, universe, seed);
        List<Reason> reasons = Abstention.beforeScores(request, snapshot, universe, configuration);
        if (!reasons.isEmpty()) {
            return withheld(basis, reasons);
        }
        Chosen chosen = choose(request, market, universe);
        return switch (PortfolioPlan.make(chosen.candidates(), market.returns(), request, configuration)) {
            case Outcome.Planned planned
            when isEmpty(planned.plan()) ->
                withheld(basis, List.of(Abstention.capitalTooSmall(request, planned.plan())));
            case Outcome.Planned planned ->
                new Explainer(planned.plan(), request, configuration, snapshot, universe)
                        .explain(basis, ranks(chosen.features(), chosen.scores()), new SplittableRandom(seed));
            case Outcome.TooFewDays few ->
                withheld(basis, List.of(Abstention.tooFewDays(few.days(), configuration.universe())));
            case Outcome.NoWeights none -> withheld(basis, List.of(Abstention.noWeights(none.reason(), request)));
        };
    }

    /**
     * What else the portfolio could have been: the frontier that {@link #recommend} chose from. Empty where nothing is recommended.
     *
     * @param market which several requests may share
     */
    public Optional<Frontier> frontier(RecommendationRequest request, PreparedMarket market) {
        market.use(configuration);
        MarketSnapshot snapshot = market.snapshot();
        Universe universe = UniverseFilter.apply(configuration.universe(), request, snapshot, market::measures);
        if (!Abstention.beforeScores(request, snapshot, universe, configuration).isEmpty()) {
            return Optional.empty();
        }
        List<Candidate> candidates = choose(request, market, universe).candidates();
        return PortfolioPlan.make(candidates, market.returns(), request, configuration)
                                instanceof Outcome.Planned planned
                        && !isEmpty(planned.plan())
                ? Optional.of(Frontier.of(
                        planned.plan(),
                        request,
                        configuration,
                        snapshot.riskFree().annual()))
                : Optional.empty();
    }

    private record Chosen(List<AssetFeatures> features, List<AssetScore> scores, List<Candidate> candidates) {}

    private Chosen choose(RecommendationRequest request, PreparedMarket market, Universe universe) {
        List<AssetFeatures> features =
                universe.eligible().stream().map(market::features).toList();
        MarketSnapshot snapshot = market.snapshot();
        List<AssetScore> scores = new Scorer(configuration.scores(), request, snapshot.session()).score(features);
        List<Candidate> candidates = Candidates.choose(
                features,
                scores,
                held(request, snapshot),
                configuration.portfolio(),
                configuration.returns().mostDeviations());
        return new Chosen(features, scores, candidates);
    }

    private static Withheld withheld(Basis basis, List<Reason> reasons) {
        return new Withheld(basis, reasons, Advice.DISCLAIMER);
    }

    private static boolean isEmpty(PortfolioPlan plan) {
        return IntStream.range(0, plan.candidates().size())
                .allMatch(i -> plan.shares().shares()[i] == 0);
    }

    private Basis basis(RecommendationRequest request, MarketSnapshot snapshot, Universe universe, long seed) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        universe.counts().forEach((reason, count) -> {
            counts.put(reason.code(), count);
            words.add("%d %s".formatted(count, reason.words()));
        });
        UniverseReport report =
                new UniverseReport(universe.considered(), universe.eligible().size(), counts, words);
        return new Basis(
                snapshot.id(),
                snapshot.session(),
                request.asOf().instant(),
                snapshot.time().knownAt(),
                configuration.version(),
                VERSION,
                seed,
                report,
                snapshot.sentimentModel());
    }

    /** Weights of the capital that is held already, by asset id. */
    private static Map<String, Double> held(RecommendationRequest request, MarketSnapshot snapshot) {
        Map<String, Double> held = new HashMap<>();
        double capital = request.capital().doubleValue();
        for (Holding holding : request.holdings()) {
            snapshot.find(holding.asset())
                    .filter(asset -> !asset.prices().isEmpty())
                    .ifPresent(asset -> held.merge(
                            asset.id().toString(), value(holding, asset).doubleValue() / capital, Double::sum));
        }
        return held;
    }

    static BigDecimal value(Holding holding, SnapshotAsset asset) {
        return holding.shares().multiply(BigDecimal.valueOf(asset.prices().lastClose()));
    }

    private static Map<String, Integer> ranks(List<AssetFeatures> features, List<AssetScore> scores) {
        int[] order = IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores.get(i).overall())
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        Map<String, Integer> ranks = HashMap.newHashMap(order.length);
        for (int rank = 0; rank < order.length; rank++) {
            ranks.put(features.get(order[rank]).asset().id().toString(), rank + 1);
        }
        return ranks;
    }
}
