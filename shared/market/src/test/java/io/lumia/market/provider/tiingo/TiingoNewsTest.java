package io.lumia.market.provider.tiingo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.Published;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Answers;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.WebCall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiingoNewsTest {

    private final TiingoAdapter adapter = new TiingoAdapter();
    private final Answers answers = new Answers(adapter);
    private final String news = answers.file("news.json");

    @Test
    void readsArticlesWithTheirTickers() {
        ParsedAnswer rows = answers.rows("news", "AAPL", news);

        ReceivedArticle article = rows.articles().getFirst().value();
        assertThat(article.title()).isEqualTo("Tech giants may be stronger than you think");
        assertThat(article.body()).startsWith("Technology companies could soon rebound from the dip that China’s");
        assertThat(article.publisher()).isEqualTo("cnbc.com");
        assertThat(article.published()).isEqualTo(Published.at(Instant.parse("2016-01-11T23:13:00Z")));
        assertThat(article.symbols()).containsExactly("GOOGL", "AAPL", "AMZN", "MSFT", "NFLX", "FB");
        assertThat(article.sourceId()).isEmpty();
        assertThat(rows.articles().getFirst().symbol()).isEqualTo("AAPL");
        assertThat(answers.rows("articles", "", news).articles().getFirst().symbol())
                .isEqualTo("GOOGL");
    }

    @Test
    void spellsTickersAsWeDo() {
        String body = news.replace("\"googl\", \"aapl\"", "\"brk-b\", \"btcusd\", \"?\"")
                .replace("\"id\": 0", "\"id\": 77");

        ReceivedArticle article =
                answers.rows("news", "BTC-USD", body).articles().getFirst().value();

        assertThat(article.symbols()).startsWith("BRK.B", "BTC-USD", "AMZN");
        assertThat(article.sourceId()).isEqualTo("77");
    }

    @Test
    void believesOnlyTheDayOfATimeThatCannotBe() {
        String crawled = "2016-01-12T21:07:28.073309+00:00";

        assertThat(NewsReader.published("2016-01-12T00:00:00Z", crawled))
                .isEqualTo(Published.on(LocalDate.of(2016, 1, 12)));
        assertThat(NewsReader.published("2016-01-12T21:08:00Z", crawled))
                .isEqualTo(Published.on(LocalDate.of(2016, 1, 12)));
        assertThat(NewsReader.published("2016-01-12T21:07:00+00:00", crawled))
                .isEqualTo(Published.at(Instant.parse("2016-01-12T21:07:00Z")));
        assertThat(NewsReader.published("2016-01-12T21:07:00.5Z", ""))
                .isEqualTo(Published.at(Instant.parse("2016-01-12T21:07:00.500Z")));
    }

    @Test
    void anotherSymbolsNewsAndOtherFormsAreNoAnswer() {
        assertThat(answers.outcome("news", "XOM", 200, news)).isEqualTo("schema_changed");
        assertThat(answers.outcome("news", "AAPL", 200, answers.file("daily_GOOGL.json")))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("news", "AAPL", 200, "{\"detail\":\"x\"}")).isEqualTo("schema_changed");
        assertThat(answers.outcome("news", "AAPL", 200, "[]")).isEqualTo("empty_confirmed");
        assertThat(answers.outcome(
                        "news", "AAPL", 403, "{\"detail\":\"You do not have permission to access the News API\"}"))
                .isEqualTo("plan_limit");
    }

    @Test
    void asksForManySymbolsAtOnce() {
        LocalDate to = LocalDate.of(2026, 1, 5);
        ProviderRequest request = new ProviderRequest(
                "", Dataset.ARTICLES, List.of("BRK.B", "AAPL"), to.minusDays(3), to, AssetType.STOCK, null, null);

        List<WebCall> calls = adapter.calls(request, new ProviderAccess("https://api.tiingo.com", "secret", null, to));

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.address().toString())
                    .isEqualTo("https://api.tiingo.com/tiingo/news?tickers=brk-b,aapl&startDate=2026-01-02"
                            + "&endDate=2026-01-05&limit=1000&sortBy=publishedDate");
            assertThat(call.headers()).containsEntry("Authorization", "Token secret");
        });
    }
}
