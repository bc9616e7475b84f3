package io.lumia.recommendation.explanation;

import static io.lumia.recommendation.explanation.SummaryMaker.percent;

import io.lumia.quant.risk.RiskContribution;
import io.lumia.recommendation.advice.Advice;
import io.lumia.recommendation.advice.Basis;
import io.lumia.recommendation.advice.PortfolioSummary;
import io.lumia.recommendation.advice.Position;
import io.lumia.recommendation.advice.Position.Counterfactual;
import io.lumia.recommendation.advice.Projection;
import io.lumia.recommendation.advice.Recommended;
import io.lumia.recommendation.advice.Recommended.NextInLine;
import io.lumia.recommendation.advice.Recommended.Sale;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.portfolio.Alternatives;
import io.lumia.recommendation.portfolio.Candidate;
import io.lumia.recommendation.portfolio.PortfolioPlan;
import io.lumia.recommendation.request.EsgPreference;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.universe.Universe;
import io.lumia.recommendation.universe.UniverseFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Makes the answer of a plan: positions with their reasons, the portfolio's figures, what could become of it, and doubts. */
public final class Explainer {

    private static final int NEXT_IN_LINE = 3;

    private final PortfolioPlan plan;
    private final RecommendationRequest request;
    private final EngineConfiguration configuration;
    private final MarketSnapshot snapshot;
    private final Universe universe;
    private final PortfolioHistory history;
    private final SummaryMaker summaries;

    public Explainer(
            PortfolioPlan plan,
            RecommendationRequest request,
            EngineConfiguration configuration,
            MarketSnapshot snapshot,
            Universe universe) {
        this.plan = plan;
        this.request = request;
        this.configuration = configuration;
        this.snapshot = snapshot;
        this.universe = universe;
        this.history = PortfolioHistory.of(plan, request.capital());
        this.summaries = new SummaryMaker(plan, history, request, configuration, snapshot);
    }

    /**
     * @param ranks  of each candidate's score in the universe, 1 for the best
     * @param random of the projection, from the basis' seed
     */
    public Recommended explain(Basis basis, Map<String, Integer> ranks, RandomGenerator random) {
        Alternatives alternatives = new Alternatives(plan, request, configuration);
        List<Position> positions = positions(ranks, alternatives);
        PortfolioSummary summary = summaries.summary();
        double sessions = configuration.returns().sessionsPerYear();
        Projection projection = new ProjectionMaker(
                        history.returns(), summary.expectedReturn() / sessions, configuration.report(), random)
                .project(
                        request.capital().doubleValue(),
                        configuration.portfolio().months(request.horizon()));
        return new Recommended(
                basis,
                positions,
                summary,
                projection,
                nextInLine(alternatives),
                sales(),
                warnings(summary),
                PlainLanguage.of(request, basis.universe(), positions, summary, projection),
                Advice.DISCLAIMER);
    }

    private List<Position> positions(Map<String, Integer> ranks, Alternatives alternatives) {
        RiskContribution risk = summaries.contributions();
        PositionMaker maker = new PositionMaker(plan, history, risk, request, configuration, snapshot);
        int[] bySize = IntStream.range(0, plan.candidates().size())
                .filter(i -> plan.shares().shares()[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -history.weights()[i])
                        .thenComparing(i -> plan.candidates().get(i).symbol()))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Position> positions = new ArrayList<>();
        for (int i : bySize) {
            boolean looked = positions.size() < configuration.report().counterfactuals();
            String id = plan.candidates().get(i).asset().id().toString();
            positions.add(maker.position(
                    i, ranks.getOrDefault(id, 0), looked ? counterfactuals(i, alternatives) : List.of()));
        }
        return positions;
    }

    private List<Counterfactual> counterfactuals(int position, Alternatives alternatives) {
        double now = plan.estimate().expected()[position];
        OptionalDouble threshold = alternatives.leavesBelow(position);
        if (threshold.isEmpty()) {
            return List.of(new Counterfactual(
                    "limits", now, now, "the limits cannot be met without it, whatever is expected of it"));
        }
        List<Counterfactual> found = new ArrayList<>();
        double below = threshold.getAsDouble();
        if (below >= now) {
            // Among all candidates it would have too small a part; it is there because such parts were dropped.
            return found;
        }
        found.add(new Counterfactual(
                "expected_return",
                now,
                below,
                "it would leave if %s a year or less were expected of it instead of %s"
                        .formatted(percent(below), percent(now))));
        score(position, below - now).ifPresent(found::add);
        return found;
    }

    /** The same in terms of the overall score, by how much its view moves what is expected of it. */
    private java.util.Optional<Counterfactual> score(int position, double change) {
        Candidate candidate = plan.candidates().get(position);
        double perPoint = plan.estimate().perScorePoint()[position];
        double needed = candidate.score().overall() + change / perPoint;
        if (!(perPoint > 0) || !(needed >= 0)) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(new Counterfactual(
                "overall_score",
                candidate.score().overall(),
                needed,
                String.format(
                        java.util.Locale.ROOT,
                        "it would leave if its overall score fell from %.2f to %.2f",
                        candidate.score().overall(),
                        needed)));
    }

    private List<NextInLine> nextInLine(Alternatives alternatives) {
        return alternatives.nextInLine(NEXT_IN_LINE).stream()
                .map(outsider -> new NextInLine(
                        plan.candidates().get(outsider.position()).symbol(),
                        plan.candidates().get(outsider.position()).score().overall(),
                        plan.estimate().expected()[outsider.position()],
                        outsider.threshold()))
                .toList();
    }

    private List<Sale> sales() {
        List<Sale> sales = new ArrayList<>();
        for (var holding : request.holdings()) {
            snapshot.find(holding.asset()).filter(asset -> !isHeld(asset)).ifPresent(asset -> {
                String reason =
                        universe.whyNot(asset).map(found -> found.words()).orElse("others promise more for their risk");
                sales.add(new Sale(asset.symbol(), holding.shares(), reason));
            });
        }
        return sales;
    }

    private boolean isHeld(SnapshotAsset asset) {
        return IntStream.range(0, plan.candidates().size())
                .anyMatch(i -> plan.shares().shares()[i] > 0
                        && plan.candidates().get(i).asset().equals(asset));
    }

    private List<String> warnings(PortfolioSummary summary) {
        List<String> warnings = new ArrayList<>();
        if (!snapshot.riskFree().isKnown()) {
            warnings.add("no risk-free rate is known: 0 is used");
        }
        if (plan.estimate().equalMarket()) {
            warnings.add("no market capitalisation is known: the market is taken to hold all candidates alike");
        }
        if (summary.beta() == null) {
            warnings.add("no beta: the benchmark %s has too few prices in our books".formatted(request.benchmark()));
        }
        if (plan.found().keptSmall()) {
            warnings.add("positions are smaller or more than wanted: the limits cannot be met without them");
        }
        if (summary.cash().percentage() > configuration.report().cashWarning()) {
            warnings.add("%s of the capital stay in cash: the capital is small for whole shares of these prices"
                    .formatted(percent(summary.cash().percentage())));
        }
        addUnknown(warnings);
        return warnings;
    }

    private void addUnknown(List<String> warnings) {
        if (plan.estimate().common().left() > 0) {
            warnings.add("%d days on which an asset has no price are left out of all returns"
                    .formatted(plan.estimate().common().left()));
        }
        if (request.esg() != EsgPreference.NONE
                && universe.eligible().stream()
                        .noneMatch(asset -> UniverseFilter.esgScore(asset).isPresent())) {
            warnings.add("esg_preference has no effect: no source gives an ESG score for any of the assets");
        }
        for (String excluded : request.excludedAssets()) {
            if (snapshot.find(excluded).isEmpty()) {
                warnings.add("excluded_assets: %s is not in our books".formatted(excluded));
            }
        }
        requireSectors("preferred_sectors", request.preferredSectors(), warnings);
        requireSectors("excluded_sectors", request.excludedSectors(), warnings);
    }

    private void requireSectors(String field, java.util.Set<String> sectors, List<String> warnings) {
        for (String sector : sectors) {
            if (snapshot.assets().stream().noneMatch(asset -> asset.sector().equalsIgnoreCase(sector))) {
                warnings.add("%s: no asset in our books has the sector %s".formatted(field, sector));
            }
        }
    }
}
