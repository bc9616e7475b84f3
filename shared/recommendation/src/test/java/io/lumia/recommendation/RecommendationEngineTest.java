package io.lumia.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.recommendation.advice.Advice;
import io.lumia.recommendation.advice.Position;
import io.lumia.recommendation.advice.Recommended;
import io.lumia.recommendation.advice.Withheld;
import io.lumia.recommendation.configuration.Configurations;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.configuration.Spread;
import io.lumia.recommendation.request.DiversificationPreference;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.request.RequestCheck;
import io.lumia.recommendation.request.RequestDraft;
import io.lumia.recommendation.request.RequestDraft.HoldingDraft;
import io.lumia.recommendation.request.RiskTolerance;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecommendationEngineTest {

    private static final EngineConfiguration CONFIGURATION = Configurations.CURRENT;
    private static final long SEED = 42;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdsEveryLimit(long seed) {
        int answered = 0;
        for (RiskTolerance risk : RiskTolerance.values()) {
            for (DiversificationPreference preference : DiversificationPreference.values()) {
                Spread spread = CONFIGURATION.portfolio().spread(preference);

                Advice advice = ask(new SyntheticMarket(60, seed).snapshot(), draft(risk, preference, "100000"));

                if (advice instanceof Recommended recommended) {
                    Map<String, Double> sectors = new HashMap<>();
                    for (Position position : recommended.positions()) {
                        double weight = position.allocation().percentage();
                        assertThat(weight).isPositive().isLessThanOrEqualTo(spread.maximumWeight() + 1e-9);
                        sectors.merge(String.valueOf(position.sector()), weight, Double::sum);
                    }
                    sectors.remove("null");
                    assertThat(sectors.values()).allMatch(weight -> weight <= spread.maximumSector() + 1e-9);
                    assertThat(recommended.summary().residual()).isLessThan(1e-9);
                    assertThat(recommended.positions()).hasSizeLessThanOrEqualTo(spread.maximumAssets());
                    answered++;
                }
            }
        }
        assertThat(answered).isGreaterThanOrEqualTo(6);
    }

    @Test
    void spendsNoMoreThanThereIsToTheCent() {
        Recommended recommended = recommended(ask(market(), draft(RiskTolerance.MODERATE, "25000")));

        BigDecimal spent = recommended.positions().stream()
                .map(position -> position.allocation().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(spent.add(recommended.summary().cash().amount())).isEqualByComparingTo("25000");
        assertThat(recommended.summary().cash().amount().signum()).isNotNegative();
        double weights = recommended.positions().stream()
                .mapToDouble(position -> position.allocation().percentage())
                .sum();
        assertThat(weights + recommended.summary().cash().percentage()).isCloseTo(1, within(1e-12));
        double targets = recommended.positions().stream()
                .mapToDouble(position -> position.allocation().target())
                .sum();
        assertThat(targets).isCloseTo(1, within(0.021));
    }

    @Test
    void contributionsSumToTheOverallScore() {
        Recommended recommended = recommended(ask(market(), draft(RiskTolerance.AGGRESSIVE, "50000")));

        for (Position position : recommended.positions()) {
            double sum = position.rationale().contributions().stream()
                    .mapToDouble(Position.ScoreContribution::contribution)
                    .sum();
            double weights = position.rationale().contributions().stream()
                    .mapToDouble(Position.ScoreContribution::weight)
                    .sum();
            assertThat(sum + position.rationale().preference())
                    .isEqualTo(position.rationale().overall());
            assertThat(weights).isCloseTo(1, within(1e-12));
        }
        assertThat(recommended.positions().stream()
                        .mapToDouble(position -> position.risk().contributionToRisk())
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void neverExceedsTheVolatilityCapAndRaisesItWithTolerance() {
        double before = 0;
        for (RiskTolerance risk : RiskTolerance.values()) {
            double cap = CONFIGURATION.portfolio().risk(risk).volatilityCap();
            assertThat(cap).isGreaterThan(before);
            before = cap;

            Recommended recommended = recommended(ask(market(), draft(risk, "10000000")));

            assertThat(recommended.summary().portfolioRisk()).isLessThanOrEqualTo(cap + 1e-3);
        }
    }

    @Test
    void neverPromisesLessForMoreTolerance() {
        double before = Double.NEGATIVE_INFINITY;
        for (RiskTolerance risk : RiskTolerance.values()) {
            Recommended recommended = recommended(ask(market(), draft(risk, "10000000")));

            assertThat(recommended.summary().expectedReturn()).isGreaterThan(before - 0.02);
            before = recommended.summary().expectedReturn();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void answersTheSameInWhateverOrderAssetsCome(long shuffle) {
        List<SnapshotAsset> assets = new ArrayList<>(new SyntheticMarket(60, 1).assets());
        Advice ordered = ask(SyntheticMarket.snapshot(assets), draft(RiskTolerance.MODERATE, "25000"));
        Collections.shuffle(assets, new Random(shuffle));

        Advice shuffled = ask(SyntheticMarket.snapshot(assets), draft(RiskTolerance.MODERATE, "25000"));

        assertThat(shuffled).usingRecursiveComparison().isEqualTo(ordered);
    }

    @Test
    void answersTheSameOnManyThreadsThatShareAMarket() {
        List<RequestDraft> drafts = new ArrayList<>();
        for (RiskTolerance risk : RiskTolerance.values()) {
            for (DiversificationPreference preference : DiversificationPreference.values()) {
                drafts.add(draft(risk, preference, "25000"));
                drafts.add(draft(risk, preference, "1000000"));
            }
        }
        List<Advice> oneByOne =
                drafts.stream().map(draft -> ask(market(), draft)).toList();
        PreparedMarket shared = new PreparedMarket(market());
        RecommendationEngine engine = new RecommendationEngine(CONFIGURATION);

        List<Advice> together = drafts.parallelStream()
                .map(draft -> engine.recommend(request(draft), shared, SEED))
                .toList();

        assertThat(together).usingRecursiveComparison().isEqualTo(oneByOne);
    }

    @Test
    void scalesAmountsWithTheCapital() {
        Recommended small = recommended(ask(market(), draft(RiskTolerance.MODERATE, "10000000")));
        Recommended large = recommended(ask(market(), draft(RiskTolerance.MODERATE, "20000000")));

        assertThat(large.positions()).hasSameSizeAs(small.positions());
        Map<String, Position> bySymbol = new HashMap<>();
        small.positions().forEach(position -> bySymbol.put(position.symbol(), position));
        for (Position position : large.positions()) {
            double once = bySymbol.get(position.symbol()).allocation().amount().doubleValue();
            assertThat(position.allocation().amount().doubleValue() / once).isCloseTo(2, within(0.01));
        }
    }

    @Test
    void ordersThePathsOfTheProjection() {
        Recommended recommended = recommended(ask(market(), draft(RiskTolerance.MODERATE, "25000")));

        assertThat(recommended.projection().points()).hasSize(4).allSatisfy(point -> assertThat(
                        List.of(point.p5(), point.p25(), point.p50(), point.p75(), point.p95()))
                .isSorted());
    }

    @ParameterizedTest
    @EnumSource(RiskTolerance.class)
    void saysTrulyWhenAnAssetWouldLeave(RiskTolerance risk) {
        MarketSnapshot snapshot = market();
        Recommended recommended = recommended(ask(snapshot, draft(risk, "10000000")));

        for (Position position : recommended.positions()) {
            for (Position.Counterfactual turn : position.whatWouldChange()) {
                assertThat(turn.threshold()).as(position.symbol() + turn).isLessThanOrEqualTo(turn.now() + 1e-9);
            }
        }
        assertThat(recommended.nextInLine()).isNotEmpty().allSatisfy(next -> assertThat(next.needed())
                .isGreaterThan(next.expectedReturn()));
    }

    @Test
    void withholdsWhenNoPortfolioIsCalmEnough() {
        Advice advice = ask(
                new SyntheticMarket(40, 1).withCalmest(0.05).snapshot(), draft(RiskTolerance.CONSERVATIVE, "25000"));

        assertThat(advice).isInstanceOfSatisfying(Withheld.class, withheld -> assertThat(withheld.reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo(Withheld.Code.VOLATILITY_CAP_UNATTAINABLE);
                    assertThat(reason.message()).contains("≤ 0.08").contains("can be");
                }));
    }

    @Test
    void withholdsWhenTooFewAssetsAreLeft() {
        Advice advice = ask(new SyntheticMarket(5, 1).snapshot(), draft(RiskTolerance.MODERATE, "25000"));

        assertThat(advice).isInstanceOfSatisfying(Withheld.class, withheld -> assertThat(withheld.reasons())
                .extracting(Withheld.Reason::code)
                .containsExactly(Withheld.Code.TOO_FEW_ASSETS));
    }

    @Test
    void withholdsWhenTheCapitalBuysNothing() {
        Advice advice = ask(market(), draft(RiskTolerance.MODERATE, "5"));

        assertThat(advice).isInstanceOfSatisfying(Withheld.class, withheld -> assertThat(withheld.reasons())
                .extracting(Withheld.Reason::code)
                .containsExactly(Withheld.Code.CAPITAL_TOO_SMALL));
    }

    @Test
    void leavesAloneWhatIsNotWorthItsCosts() {
        MarketSnapshot snapshot = market();
        Recommended first = recommended(ask(snapshot, draft(RiskTolerance.MODERATE, "10000000")));
        List<HoldingDraft> holdings = first.positions().stream()
                .map(position -> new HoldingDraft(
                        position.symbol(),
                        BigDecimal.valueOf(position.allocation().shares())))
                .toList();

        Recommended again = recommended(
                ask(snapshot, draft(RiskTolerance.MODERATE, DiversificationPreference.MEDIUM, "10000000", holdings)));

        assertThat(again.summary().turnover()).isLessThan(0.01);
    }

    private static MarketSnapshot market() {
        return new SyntheticMarket(60, 1).snapshot();
    }

    private static Advice ask(MarketSnapshot snapshot, RequestDraft draft) {
        return new RecommendationEngine(CONFIGURATION).recommend(request(draft), new PreparedMarket(snapshot), SEED);
    }

    private static Recommended recommended(Advice advice) {
        assertThat(advice).isInstanceOf(Recommended.class);
        return (Recommended) advice;
    }

    private static RecommendationRequest request(RequestDraft draft) {
        return ((RequestCheck.Checked.Accepted) RequestCheck.check(draft, SyntheticMarket.AS_OF)).request();
    }

    private static RequestDraft draft(RiskTolerance risk, String capital) {
        return draft(risk, DiversificationPreference.MEDIUM, capital);
    }

    private static RequestDraft draft(RiskTolerance risk, DiversificationPreference preference, String capital) {
        return draft(risk, preference, capital, List.of());
    }

    private static RequestDraft draft(
            RiskTolerance risk, DiversificationPreference preference, String capital, List<HoldingDraft> holdings) {
        return new RequestDraft(
                new BigDecimal(capital),
                risk.code(),
                "medium",
                null,
                null,
                null,
                null,
                preference.code(),
                null,
                holdings,
                null,
                null,
                null);
    }
}
