package io.lumia.market.provider.newsapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.Published;
import io.lumia.market.QuarantineReason;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Answers;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.WebCall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsApiAdapterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 5);

    private final NewsApiAdapter adapter = new NewsApiAdapter();
    private final Answers answers = new Answers(adapter);

    @Test
    void readsArticlesWithTheBeginningOfTheirText() {
        ParsedAnswer rows = answers.rows("everything", "AAPL", answers.file("everything.json"));

        assertThat(rows.articles()).hasSize(2);
        ReceivedArticle newest = rows.articles().getLast().value();
        assertThat(newest.title()).isEqualTo("Apple stock rises as AAPL & suppliers report");
        assertThat(newest.body())
                .isEqualTo("Shares of Apple rose on Thursday after suppliers reported. Analysts had expected…");
        assertThat(newest.publisher()).isEqualTo("Example Wire");
        assertThat(newest.published()).isEqualTo(Published.at(Instant.parse("2026-06-04T14:30:00Z")));
        assertThat(newest.url()).isEqualTo("https://example.com/apple");
        assertThat(rows.articles().getFirst().value().body()).isEqualTo("A short note.\n\nSomething else entirely…");
    }

    @Test
    void setsAsideWhatWasWithdrawnOrHasNoTime() {
        ParsedAnswer rows = answers.rows("news", "", answers.file("everything.json"));

        assertThat(rows.rejected())
                .extracting(row -> row.reason())
                .containsExactly(QuarantineReason.NOTHING_SAID, QuarantineReason.MALFORMED_LINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"status\":\"error\",\"code\":\"apiKeyInvalid\",\"message\":\"Your API key is invalid\"} | bad_key",
                "401 | {\"status\":\"error\",\"code\":\"apiKeyMissing\",\"message\":\"Your API key is missing\"} | bad_key",
                "429 | {\"status\":\"error\",\"code\":\"apiKeyExhausted\",\"message\":\"no more requests\"} | plan_limit",
                "429 | {\"status\":\"error\",\"code\":\"rateLimited\",\"message\":\"You have been rate limited. Back off.\"} | throttled",
                "429 | {\"status\":\"error\",\"code\":\"rateLimited\",\"message\":\"limited to 100 requests over a 24 hour period\"} | plan_limit",
                "426 | {\"status\":\"error\",\"code\":\"maximumResultsReached\",\"message\":\"too many results\"} | plan_limit",
                "426 | {\"status\":\"error\",\"code\":\"parameterInvalid\",\"message\":\"too far in the past. Please upgrade\"} | plan_limit",
                "400 | {\"status\":\"error\",\"code\":\"parametersMissing\",\"message\":\"q is missing\"} | schema_changed",
                "500 | {\"status\":\"error\",\"code\":\"unexpectedError\",\"message\":\"oops\"} | unreachable",
                "200 | {\"status\":\"error\",\"code\":\"apiKeyInvalid\"} | bad_key",
                "429 | too many | throttled",
                "403 | <html>denied</html> | blocked",
                "200 | {\"status\":\"ok\",\"totalResults\":0,\"articles\":[]} | empty_confirmed",
                "200 | {\"status\":\"ok\",\"sources\":[]} | schema_changed",
                "200 | {\"articles\":[]} | schema_changed",
                "200 | {\"status\":\"ok\",\"articles\":[{\"title | schema_changed",
                "200 | <html></html> | schema_changed",
                "200 | {\"status\":\"ok\",\"articles\":[{\"title\":\"T\",\"publishedAt\":null}]} | schema_changed",
            })
    void saysWhyThereIsNothing(int status, String body, String outcome) {
        assertThat(answers.outcome("everything", "AAPL", status, body)).isEqualTo(outcome);
    }

    @Test
    void sendsTheKeyInAHeaderAndAsksForTheLastMonthOnly() {
        WebCall call = calls(List.of("AAPL"), null, "secret").getFirst();

        assertThat(call.address().toString())
                .isEqualTo("https://newsapi.org/v2/everything?q=%22AAPL+stock%22+OR+%22AAPL+shares%22"
                        + "&from=2026-05-07&to=2026-06-05T23:59:59&sortBy=publishedAt&pageSize=100");
        assertThat(call.headers()).containsEntry("X-Api-Key", "secret");
        assertThat(calls(List.of("AAPL"), null, null)).isEmpty();
        assertThat(calls(List.of("^GSPC"), null, "secret")).isEmpty();
        assertThat(calls(List.of("A", "B", "C", "D", "E", "F", "G", "H", "I"), TODAY, "secret"))
                .hasSize(2);
    }

    private List<WebCall> calls(List<String> symbols, @Nullable LocalDate from, @Nullable String key) {
        ProviderRequest request =
                new ProviderRequest("", Dataset.ARTICLES, symbols, from, TODAY, AssetType.STOCK, null, null);
        return adapter.calls(request, new ProviderAccess("https://newsapi.org", key, null, TODAY));
    }
}
