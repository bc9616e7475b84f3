package io.lumia.recommendation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.Fundamental;
import io.lumia.recommendation.configuration.PartWeights;
import io.lumia.recommendation.configuration.ScoreRules;
import io.lumia.recommendation.request.InvestmentHorizon;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.request.RequestCheck;
import io.lumia.recommendation.request.RequestDraft;
import io.lumia.recommendation.request.RiskTolerance;
import io.lumia.recommendation.snapshot.DailyPrices;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.signals.sentiment.SentimentDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Numbers are worked out by hand from the weights below. */
class ScorerTest {

    private static final LocalDate SESSION = LocalDate.of(2017, 11, 10);
    private static final double NONE = Double.NaN;
    private static final ScoreRules RULES = new ScoreRules(
            Map.of(InvestmentHorizon.MEDIUM, new PartWeights(0.4, 0.2, 0.4)),
            Map.of(
                    RiskTolerance.MODERATE,
                    Map.of(
                            Feature.MOMENTUM_12_1, 3.0,
                            Feature.VOLATILITY, 1.0,
                            Feature.NEWS_SENTIMENT, 1.0,
                            Feature.EARNINGS_YIELD, 1.0,
                            Feature.LEVERAGE, 1.0)),
            8,
            0.5,
            3,
            456,
            730,
            0.05,
            0.05);

    @Test
    void weighsPercentilesAndSumsThem() {
        List<AssetScore> scores = score(
                List.of(),
                asset("A", "Energy", 0.2, 0.3, 3, 0.5, 0.05, 0.4, 200),
                asset("B", "Energy", 0.1, 0.2, 3, 0.1, 0.10, 0.6, 200));

        AssetScore first = scores.getFirst();
        // Momentum, sentiment and leverage best (.75), volatility and yield worst (.25).
        assertThat(first.part(Part.TECHNICAL).score()).isCloseTo((3 * 0.75 + 0.25) / 4, within(1e-15));
        assertThat(first.part(Part.SENTIMENT).score()).isCloseTo(0.75, within(1e-15));
        assertThat(first.part(Part.FUNDAMENTAL).score()).isCloseTo((0.25 + 0.75) / 2, within(1e-15));
        assertThat(first.overall()).isCloseTo(0.4 * 0.625 + 0.2 * 0.75 + 0.4 * 0.5, within(1e-15));
        assertThat(first.contributions())
                .extracting(Contribution::feature)
                .containsExactly(
                        Feature.MOMENTUM_12_1,
                        Feature.NEWS_SENTIMENT,
                        Feature.EARNINGS_YIELD,
                        Feature.LEVERAGE,
                        Feature.VOLATILITY);
        // Three texts of a half count of three, none abstained: .5.
        assertThat(first.confidence()).isCloseTo(0.4 + 0.2 * 0.5 + 0.4, within(1e-15));
    }

    @Test
    void lowersConfidenceForWhatIsMissingInsteadOfInventingIt() {
        List<AssetScore> scores = score(
                List.of(),
                asset("A", "Energy", 0.2, 0.3, 0, NONE, NONE, NONE, 200),
                asset("B", "Energy", 0.1, 0.2, 0, NONE, NONE, 0.6, 500));

        assertThat(scores.getFirst().part(Part.FUNDAMENTAL).isKnown()).isFalse();
        assertThat(scores.getFirst().overall()).isCloseTo(0.625, within(1e-15));
        assertThat(scores.getFirst().confidence()).isCloseTo(0.4, within(1e-15));
        // Half of the fundamentals, from a report of more than fifteen months ago.
        assertThat(scores.getLast().confidence()).isCloseTo(0.4 + 0.4 * 0.5 * 0.5, within(1e-15));
        assertThat(scores.getLast().contributions()).hasSize(3);
    }

    @Test
    void showsAPreferenceAsWhatItAdds() {
        List<AssetScore> scores = score(
                List.of("energy"),
                asset("A", "Energy", 0.2, 0.3, 0, NONE, NONE, NONE, 200),
                asset("B", "Utilities", 0.1, 0.2, 0, NONE, NONE, NONE, 200));

        assertThat(scores.getFirst().preference()).isEqualTo(0.05);
        assertThat(scores.getFirst().overall()).isCloseTo(0.675, within(1e-15));
        assertThat(scores.getLast().preference()).isZero();
    }

    private static List<AssetScore> score(List<String> preferred, AssetFeatures... assets) {
        RequestDraft draft = new RequestDraft(
                BigDecimal.TEN, "moderate", "medium", preferred, null, null, null, null, null, null, null, null, null);
        RecommendationRequest request = ((RequestCheck.Checked.Accepted)
                        RequestCheck.check(draft, Instant.parse("2017-11-10T22:00:00Z")))
                .request();
        return new Scorer(RULES, request, SESSION).score(List.of(assets));
    }

    private static AssetFeatures asset(
            String symbol,
            String sector,
            double momentum,
            double volatility,
            int news,
            double sentiment,
            double yield,
            double leverage,
            int reportedDaysAgo) {
        FeatureValues values = new FeatureValues();
        values.set(Feature.MOMENTUM_12_1, momentum);
        values.set(Feature.VOLATILITY, volatility);
        values.set(Feature.NEWS_SENTIMENT, sentiment);
        values.set(Feature.EARNINGS_YIELD, yield);
        values.set(Feature.LEVERAGE, leverage);
        AssetDefinition definition = new AssetDefinition(
                Symbol.parse(symbol),
                symbol,
                AssetType.STOCK,
                "XNYS",
                "USD",
                sector,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of());
        SnapshotAsset asset = new SnapshotAsset(
                new AssetId(new UUID(0, symbol.hashCode())),
                definition,
                DailyPrices.NONE,
                List.of(),
                List.of(),
                List.of());
        LocalDate end = SESSION.minusDays(reportedDaysAgo);
        Fundamental report = new Fundamental("revenue", end.minusYears(1), end, end, false, 1, "USD");
        return new AssetFeatures(asset, values, day(news), List.of(report), NONE);
    }

    private static @Nullable SentimentDay day(int news) {
        return news == 0 ? null : new SentimentDay(SESSION, 0.1, 0, news, NONE, 0, 0, NONE, NONE);
    }
}
