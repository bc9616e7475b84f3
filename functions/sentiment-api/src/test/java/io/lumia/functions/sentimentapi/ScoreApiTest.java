package io.lumia.functions.sentimentapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.web.testing.ApiCalls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreApiTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();

    @Test
    void scoresTextsInTheirOrder() {
        Answer answer = API.score("""
                {"texts": ["Company profit doubles and beats forecasts", "Company files for bankruptcy", "Board meets on Monday"],
                 "kind": "news"}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(number(answer, "data", "results", 0, "score", "score")).isGreaterThan(0.5);
        assertThat(number(answer, "data", "results", 1, "score", "score")).isLessThan(-0.5);
        assertThat(Math.abs(number(answer, "data", "results", 2, "score", "score")))
                .isLessThan(0.3);
        assertThat(String.valueOf(answer.at("data", "model_version"))).startsWith("fin-sentiment-1.0");
        double sum = number(answer, "data", "results", 0, "score", "negative")
                + number(answer, "data", "results", 0, "score", "neutral")
                + number(answer, "data", "results", 0, "score", "positive");
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @Test
    void aHeadlineThatPraisesOneAndDamnsAnotherGivesTwoScores() {
        Answer answer = API.score("""
                {"texts": ["Apple shares soar to a record while Samsung shares slump on weak sales"], "kind": "news",
                 "entities": ["Apple", "samsung", "Nokia"]}""");

        List<Map<String, Object>> entities = answer.rows("data", "results", 0, "entities");
        assertThat(entities).extracting(entity -> entity.get("entity")).containsExactly("Apple", "samsung");
        assertThat(number(answer, "data", "results", 0, "entities", 0, "score", "score"))
                .isGreaterThan(0.3);
        assertThat(number(answer, "data", "results", 0, "entities", 1, "score", "score"))
                .isLessThan(-0.3);
    }

    @Test
    void whatCannotBeScoredSaysWhy() {
        Answer blank = API.score("{\"texts\": [\"  \"], \"kind\": \"social\"}");
        Answer german = API.score("{\"texts\": [\"Gewinn steigt\"], \"kind\": \"news\", \"language\": \"de\"}");

        assertThat(blank.at("data", "results", 0, "score", "reason")).isEqualTo("blank");
        assertThat(blank.at("data", "results", 0, "score", "abstained")).isEqualTo(true);
        assertThat(german.at("data", "results", 0, "score", "reason")).isEqualTo("not_english");
        assertThat(german.at("data", "results", 0, "score", "score")).isNull();
    }

    @Test
    void findsOutTheLanguageThatNobodySaid() {
        Answer answer = API.score("""
                {"texts": ["Aktien steigen stark nach Rekordgewinn des Konzerns", "Shares rise", "$BYND moon"], "kind": "social"}""");

        assertThat(answer.rows("data", "results"))
                .extracting(result -> result.get("language"))
                .containsExactly("de", "en", "en");
        assertThat(answer.at("data", "results", 0, "score", "reason")).isEqualTo("not_english");
    }

    @Test
    void refusesAllThatIsWrongAtOnce() {
        String many = "[" + "\"x\",".repeat(64) + "\"x\"]";

        assertThat(API.score("{\"texts\": " + many
                                + ", \"kind\": \"rumour\", \"entities\": [\" \"], \"language\": \"Deutsch!\"}")
                        .refused())
                .containsExactlyInAnyOrder("texts", "kind", "entities[0]", "language");
        assertThat(API.score("{\"texts\": [], \"kind\": \"news\"}").refused()).containsExactly("texts");
        assertThat(API.score("{\"texts\": [\"" + "x".repeat(10_001) + "\"], \"kind\": \"news\"}")
                        .refused())
                .containsExactly("texts[0]");
        assertThat(API.score("{\"texts\": [\"x\"]}").status()).isEqualTo(400);
        assertThat(API.score("not json").status()).isEqualTo(400);
        assertThat(API.score("{\"texts\": [\"x\"], \"kind\": \"news\", \"colour\": 1}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void itIsOpenWhereWritingIsClosedSinceItKeepsNothing() {
        Answer answer = API.score("{\"texts\": [\"Shares rise\"], \"kind\": \"news\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(API.get("/api/v1/sentiment/score").status()).isEqualTo(405);
    }

    private static double number(Answer answer, Object... path) {
        return ((Number) answer.at(path)).doubleValue();
    }
}
