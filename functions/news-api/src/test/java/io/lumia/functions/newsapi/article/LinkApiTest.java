package io.lumia.functions.newsapi.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.newsapi.ApiUnderTest;
import io.lumia.functions.newsapi.FakeEventBus;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkApiTest {

    private final ApiUnderTest api = ApiUnderTest.writable();
    private final String boeing = api.idOf("Boeing wins");

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aPersonLinksAnArticleToAnotherAsset() {
        Answer answer = link("{\"asset\": \"AAPL\", \"relevance\": 0.4, \"note\": \"a supplier\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.column("symbol", "data", "links")).containsExactlyInAnyOrder("BA", "AAPL");
        Map<String, Object> apple = answer.rows("data", "links").stream()
                .filter(link -> link.get("symbol").equals("AAPL"))
                .findFirst()
                .orElseThrow();
        assertThat(apple)
                .containsEntry("method", "manual")
                .containsEntry("relevance", 0.4)
                .containsEntry("linked_by", "local");
        assertThat(api.bean(FakeEventBus.class).announced)
                .anyMatch(event -> event.detailType().equals("ArticlesLoaded")
                        && event.detail().contains(boeing));
    }

    @Test
    void aPersonSaysThatAnArticleIsNotAboutAnAsset() {
        Answer answer = link("{\"asset\": \"BA\", \"relevance\": 0}");

        assertThat(answer.rows("data", "links")).isEmpty();
        assertThat(api.get("/api/v1/news?assets=BA").at("pagination", "total_items"))
                .isEqualTo(1);
        // What was said before is still true of then.
        assertThat(api.get("/api/v1/news/" + boeing + "?as_of=2015-01-01").column("symbol", "data", "links"))
                .containsExactly("BA");
    }

    @Test
    void sayingTheSameTwiceTellsNobodyAgain() {
        link("{\"asset\": \"BA\", \"relevance\": 0.9}");
        link("{\"asset\": \"BA\", \"relevance\": 0.9}");

        assertThat(api.bean(FakeEventBus.class).announced).hasSize(1);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(link("{\"asset\": \"BA\", \"relevance\": 1.5}").refused()).containsExactly("relevance");
        assertThat(link("{\"asset\": \"NOSUCH\"}").status()).isEqualTo(404);
        assertThat(link("{\"asset\": \"BA\", \"colour\": \"red\"}").status()).isEqualTo(400);
        assertThat(api.send(
                                "POST",
                                "/api/v1/news/00000000-0000-0000-0000-000000000001/links",
                                Map.of("Content-Type", "application/json"),
                                "{\"asset\": \"BA\"}")
                        .status())
                .isEqualTo(404);
    }

    private Answer link(String body) {
        return api.send("POST", "/api/v1/news/" + boeing + "/links", Map.of("Content-Type", "application/json"), body);
    }
}
