package io.lumia.functions.newsapi.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.functions.newsapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentimentApiTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();
    private static final String APPLE = "/api/v1/assets/AAPL/sentiment";

    @Test
    void showsAPointForEachSessionWithFreshTexts() {
        Answer answer = API.get(APPLE);

        assertThat(answer.at("data", "asset_info", "symbol")).isEqualTo("AAPL");
        assertThat(answer.column("date", "data", "points")).containsExactly("2014-12-29", "2014-12-30", "2014-12-31");
        assertThat(answer.column("news_count", "data", "points")).containsExactly(1, 3, 2);
        assertThat((Double) answer.at("data", "points", 0, "avg_sentiment")).isCloseTo(0.75, within(1e-9));
        assertThat(answer.at("data", "points", 0, "social_sentiment")).isNull();
        assertThat(answer.at("data", "model_version")).isEqualTo("test-1");
    }

    @Test
    void theArticlesBehindAPointGiveItsMean() {
        Answer answer = API.get(APPLE + "?end=2014-12-30");

        assertThat(answer.at("data", "articles_of")).isEqualTo("2014-12-30");
        double sum = answer.rows("data", "articles").stream()
                .mapToDouble(
                        part -> ((Number) part.get("score")).doubleValue() * ((Number) part.get("share")).doubleValue())
                .sum();
        assertThat((Double) answer.at("data", "points", 1, "avg_sentiment")).isCloseTo(sum, within(1e-9));
        for (Map<String, Object> part : answer.rows("data", "articles")) {
            assertThat(API.get("/api/v1/news/" + part.get("article_id")).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void anInstantKnowsOnlyWhatHadBeenCollectedByThen() {
        Answer before = API.get(APPLE + "?as_of=2014-12-31T23:00:00Z");
        Answer now = API.get(APPLE);

        assertThat(before.at("data", "points", 1, "news_count")).isEqualTo(2);
        assertThat(now.at("data", "points", 1, "news_count")).isEqualTo(3);
        assertThat(API.get(APPLE + "?as_of=2015-01-02T11:00:00Z").at("data")).isEqualTo(now.at("data"));
    }

    @Test
    void nothingMeasuredIsNotNeutral() {
        Answer answer = API.get(APPLE + "?end=2014-12-01");

        assertThat(answer.rows("data", "points")).isEmpty();
        assertThat(String.valueOf(answer.at("metadata", "warnings"))).contains("does not mean that it was neutral");
    }

    @Test
    void pagesGoOnWhereTheyStopped() {
        Answer first = API.get(APPLE + "?limit=2");
        String token = String.valueOf(first.at("pagination", "next_page_token"));

        Answer second = API.get(APPLE + "?limit=2&page_token=" + token);

        assertThat(second.column("date", "data", "points")).containsExactly("2014-12-31");
        assertThat(second.at("pagination", "next_page_token")).isNull();
    }

    @Test
    void refusesWhatIsWrong() {
        assertThat(API.get(APPLE + "?start=2014-12-31&end=2014-12-01&limit=0").refused())
                .containsExactlyInAnyOrder("start", "limit");
        assertThat(API.get("/api/v1/assets/NOSUCH/sentiment").status()).isEqualTo(404);
    }
}
