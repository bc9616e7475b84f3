package io.lumia.market.provider.stocktwits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.ArticleKind;
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
import io.lumia.market.provider.web.WebJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockTwitsAdapterTest {

    private final StockTwitsAdapter adapter = new StockTwitsAdapter();
    private final Answers answers = new Answers(adapter);
    private final String live = answers.file("stream_AAPL.json");

    @Test
    void readsPostsWithTheirSymbolsInOurSpelling() {
        ParsedAnswer rows = answers.rows("stream", "AAPL", live);

        assertThat(rows.articles()).extracting(ParsedAnswer.Row::line).containsExactly(3L, 2L, 1L);
        ReceivedArticle newest = rows.articles().getLast().value();
        assertThat(newest.title()).isEqualTo("$AAPL & $BTC.X both up >3% today, that's a day! Not advice");
        assertThat(newest.body()).isEmpty();
        assertThat(newest.kind()).isEqualTo(ArticleKind.SOCIAL);
        assertThat(newest.sourceId()).isEqualTo("900003");
        assertThat(newest.url()).isEqualTo("https://stocktwits.com/message/900003");
        assertThat(newest.published()).isEqualTo(Published.at(Instant.parse("2026-05-31T17:53:45Z")));
        assertThat(newest.symbols()).containsExactly("AAPL", "BTC-USD");
        assertThat(rows.articles().get(1).value().symbols()).containsExactly("EURUSD", "^GSPC", "AAPL", "BRK.B");
        assertThat(rows.articles().getFirst().value().symbols()).containsExactly("AAPL");
    }

    @Test
    void readsTheSameFromTheListAloneAndFromLines() {
        JsonNode messages = WebJson.parse(live).orElseThrow().path("messages");
        String lines = StreamSupport.stream(messages.spliterator(), false)
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n"));
        List<ReceivedArticle> expected = texts(live);

        assertThat(texts("{\"messages\":" + messages + "}")).isEqualTo(expected);
        assertThat(texts(messages.toString())).isEqualTo(expected);
        assertThat(texts(lines)).isEqualTo(expected);
        assertThat(texts(messages.get(0).toString())).hasSize(1);
        assertThat(answers.outcome("stream", "AAPL", 200, lines.substring(0, lines.length() - 9)))
                .isEqualTo("schema_changed");
    }

    @Test
    void keepsNothingOfWhoWroteOrIsSpokenTo() {
        String body = live.replace(
                "\"id\": 900003,",
                "\"id\": 900003, \"user\": {\"username\": \"somebody\"}, \"mentioned_users\": [\"@other\"],");

        ParsedAnswer rows = answers.rows("stream", "AAPL", body);

        assertThat(rows.articles()).hasSize(3).noneMatch(row -> row.raw().contains("somebody"));
        assertThat(rows.articles()).noneMatch(row -> row.value().toString().contains("somebody"));
    }

    @Test
    void goesOnToOlderPostsWhileTheyAreWantedAndThePagesFew() {
        LocalDate from = LocalDate.of(2026, 5, 29);
        ReadContext first = new ReadContext(
                "stream", "AAPL", List.of("AAPL"), null, from, LocalDate.of(2026, 6, 1), Answers.RECEIVED);
        ReadContext last = new ReadContext(
                "stream.3", "AAPL", List.of("AAPL"), null, from, LocalDate.of(2026, 6, 1), Answers.RECEIVED);

        Reading.Rows page = (Reading.Rows) adapter.read(first, Answers.response(200, live, Map.of()));
        Reading.Rows end = (Reading.Rows) adapter.read(last, Answers.response(200, live, Map.of()));

        assertThat(page.more()).hasSize(1);
        assertThat(page.more().getFirst().kind()).isEqualTo("stream.2");
        assertThat(page.more().getFirst().address().toString())
                .isEqualTo("https://api.stocktwits.com/api/2/streams/symbol/AAPL.json?max=900001");
        assertThat(end.more()).isEmpty();
    }

    @Test
    void anotherSymbolsStreamIsNoAnswer() {
        assertThat(answers.outcome("stream", "MSFT", 200, live)).isEqualTo("schema_changed");
        String messages =
                "[{\"id\":1,\"body\":\"x\",\"created_at\":\"2026-05-31T17:53:45Z\",\"symbols\":[{\"symbol\":\"AAPL\"}]}]";
        assertThat(answers.outcome("stream", "MSFT", 200, messages)).isEqualTo("schema_changed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | {\"response\":{\"status\":429},\"errors\":[{\"message\":\"Rate limit exceeded.\"}]} | throttled",
                "200 | {\"response\":{\"status\":429},\"errors\":[{\"message\":\"Rate limit exceeded.\"}]} | throttled",
                "404 | {\"response\":{\"status\":404},\"errors\":[{\"message\":\"Symbol not found\"}]} | symbol_unknown",
                "200 | {\"response\":{\"status\":404},\"errors\":[{\"message\":\"Symbol not found\"}]} | symbol_unknown",
                "404 | <html>not here</html> | schema_changed",
                "401 | {\"response\":{\"status\":401}} | bad_key",
                "403 | <html><title>Just a moment...</title></html> | blocked",
                "200 | <html><title>Just a moment...</title></html> | blocked",
                "500 | oops | unreachable",
                "200 | {\"response\":{\"status\":500},\"errors\":[{\"message\":\"oops\"}]} | unreachable",
                "200 | {\"response\":{\"status\":200},\"messages\":[]} | empty_confirmed",
                "200 | [] | empty_confirmed",
                "200 | {\"response\":{\"status\":200}} | schema_changed",
                "200 | {\"response\":{\"status\":200},\"errors\":[{\"message\":\"?\"}]} | schema_changed",
            })
    void saysWhyThereIsNothing(int status, String body, String outcome) {
        assertThat(answers.outcome("stream", "AAPL", status, body)).isEqualTo(outcome);
    }

    @Test
    void waitsAQuarterOfAnHourUnlessTold() {
        ProviderAnswer untold = answers.refusal("stream", "AAPL", 429, "{}");
        ProviderAnswer told = Answers.refusal(answers.read("stream", "AAPL", 429, "{}", Map.of("Retry-After", "30")));

        assertThat(((ProviderAnswer.Throttled) untold).waitTime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(((ProviderAnswer.Throttled) told).waitTime()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "7", "{\"messages\":7}", "{\"messages\":[{\"id\":1}]}", "{\"messages\":[{\"id\":1,"})
    void believesNothingItDoesNotKnow(String body) {
        assertThat(answers.outcome("stream", "AAPL", 200, body)).isEqualTo("schema_changed");
    }

    @Test
    void spellsSymbolsForStockTwitsAndIsOffUnlessSomebodySwitchesItOn() {
        ProviderRequest request = new ProviderRequest(
                "",
                Dataset.ARTICLES,
                List.of("BRK.B", "BTC-USD", "^GSPC", "^UNHEARD", "*"),
                null,
                LocalDate.of(2026, 6, 1),
                null,
                null,
                null);

        List<WebCall> calls = adapter.calls(
                request, new ProviderAccess("https://api.stocktwits.com", null, null, LocalDate.of(2026, 6, 1)));

        assertThat(calls)
                .extracting(call -> call.address().getPath())
                .containsExactly(
                        "/api/2/streams/symbol/BRK.B.json",
                        "/api/2/streams/symbol/BTC.X.json",
                        "/api/2/streams/symbol/SPX.json");
        assertThat(adapter.capabilities().enabledByDefault()).isFalse();
        assertThat(adapter.capabilities().offer(Dataset.ARTICLES, AssetType.BOND))
                .isEmpty();
    }

    private List<ReceivedArticle> texts(String body) {
        return answers.rows("stream", "AAPL", body).articles().stream()
                .map(ParsedAnswer.Row::value)
                .toList();
    }
}
