package io.lumia.functions.recommendationapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.web.testing.ApiCalls.Answer;
import io.lumia.web.testing.LostAnswers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The process ends between what a request did and the keeping of its answer; the caller sends it again with its key. */
class LostAnswerTest {

    private static final Map<String, String> KEY =
            Map.of("Content-Type", "application/json", "Idempotency-Key", "once");
    private static final String BACKTESTS = "/api/v1/backtests";
    private static final String BACKTEST = """
            {"request": {"capital": 25000, "risk_tolerance": "moderate", "investment_horizon": "long"},
             "from": "2014-06-30", "to": "2014-12-30"}""";

    private final ApiUnderTest api = ApiUnderTest.start(Map.of());
    private final LostAnswers lost = new LostAnswers(api);

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aRecommendationIsMadeOnceAndFoundAgain() {
        lost.begin();
        assertThat(recommend().status()).isEqualTo(500);
        List<Map<String, Object>> made = api.get(ApiUnderTest.PATH).rows("data");
        assertThat(recommend().status())
                .as("as far as anybody knows it is being answered")
                .isEqualTo(409);
        lost.endAfterTheBound();

        Answer again = recommend();
        Answer replayed = recommend();

        assertThat(made).hasSize(1);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.at("data", "id")).isEqualTo(made.getFirst().get("id"));
        assertThat(again.rows("data", "positions")).isNotEmpty();
        assertThat(replayed.body()).isEqualTo(again.body());
        assertThat(api.get(ApiUnderTest.PATH).at("pagination", "total_items")).isEqualTo(1);
    }

    @Test
    void aRecommendationUnderItsOtherNameLikewise() {
        lost.begin();
        api.send("POST", "/api/v1/recommend", KEY, ApiUnderTest.QUESTION);
        lost.endAfterTheBound();

        Answer again = api.send("POST", "/api/v1/recommend", KEY, ApiUnderTest.QUESTION);

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(api.get(ApiUnderTest.PATH).at("pagination", "total_items")).isEqualTo(1);
    }

    @Test
    void aBacktestIsOrderedAndAnnouncedOnce() {
        lost.begin();
        assertThat(api.send("POST", BACKTESTS, KEY, BACKTEST).status()).isEqualTo(500);
        List<Map<String, Object>> made = api.get(BACKTESTS).rows("data");
        lost.endAfterTheBound();

        Answer again = api.send("POST", BACKTESTS, KEY, BACKTEST);

        assertThat(made).hasSize(1);
        assertThat(again.status()).as(again.body()).isEqualTo(202);
        assertThat(again.at("data", "id")).isEqualTo(made.getFirst().get("id"));
        assertThat(api.get(BACKTESTS).rows("data")).hasSize(1);
        assertThat(api.bean(FakeEventBus.class).announced).hasSize(1);
    }

    @Test
    void feedbackIsKeptOnceAndAsItWasSaid() {
        String path = ApiUnderTest.PATH + "/" + api.recommended();
        String body = "{\"kind\": \"rating\", \"value\": 4}";
        lost.begin();
        assertThat(api.send("POST", path + "/feedback", KEY, body).status()).isEqualTo(500);
        Object said = api.get(path).rows("data", "feedback").getFirst();
        lost.endAfterTheBound();

        Answer again = api.send("POST", path + "/feedback", KEY, body);

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.at("data")).isEqualTo(said);
        assertThat(api.get(path).rows("data", "feedback")).hasSize(1);
    }

    @Test
    void whatDiedBeforeItDidAnythingIsDoneByTheNextTry() {
        lost.begin();
        assertThat(api.send("POST", ApiUnderTest.PATH, KEY, "{\"capital\": 25000}")
                        .status())
                .isEqualTo(500);
        lost.endAfterTheBound();

        Answer next = recommend();

        assertThat(next.status()).as(next.body()).isEqualTo(200);
        assertThat(next.header("Idempotency-Replayed")).isNull();
    }

    private Answer recommend() {
        return api.send("POST", ApiUnderTest.PATH, KEY, ApiUnderTest.QUESTION);
    }
}
