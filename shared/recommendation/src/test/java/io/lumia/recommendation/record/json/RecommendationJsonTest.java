package io.lumia.recommendation.record.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.kernel.AsOf;
import io.lumia.recommendation.PreparedMarket;
import io.lumia.recommendation.RecommendationEngine;
import io.lumia.recommendation.advice.Advice;
import io.lumia.recommendation.advice.Recommended;
import io.lumia.recommendation.advice.Withheld;
import io.lumia.recommendation.configuration.Configurations;
import io.lumia.recommendation.record.Outcome;
import io.lumia.recommendation.record.RequestDocument;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.request.RequestCheck;
import io.lumia.recommendation.request.RequestCheck.Checked;
import io.lumia.recommendation.request.RequestDraft;
import io.lumia.recommendation.request.RequestDraft.HoldingDraft;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotQuestion;
import io.lumia.recommendation.snapshot.SnapshotTime;
import io.lumia.recommendation.testing.FakeSnapshots;
import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RecommendationJsonTest {

    private static final Instant NOW = Instant.parse("2015-01-02T12:00:00Z");
    private static final ApplicationContext CONTEXT = ApplicationContext.run();

    private final RecommendationJson json = CONTEXT.getBean(RecommendationJson.class);
    private final FakeSnapshots snapshots = new FakeSnapshots(LocalDate.parse("2014-12-31"));

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void writesARequestInItsOneForm() {
        String text = json.write(request("25000.00", NOW));

        assertThat(text).isEqualTo("""
                {"capital":25000,"risk_tolerance":"moderate","investment_horizon":"medium","preferred_sectors":["Energy"],\
                "excluded_assets":["A01","A07"],"excluded_sectors":[],"asset_types":["stock","etf"],\
                "diversification_preference":"medium","esg_preference":"none",\
                "current_holdings":[{"asset":"A03","shares":2.5}],"currency":"USD","benchmark":"SPY",\
                "as_of":"2015-01-02T12:00:00Z"}""");
    }

    @Test
    void readsTheOneFormAgain() {
        RecommendationRequest request =
                RequestDocument.of(request("25000.00", NOW)).request(AsOf.of(NOW));

        RequestDocument document = json.readRequest(json.write(request));

        assertThat(document.request(AsOf.of(NOW))).isEqualTo(request);
    }

    @Test
    void theSeedIsOfTheQuestionAndTheRowsAndNotOfTheTime() {
        long seed = json.seed(request("25000", NOW), "abc");

        assertThat(seed).isNotNegative();
        assertThat(json.seed(request("25000.0", NOW.minusSeconds(60)), "abc")).isEqualTo(seed);
        assertThat(json.seed(request("25001", NOW), "abc")).isNotEqualTo(seed);
        assertThat(json.seed(request("25000", NOW), "abd")).isNotEqualTo(seed);
    }

    @Test
    void writesAnAnswerThatReadsBackToTheSame() {
        Advice advice = advice(request("25000", NOW), NOW);

        String text = json.write(advice);

        assertThat(advice).isInstanceOf(Recommended.class);
        assertThat(text)
                .startsWith("{\"basis\":{\"snapshot_id\":\"")
                .contains("\"asset_id\":\"" + firstAsset(advice) + "\"")
                .doesNotContain("NaN", "Infinity");
        assertThat(json.readAdvice(Outcome.RECOMMENDED, text)).isEqualTo(advice);
    }

    @Test
    void writesReasonsInLowerCase() {
        Advice advice = advice(request("1", NOW), NOW);

        String text = json.write(advice);

        assertThat(advice).isInstanceOf(Withheld.class);
        assertThat(text).contains("\"code\":\"capital_too_small\"");
        assertThat(json.readAdvice(Outcome.WITHHELD, text)).isEqualTo(advice);
    }

    @Test
    void theHashIsTheSameAMinuteLaterAndAnotherForAnotherQuestion() {
        Instant later = NOW.plus(Duration.ofMinutes(1));

        String hash = json.resultHash(advice(request("25000", NOW), NOW));

        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(json.resultHash(advice(request("25000", later), later))).isEqualTo(hash);
        assertThat(json.resultHash(advice(request("25001", NOW), NOW))).isNotEqualTo(hash);
    }

    private static String firstAsset(Advice advice) {
        return ((Recommended) advice).positions().getFirst().assetId().toString();
    }

    private Advice advice(RecommendationRequest request, Instant now) {
        MarketSnapshot snapshot = snapshots.read(
                new SnapshotQuestion(new SnapshotTime(AsOf.of(now), now), 756, List.of("DTB3"), 62, null));
        return new RecommendationEngine(Configurations.CURRENT)
                .recommend(request, new PreparedMarket(snapshot), json.seed(request, snapshot.id()));
    }

    private static RecommendationRequest request(String capital, Instant now) {
        RequestDraft draft = new RequestDraft(
                new BigDecimal(capital),
                "moderate",
                "medium",
                List.of("Energy"),
                List.of("a07", "A01"),
                null,
                null,
                null,
                null,
                List.of(new HoldingDraft("a03", new BigDecimal("2.50"))),
                null,
                null,
                null);
        return ((Checked.Accepted) RequestCheck.check(draft, now)).request();
    }
}
