package io.lumia.market.provider.xtwitter;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.Published;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Answers;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebCall;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XAdapterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final XAdapter adapter = new XAdapter();
    private final Answers answers = new Answers(adapter);

    @Test
    void findsTheTimeOfAPostInItsNumber() {
        ParsedAnswer rows = answers.rows("search_recent", "", answers.file("search_recent.json"));

        assertThat(rows.articles()).hasSize(10);
        ReceivedArticle newest = rows.articles().getLast().value();
        assertThat(newest.title()).isEqualTo("2022-10-07 22:42:12.637103 tweepy");
        // The post says itself when it was written; X numbered it a moment later.
        assertThat(newest.published()).isEqualTo(Published.at(Instant.parse("2022-10-07T22:42:12.752Z")));
        assertThat(newest.url()).isEqualTo("https://x.com/i/web/status/1578516068309794817");
        assertThat(newest.publisher()).isEqualTo("x.com");
        assertThat(newest.sourceId()).isEqualTo("1578516068309794817");
        assertThat(rows.articles().getLast().symbol()).isEqualTo(Dataset.ANY_SYMBOL);
    }

    @Test
    void readsAUsersPostsOnOneLine() {
        ParsedAnswer rows = answers.rows("user_tweets", "", answers.file("user_tweets.json"));

        assertThat(rows.articles()).hasSize(2);
        assertThat(rows.articles().getLast().value().title())
                .startsWith("whoa, it works now everyone can mix GIFs, videos, and images in one Tweet");
    }

    @Test
    void believesACreatedAtAndReadsLanguageAndCashtags() {
        String body =
                "{\"data\":[{\"id\":\"12\",\"text\":\"$AAPL &amp; $BRK.B up\",\"created_at\":\"2026-11-01T10:00:00.000Z\","
                        + "\"lang\":\"in\",\"entities\":{\"cashtags\":[{\"tag\":\"aapl\"},{\"tag\":\"BRK.B\"}]}},"
                        + "{\"id\":\"1578516068309794817\",\"text\":\"x\",\"lang\":\"und\",\"note_tweet\":{\"text\":\"x and all the rest\"}},"
                        + "{\"id\":\"13\",\"text\":\"from before numbers had times\"}],\"meta\":{\"result_count\":3}}";

        ParsedAnswer rows = answers.rows("posts", "AAPL", body);

        assertThat(rows.articles()).hasSize(2);
        ReceivedArticle timed = rows.articles().getLast().value();
        assertThat(timed.title()).isEqualTo("$AAPL & $BRK.B up");
        assertThat(timed.language()).isEqualTo("id");
        assertThat(timed.symbols()).containsExactly("AAPL", "BRK.B");
        assertThat(rows.articles().getFirst().value().language()).isEmpty();
        assertThat(rows.articles().getFirst().value().title()).isEqualTo("x and all the rest");
        assertThat(rows.rejected()).singleElement().satisfies(row -> assertThat(row.detail())
                .contains("29700859247"));
    }

    @Test
    void countsHoldNoTexts() {
        ProviderAnswer nothing = answers.refusal("counts_recent", "", 200, answers.file("counts_recent.json"));

        assertThat(nothing).isInstanceOf(ProviderAnswer.EmptyConfirmed.class);
        assertThat(nothing.detail()).isEqualTo("4 posts are counted in 3 stretches; counts hold no texts");
        assertThat(answers.outcome("search_recent", "", 200, answers.file("counts_recent.json")))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("counts_recent", "", 200, answers.file("search_recent.json")))
                .isEqualTo("schema_changed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | {\"title\":\"Too Many Requests\",\"detail\":\"Too Many Requests\",\"type\":\"about:blank\",\"status\":429} | throttled",
                "429 | Too Many Requests | throttled",
                "429 | {\"title\":\"UsageCapExceeded\",\"detail\":\"Usage cap exceeded: Monthly product cap\",\"type\":\"https://api.twitter.com/2/problems/usage-capped\"} | plan_limit",
                "401 | {\"title\":\"Unauthorized\",\"detail\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401} | bad_key",
                "403 | {\"title\":\"Unsupported Authentication\",\"type\":\"https://api.twitter.com/2/problems/unsupported-authentication\",\"status\":403} | bad_key",
                "403 | {\"title\":\"Client Forbidden\",\"reason\":\"client-not-enrolled\",\"required_enrollment\":\"Appropriate Level of API Access\"} | plan_limit",
                "403 | {\"title\":\"Forbidden\",\"detail\":\"Forbidden\",\"status\":403} | plan_limit",
                "403 | {\"errors\":[{\"message\":\"You currently have access to a subset of endpoints\",\"code\":453}]} | plan_limit",
                "403 | <html>denied</html> | blocked",
                "402 | {\"title\":\"CreditsDepleted\",\"detail\":\"no credits\"} | plan_limit",
                "200 | {\"errors\":[{\"title\":\"Not Found Error\",\"type\":\"https://api.twitter.com/2/problems/resource-not-found\"}]} | symbol_unknown",
                "200 | {\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]} | throttled",
                "200 | {\"errors\":[{\"code\":89,\"message\":\"Invalid or expired token\"}]} | bad_key",
                "200 | {\"title\":\"Too Many Requests\",\"status\":429} | throttled",
                "200 | {\"errors\":[{\"message\":\"something else\"}]} | schema_changed",
                "400 | {\"errors\":[{\"message\":\"Reference to invalid operator 'cashtag'. Operator is not available in current product\"}],\"title\":\"Invalid Request\"} | plan_limit",
                "400 | {\"errors\":[{\"message\":\"Invalid 'start_time'\"}],\"title\":\"Invalid Request\"} | schema_changed",
                "503 | {\"title\":\"Service Unavailable\",\"status\":503} | unreachable",
                "200 | {\"meta\":{\"result_count\":0}} | empty_confirmed",
                "200 | {} | schema_changed",
                "200 | {\"data\":[]} | schema_changed",
                "200 | {\"data\":{\"id\":\"1\",\"username\":\"x\"}} | schema_changed",
                "200 | {\"data\":[{\"id\":\"1578516068309794817\",\"te | schema_changed",
                "200 | <html></html> | schema_changed",
            })
    void saysWhyThereIsNothing(int status, String body, String outcome) {
        assertThat(answers.outcome("search_recent", "", status, body)).isEqualTo(outcome);
    }

    @Test
    void partsThatCouldNotBeAnsweredLeaveTheOthers() {
        String body = answers.file("search_recent.json")
                .replaceFirst("\\{\"data\"", "{\"errors\":[{\"title\":\"Not Found Error\"}],\"data\"");

        assertThat(answers.rows("search_recent", "", body).articles()).hasSize(10);
    }

    @Test
    void waitsUntilItsWindowEnds() {
        long reset = Answers.RECEIVED.getEpochSecond() + 300;

        assertThat(waits(Map.of("x-rate-limit-reset", String.valueOf(reset)))).isEqualTo(Duration.ofSeconds(300));
        assertThat(waits(Map.of("x-rate-limit-reset", "1665183229"))).isEqualTo(Duration.ofSeconds(60));
        assertThat(waits(Map.of("x-rate-limit-reset", "soon", "retry-after", "5")))
                .isEqualTo(Duration.ofSeconds(5));
    }

    private Duration waits(Map<String, String> headers) {
        Reading reading = answers.read("search_recent", "", 429, "{\"title\":\"Too Many Requests\"}", headers);
        return ((ProviderAnswer.Throttled) Answers.refusal(reading)).waitTime();
    }

    @Test
    void asksByCashtagForEnglishPostsOfItsOwnWeek() {
        List<WebCall> calls = calls(List.of("AAPL", "BRK.B", "BTC-USD", "^GSPC"), TODAY.minusDays(2), "token");

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.address().toString())
                    .isEqualTo("https://api.x.com/2/tweets/search/recent"
                            + "?query=%28%24AAPL+OR+%24BRK.B+OR+%24BTC%29+-is%3Aretweet+lang%3Aen&max_results=100"
                            + "&tweet.fields=created_at,lang&start_time=2026-10-31T00:00:00Z");
            assertThat(call.headers()).containsEntry("Authorization", "Bearer token");
        });
        assertThat(calls(List.of("AAPL"), null, "token").getFirst().address().toString())
                .endsWith("&start_time=2026-10-27T00:00:00Z");
        assertThat(calls(List.of("AAPL"), null, null)).isEmpty();
        assertThat(calls(List.of("^GSPC"), null, "token")).isEmpty();
        assertThat(adapter.capabilities().enabledByDefault()).isFalse();
    }

    @Test
    void turnsAFewPages() {
        String body = answers.file("search_recent.json");

        assertThat(page("search_recent", body)).singleElement().satisfies(call -> {
            assertThat(call.kind()).isEqualTo("search_recent.2");
            assertThat(call.address().toString()).endsWith("&next_token=b26v89c19zqg8o3fpzbn1e0ffhxjiofzw6po136rvbnul");
        });
        assertThat(page("search_recent.3", body)).isEmpty();
        assertThat(((Reading.Rows) answers.read("search_recent", "", 200, body, Map.of())).more())
                .isEmpty();
    }

    private List<WebCall> page(String kind, String body) {
        ReadContext context = new ReadContext(
                kind, "AAPL", List.of("AAPL"), AssetType.STOCK, TODAY.minusDays(2), TODAY, Answers.RECEIVED);
        return ((Reading.Rows) adapter.read(context, Answers.response(200, body, Map.of()))).more();
    }

    private List<WebCall> calls(List<String> symbols, @Nullable LocalDate from, @Nullable String key) {
        ProviderRequest request = new ProviderRequest("", Dataset.ARTICLES, symbols, from, TODAY, null, null, null);
        return adapter.calls(request, new ProviderAccess("https://api.x.com", key, null, TODAY));
    }
}
