package io.lumia.functions.newsapi.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.newsapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArticleApiTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();
    private static final String NEWS = "/api/v1/news";

    @Test
    void listsTheNewestFirst() {
        Answer answer = API.get(NEWS);

        assertThat(answer.at("pagination", "total_items")).isEqualTo(5);
        assertThat(titles(answer).getFirst()).startsWith("Les ventes");
        assertThat(titles(answer).getLast()).startsWith("Apple profit");
        assertThat(answer.at("data", 0, "rank")).isNull();
    }

    @Test
    void findsWordsAndTheirSynonymsAndSaysWhereTheyStand() {
        Answer answer = API.get(NEWS + "?q=apple%20earnings");

        assertThat(titles(answer)).containsExactly("Apple profit beats forecasts as phone sales soar");
        assertThat(answer.rows("data", 0, "highlights").getFirst())
                .isEqualTo(Map.of(
                        "field", "title",
                        "text", "Apple profit beats forecasts as phone sales soar",
                        "spans", List.of(Map.of("start", 0, "end", 5), Map.of("start", 6, "end", 12))));
        assertThat(answer.column("field", "data", 0, "highlights")).containsExactly("title", "body");
    }

    @Test
    void aMatchInTheTitleIsBeforeOneInTheBody() {
        Answer answer = API.get(NEWS + "?q=apple");

        assertThat(titles(answer)).hasSize(3);
        assertThat((Double) answer.at("data", 0, "rank")).isGreaterThanOrEqualTo((Double) answer.at("data", 2, "rank"));
    }

    @Test
    void wordsInQuotesAndWordsLeftOut() {
        assertThat(titles(API.get(NEWS + "?q=%22forty%20planes%22"))).hasSize(1);
        assertThat(titles(API.get(NEWS + "?q=%22planes%20forty%22"))).isEmpty();
        assertThat(titles(API.get(NEWS + "?q=apple%20-lawsuit%20-recalls"))).hasSize(1);
    }

    @Test
    void filtersByAssetSourceTypeAndDay() {
        assertThat(titles(API.get(NEWS + "?assets=BA"))).hasSize(2);
        assertThat(titles(API.get(NEWS + "?assets=AAPL,BA"))).hasSize(4);
        assertThat(titles(API.get(NEWS + "?sources=example%20wire"))).hasSize(1);
        assertThat(titles(API.get(NEWS + "?types=earnings")))
                .containsExactly("Apple profit beats forecasts as phone sales soar");
        assertThat(titles(API.get(NEWS + "?start=2014-12-30&end=2014-12-30"))).hasSize(3);
    }

    @Test
    void aScoreIsThatForTheAssetWhereOneIsAskedFor() {
        List<String> good = titles(API.get(NEWS + "?assets=BA&min_score=0.5"));
        List<String> bad = titles(API.get(NEWS + "?assets=AAPL&max_score=-0.5"));

        assertThat(good).hasSize(2).anyMatch(title -> title.startsWith("Airlines praise"));
        assertThat(bad).hasSize(2).anyMatch(title -> title.startsWith("Airlines praise"));
        assertThat(titles(API.get(NEWS + "?min_score=-1")))
                .as("one abstained, one is not scored")
                .hasSize(3);
    }

    @Test
    void anArticleShowsItsLinksTheirEvidenceAndAScoreForEachAsset() {
        Answer answer = API.get(NEWS + "/" + API.idOf("Airlines praise"));

        assertThat(answer.column("symbol", "data", "links")).containsExactlyInAnyOrder("AAPL", "BA");
        for (Map<String, Object> link : answer.rows("data", "links")) {
            Map<?, ?> evidence = (Map<?, ?>) ((List<?>) link.get("evidence")).getFirst();
            String title = String.valueOf(answer.at("data", "title"));
            assertThat(title.substring((Integer) evidence.get("start"), (Integer) evidence.get("end")))
                    .isEqualTo(evidence.get("text"))
                    .isIn("Apple", "Boeing");
            Object score = ((Map<?, ?>) link.get("score")).get("score");
            assertThat((Double) score).isCloseTo(link.get("symbol").equals("BA") ? 0.7 : -0.7, within());
        }
        assertThat(answer.at("data", "score", "abstained")).isEqualTo(true);
        assertThat(answer.at("data", "model_version")).isEqualTo("test-1");
    }

    @Test
    void whatIsNotEnglishIsKeptAndSaidNotToBeScored() {
        Answer answer = API.get(NEWS + "/" + API.idOf("Les ventes"));

        assertThat(answer.at("data", "language")).isEqualTo("fr");
        assertThat(answer.at("data", "score", "score")).isNull();
        assertThat(answer.at("data", "score", "reason")).isEqualTo("not_english");
    }

    @Test
    void anInstantKnowsOnlyWhatHadBeenCollected() {
        String recall = API.idOf("Apple recalls");

        assertThat(API.get(NEWS + "/" + recall).status()).isEqualTo(200);
        assertThat(API.get(NEWS + "/" + recall + "?as_of=2014-12-31T23:00:00Z").status())
                .isEqualTo(404);
        assertThat(API.get(NEWS + "?as_of=2014-12-31T23:00:00Z").at("pagination", "total_items"))
                .isEqualTo(4);
        assertThat(API.get(NEWS + "?as_of=2014-12-30").at("pagination", "total_items"))
                .isEqualTo(0);
    }

    @Test
    void refusesAllThatIsWrongAtOnce() {
        Answer answer = API.get(NEWS + "?types=rumour&min_score=2&start=2015-02-30&kinds=x&q=-&per_page=201");

        assertThat(answer.refused()).containsExactlyInAnyOrder("types", "min_score", "start", "kinds", "q", "per_page");
        assertThat(API.get(NEWS + "?min_score=0.5&max_score=0.1").refused()).containsExactly("min_score");
        assertThat(API.get(NEWS + "?assets=NOSUCH").status()).isEqualTo(404);
        assertThat(API.get(NEWS + "/not-an-id").refused()).containsExactly("id");
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    private static List<String> titles(Answer answer) {
        return answer.column("title", "data").stream().map(String::valueOf).toList();
    }
}
