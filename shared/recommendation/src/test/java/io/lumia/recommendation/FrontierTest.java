package io.lumia.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.recommendation.configuration.Configurations;
import io.lumia.recommendation.portfolio.Frontier;
import io.lumia.recommendation.portfolio.Frontier.AssetPoint;
import io.lumia.recommendation.portfolio.Frontier.Point;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.request.RequestCheck;
import io.lumia.recommendation.request.RequestDraft;
import io.lumia.recommendation.request.RiskTolerance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrontierTest {

    private static final double ROUNDING = 1e-9;

    private final PreparedMarket market = new PreparedMarket(new SyntheticMarket(60, 1).snapshot());
    private final RecommendationEngine engine = new RecommendationEngine(Configurations.CURRENT);

    @ParameterizedTest
    @EnumSource(RiskTolerance.class)
    void asksMoreRiskForEachFurtherReturn(RiskTolerance risk) {
        List<Point> points = frontier(request(risk, "100000")).points();

        assertThat(points).hasSize(Frontier.POINTS);
        double step = points.get(1).expectedReturn() - points.get(0).expectedReturn();
        double dearer = 0;
        for (int k = 1; k < points.size(); k++) {
            double more = points.get(k).volatility() - points.get(k - 1).volatility();
            assertThat(points.get(k).expectedReturn() - points.get(k - 1).expectedReturn())
                    .isCloseTo(step, within(ROUNDING));
            assertThat(more).as("convex at " + k).isGreaterThanOrEqualTo(dearer - ROUNDING);
            dearer = more;
        }
    }

    @ParameterizedTest
    @EnumSource(RiskTolerance.class)
    void noPortfolioOfTheEngineLiesAboveIt(RiskTolerance risk) {
        Frontier frontier = frontier(request(risk, "100000"));
        Point optimum = frontier.optimum();

        assertThat(optimum.volatility()).isLessThanOrEqualTo(frontier.volatilityCap() + ROUNDING);
        assertThat(frontier.points())
                .filteredOn(point -> point.expectedReturn() <= optimum.expectedReturn())
                .isNotEmpty()
                .allSatisfy(
                        point -> assertThat(point.volatility()).isLessThanOrEqualTo(optimum.volatility() + ROUNDING));
    }

    @Test
    void placesAssetsByThemselvesAndTellsWhichAreHeld() {
        Frontier frontier = frontier(request(RiskTolerance.MODERATE, "100000"));

        double weights = 0;
        double expected = 0;
        for (AssetPoint asset : frontier.assets()) {
            weights += asset.weight();
            expected += asset.weight() * asset.expectedReturn();
        }
        assertThat(weights).isCloseTo(1, within(ROUNDING));
        assertThat(expected).isCloseTo(frontier.optimum().expectedReturn(), within(ROUNDING));
        double calmest = frontier.assets().stream()
                .mapToDouble(AssetPoint::volatility)
                .min()
                .orElseThrow();
        assertThat(frontier.points().getFirst().volatility())
                .as("many assets swing less than the calmest alone")
                .isLessThan(calmest);
    }

    @Test
    void thereIsNoneWhereNothingIsRecommended() {
        PreparedMarket few = new PreparedMarket(new SyntheticMarket(5, 1).snapshot());

        assertThat(engine.frontier(request(RiskTolerance.MODERATE, "25000"), few))
                .isEmpty();
        assertThat(engine.frontier(request(RiskTolerance.MODERATE, "5"), market))
                .isEmpty();
    }

    private Frontier frontier(RecommendationRequest request) {
        Optional<Frontier> frontier = engine.frontier(request, market);
        assertThat(frontier).isPresent();
        return frontier.orElseThrow();
    }

    private static RecommendationRequest request(RiskTolerance risk, String capital) {
        RequestDraft draft = new RequestDraft(
                new BigDecimal(capital),
                risk.code(),
                "medium",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null);
        return ((RequestCheck.Checked.Accepted) RequestCheck.check(draft, SyntheticMarket.AS_OF)).request();
    }
}
