package io.lumia.market.provider.gdelt;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.Published;
import io.lumia.market.QuarantineReason;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Answers;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.WebCall;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GdeltAdapterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 5);

    private final GdeltAdapter adapter = new GdeltAdapter();
    private final Answers answers = new Answers(adapter);

    @Test
    void readsHeadlinesOldestFirstWithTheTimeAtWhichTheyWereSeen() {
        ParsedAnswer rows = answers.rows("artlist", "AAPL", answers.file("artlist_2.json"));

        assertThat(rows.articles()).extracting(ParsedAnswer.Row::line).containsExactly(2L, 1L);
        ReceivedArticle french = rows.articles().getFirst().value();
        assertThat(french.title()).isEqualTo("Apple annonce des resultats records");
        assertThat(french.language()).isEqualTo("fr");
        assertThat(french.publisher()).isEqualTo("example.fr");
        ReceivedArticle english = rows.articles().getLast().value();
        assertThat(english.published()).isEqualTo(Published.seenAt(Instant.parse("2026-08-05T11:30:00Z")));
        assertThat(english.url()).isEqualTo("https://example.com/news/aapl-earnings");
        assertThat(english.symbols()).isEmpty();
        assertThat(rows.articles().getLast().symbol()).isEqualTo("AAPL");
        assertThat(answers.rows("artlist", "", answers.file("artlist_2.json"))
                        .articles()
                        .getFirst()
                        .symbol())
                .isEqualTo(Dataset.ANY_SYMBOL);
    }

    @Test
    void bearsIllegalEscapesEntitiesAndControlCharacters() {
        String body = article("AT\\&T &amp; S\\'s \\\"rise\\\" \t &#39;now&#39;", "20260805T113000Z", "Klingon");

        ReceivedArticle read =
                answers.rows("artlist", "", body).articles().getFirst().value();

        assertThat(read.title()).isEqualTo("AT&T & S's \"rise\" 'now'");
        assertThat(read.language()).isEmpty();
        assertThat(read.publisher()).isEqualTo("example.com");
    }

    @Test
    void setsAsideWhatHasNoTimeOrTitle() {
        String good = article("Good", "20260805T113000Z", "English");
        String body = good.replace("]}", "")
                + ",{\"url\":\"u\",\"title\":\" \",\"seendate\":\"20260805T113000Z\"}"
                + ",{\"url\":\"u\",\"title\":\"T\",\"seendate\":\"2026-08-05\"},7]}";

        ParsedAnswer rows = answers.rows("artlist", "", body);

        assertThat(rows.articles()).hasSize(1);
        assertThat(rows.rejected())
                .extracting(row -> row.reason())
                .containsExactlyInAnyOrder(
                        QuarantineReason.NOTHING_SAID,
                        QuarantineReason.MALFORMED_LINE,
                        QuarantineReason.MALFORMED_LINE);
    }

    @Test
    void leavesOutWhatWasNotAskedFor() {
        ReadContext context = new ReadContext(
                "artlist", "", List.of(), null, LocalDate.of(2026, 8, 6), LocalDate.of(2026, 8, 7), Answers.RECEIVED);

        ParsedAnswer rows =
                Answers.rows(adapter.read(context, Answers.response(200, answers.file("artlist_2.json"), Map.of())));

        assertThat(rows.size()).isZero();
        assertThat(rows.rejected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"articles\":[]}", "{\"articles\": [] , \"query_details\": {}}", " {}\n"})
    void nothingFoundIsNothingThere(String body) {
        assertThat(answers.outcome("artlist", "AAPL", 200, body)).isEqualTo("empty_confirmed");
    }

    @Test
    void waitsWhenAskedToInWordsOrByStatus() {
        String words = "Please limit requests to one every 5 seconds or contact us for larger queries.";

        ProviderAnswer inside = answers.refusal("artlist", "AAPL", 200, words);

        assertThat(inside).isInstanceOf(ProviderAnswer.Throttled.class);
        assertThat(((ProviderAnswer.Throttled) inside).waitTime()).isEqualTo(Duration.ofSeconds(60));
        assertThat(answers.outcome("artlist", "AAPL", 429, words)).isEqualTo("throttled");
        assertThat(answers.outcome("artlist", "AAPL", 429, "")).isEqualTo("throttled");
        assertThat(((ProviderAnswer.Throttled)
                                Answers.refusal(answers.read("artlist", "", 429, words, Map.of("Retry-After", "7"))))
                        .waitTime())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aQuestionThatCannotBePutIsAboutItsSymbol() {
        assertThat(answers.outcome("artlist", "A", 200, "The specified phrase is too short."))
                .isEqualTo("symbol_unknown");
        assertThat(answers.outcome("artlist", "A", 200, "Your query was too short or too long."))
                .isEqualTo("symbol_unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Timespan is too short.",
                "<html><body>Maintenance</body></html>",
                "{\"articles\":[{\"url\":\"u\",\"title\":\"this is too long",
                "{\"timeline\":[]}",
                "[]",
                "{\"articles\":{}}",
                "{\"articles\":[{\"title\":\"T\",\"seendate\":null}]}"
            })
    void believesNothingItDoesNotKnow(String body) {
        assertThat(answers.outcome("artlist", "AAPL", 200, body)).isEqualTo("schema_changed");
    }

    @Test
    void asksByPhrasesOfFiveCharactersAndMore() {
        List<WebCall> calls = calls(List.of("AAPL", "GOOGL", "BTC-USD", "^GSPC"), LocalDate.of(2026, 8, 2), null);

        assertThat(calls).hasSize(2);
        assertThat(calls.getFirst().address().toString())
                .isEqualTo("https://api.gdeltproject.org/api/v2/doc/doc?query=%28%22AAPL+stock%22+OR+%22AAPL+shares%22"
                        + "+OR+%22GOOGL+stock%22+OR+%22GOOGL+shares%22+OR+%22GOOGL%22+OR+%22BTC+price%22"
                        + "+OR+%22BTC+crypto%22%29&mode=artlist&format=json&maxrecords=250&sort=datedesc"
                        + "&startdatetime=20260802000000&enddatetime=20260804235959");
        assertThat(calls.getLast().address().toString())
                .endsWith("&startdatetime=20260805000000&enddatetime=20260805235959");
        assertThat(calls(List.of("AAPL"), null, AssetType.STOCK)).hasSize(31).allMatch(call -> call.symbol()
                .equals("AAPL"));
        assertThat(calls(List.of("^GSPC"), TODAY, null)).isEmpty();
        assertThat(calls(List.of("DGS10"), TODAY, AssetType.BOND)).isEmpty();
    }

    private List<WebCall> calls(List<String> symbols, @Nullable LocalDate from, @Nullable AssetType type) {
        ProviderRequest request = new ProviderRequest("", Dataset.ARTICLES, symbols, from, TODAY, type, null, null);
        return adapter.calls(request, new ProviderAccess("https://api.gdeltproject.org", null, null, TODAY));
    }

    private static String article(String title, String seen, String language) {
        return "{\"articles\":[{\"url\":\"https://www.example.com/a\",\"title\":\"%s\",\"seendate\":\"%s\",\"language\":\"%s\"}]}"
                .formatted(title, seen, language);
    }
}
