package io.lumia.functions.recommendationapi.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.functions.recommendationapi.ApiUnderTest;
import io.lumia.recommendation.portfolio.Frontier;
import io.lumia.recommendation.testing.FakeSnapshots;
import io.lumia.web.testing.ApiCalls.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrontierApiTest {

    private static final LocalDate DAY = LocalDate.parse("2014-12-15");

    private final ApiUnderTest api = ApiUnderTest.start(Map.of());
    private final FakeSnapshots snapshots = api.bean(FakeSnapshots.class);

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void showsWhatTheRecommendationWasChosenFrom() {
        Answer made = api.recommend(ApiUnderTest.QUESTION);

        Answer frontier = frontier(made);

        assertThat(frontier.status()).as(frontier.body()).isEqualTo(200);
        assertThat(frontier.rows("data", "points")).hasSize(Frontier.POINTS);
        assertThat(frontier.at("data", "snapshot_identical")).isEqualTo(true);
        assertThat(frontier.at("data", "reason")).isNull();
        assertThat(number(frontier.at("data", "volatility_cap")))
                .isEqualTo(number(made.at("data", "summary", "volatility_cap")));
        assertThat(number(frontier.at("data", "optimum", "volatility")))
                .as("whole shares and some cash move it a little")
                .isCloseTo(number(made.at("data", "summary", "portfolio_risk")), within(0.01));
        List<String> held = frontier.rows("data", "assets").stream()
                .filter(asset -> number(asset.get("weight")) > 0)
                .map(asset -> String.valueOf(asset.get("symbol")))
                .toList();
        assertThat(held)
                .containsAll(made.rows("data", "positions").stream()
                        .map(position -> String.valueOf(position.get("symbol")))
                        .toList());
        assertThat(snapshots.reads()).as("the market is still in memory").isEqualTo(1);
    }

    @Test
    void isTheSameAfterLoadingMore() {
        Answer made = api.recommend(ApiUnderTest.QUESTION);
        Answer before = frontier(made);
        snapshots.load();
        api.recommend(ApiUnderTest.QUESTION);

        Answer after = frontier(made);

        assertThat(after.at("data", "points")).isEqualTo(before.at("data", "points"));
        assertThat(after.at("data", "snapshot_identical")).isEqualTo(true);
    }

    @Test
    void saysThatRowsWereChangedBehindOurBack() {
        Answer made = api.recommend(ApiUnderTest.QUESTION);
        String held = String.valueOf(made.at("data", "positions", 0, "symbol"));
        snapshots.tamper(held, DAY, snapshots.close(held, DAY) * 1.5);
        snapshots.load();
        api.recommend(ApiUnderTest.QUESTION);

        Answer frontier = frontier(made);

        assertThat(frontier.status()).isEqualTo(200);
        assertThat(frontier.at("data", "snapshot_identical")).isEqualTo(false);
    }

    @Test
    void saysWhyThereIsNone() {
        Answer made =
                api.recommend("{\"capital\": 1, \"risk_tolerance\": \"moderate\", \"investment_horizon\": \"medium\"}");
        assertThat(made.at("data", "outcome")).as(made.body()).isEqualTo("withheld");

        Answer frontier = frontier(made);

        assertThat(frontier.status()).isEqualTo(200);
        assertThat(frontier.rows("data", "points")).isEmpty();
        assertThat(frontier.at("data", "optimum")).isNull();
        assertThat(String.valueOf(frontier.at("data", "reason"))).contains("nothing was recommended");
    }

    private Answer frontier(Answer made) {
        return api.get(ApiUnderTest.PATH + "/" + made.at("data", "id") + "/frontier");
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
