package io.lumia.market.provider.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.Dataset;
import io.lumia.market.Published;
import io.lumia.market.QuarantineReason;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Answers;
import io.lumia.market.provider.web.ProviderAccess;
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
import org.junit.jupiter.params.provider.ValueSource;

class RedditAdapterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final RedditAdapter adapter = new RedditAdapter();
    private final Answers answers = new Answers(adapter);

    @Test
    void readsPostsOldestFirst() {
        ParsedAnswer rows = answers.rows("listing", "", answers.file("listing_hot.json"));

        assertThat(rows.articles()).extracting(ParsedAnswer.Row::line).containsExactly(1L, 3L, 2L);
        assertThat(rows.articles()).allMatch(row -> row.symbol().equals(Dataset.ANY_SYMBOL));
        ReceivedArticle post = rows.articles().getFirst().value();
        assertThat(post.sourceId()).isEqualTo("t3_488k4a");
        assertThat(post.title()).startsWith("The Leonardo DaVinci wins the Golden Globe Megathread!");
        assertThat(post.body())
                .startsWith("Please use this thread to discuss all th")
                .hasSizeLessThan(200);
        assertThat(post.publisher()).isEqualTo("reddit.com/r/AskReddit");
        assertThat(post.url()).startsWith("https://www.reddit.com/r/AskReddit/comments/488k4a/");
        assertThat(post.published()).isEqualTo(Published.at(Instant.ofEpochSecond(1_456_722_961)));
        assertThat(post.symbols()).isEmpty();
    }

    @Test
    void readsTheTextAsThePageShowsIt() {
        String html =
                "<!-- SC_OFF --><div class=\\\"md\\\"><p>Buy <strong>R&amp;D</strong>?</p>\\n<p>No. <a href=\\\"x\\\">Why</a></p></div>";
        String escaped = html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");

        ReceivedArticle plain = only(post("T", "\"selftext\":\"**x**\",\"selftext_html\":\"" + html + "\""));
        ReceivedArticle twice = only(post("P&amp;L &gt; 0", "\"selftext_html\":\"" + escaped + "\""));

        assertThat(plain.body()).isEqualTo("Buy R&D?\nNo. Why");
        assertThat(twice.body()).isEqualTo(plain.body());
        assertThat(twice.title()).isEqualTo("P&L > 0");
        assertThat(only(post("T", "\"selftext\":\"a &lt;3 b\",\"selftext_html\":null"))
                        .body())
                .isEqualTo("a <3 b");
    }

    @Test
    void setsAsideWhatWasTakenBack() {
        String body = listing(
                post("Good", "\"selftext\":\"x\""),
                post("Was here", "\"selftext\":\"[removed]\""),
                post("[deleted by user]", "\"selftext\":\"\""),
                post("Spam", "\"removed_by_category\":\"moderator\""),
                post("Left", "\"author\":\"[deleted]\",\"removed_by_category\":null"),
                post("Advert", "\"promoted\":true"));

        ParsedAnswer rows = answers.rows("listing", "", body);

        assertThat(rows.articles()).extracting(row -> row.value().title()).containsExactly("Good", "Left");
        assertThat(rows.rejected()).hasSize(3).allMatch(row -> row.reason() == QuarantineReason.NOTHING_SAID);
        assertThat(answers.outcome("listing", "", 200, listing(post("x", "\"selftext\":\"[removed]\""))))
                .isEqualTo("empty_confirmed");
    }

    @Test
    void keepsNothingOfWhoWroteIt() {
        ReceivedArticle own = only(
                "{\"kind\":\"t3\",\"data\":{\"id\":\"abc1\",\"title\":\"T\",\"created_utc\":1456722961,"
                        + "\"subreddit\":\"u_somebody\",\"author\":\"somebody\",\"permalink\":\"/r/u_somebody/comments/abc1/t/\"}}");

        assertThat(own.publisher()).isEqualTo("reddit.com");
        assertThat(own.url()).isEqualTo("https://www.reddit.com/comments/abc1");
        assertThat(answers.rows("listing", "", listing(post("T", "\"author\":\"somebody\"")))
                        .articles()
                        .getFirst()
                        .raw())
                .doesNotContain("somebody");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | <html><h1>whoa there, pardner!</h1><p>Your request has been blocked</p></html> | blocked",
                "403 | {\"error\": 403} | plan_limit",
                "403 | {\"message\": \"Forbidden\", \"error\": 403} | plan_limit",
                "403 | {\"reason\": \"quarantined\", \"message\": \"Forbidden\", \"error\": 403} | plan_limit",
                "403 | {\"reason\": \"private\", \"message\": \"Forbidden\", \"error\": 403} | plan_limit",
                "404 | {\"reason\": \"banned\", \"message\": \"Not Found\", \"error\": 404} | symbol_unknown",
                "401 | {\"message\": \"Unauthorized\", \"error\": 401} | bad_key",
                "200 | {\"message\": \"Unauthorized\", \"error\": 401} | bad_key",
                "200 | {\"message\": \"Too Many Requests\", \"error\": 429} | throttled",
                "429 | <html>too many</html> | throttled",
                "503 | <html>down</html> | unreachable",
                "200 | {\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t5\",\"data\":{}}]}} | symbol_unknown",
                "200 | {\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t1\",\"data\":{}}]}} | schema_changed",
                "200 | {\"kind\":\"t2\",\"data\":{}} | schema_changed",
                "200 | <html>enable javascript and cookies</html> | blocked",
                "200 | <html>else</html> | schema_changed",
                "200 | {\"kind\":\"Listing\",\"data\":{\"child | schema_changed",
            })
    void saysWhyThereIsNothing(int status, String body, String outcome) {
        assertThat(answers.outcome("listing", "", status, body)).isEqualTo(outcome);
    }

    @Test
    void readsTheFeedWithoutWhoSubmitted() {
        ParsedAnswer rows = answers.rows("rss", "", answers.file("new.rss"));

        assertThat(rows.articles()).hasSize(2);
        ReceivedArticle post = rows.articles().getLast().value();
        assertThat(post.sourceId()).isEqualTo("t3_1abc2d");
        assertThat(post.title()).isEqualTo("Is AT&T a buy?");
        assertThat(post.body()).isEqualToNormalizingWhitespace("Dividend is up 5%. What do you think?");
        assertThat(post.url()).isEqualTo("https://www.reddit.com/r/stocks/comments/1abc2d/is_att_a_buy/");
        assertThat(post.publisher()).isEqualTo("reddit.com/r/stocks");
        assertThat(post.published()).isEqualTo(Published.at(Instant.parse("2026-05-31T17:53:45Z")));
        assertThat(rows.articles().getFirst().value().body()).isEmpty();
        assertThat(rows.rejected()).singleElement().satisfies(row -> assertThat(row.reason())
                .isEqualTo(QuarantineReason.NOTHING_SAID));
        assertThat(rows.articles()).noneMatch(row -> (row.raw() + row.value()).contains("somebody"));
        assertThat(rows.rejected()).noneMatch(row -> row.row().contains("somebody"));
    }

    @Test
    void tellsAFeedFromAListing() {
        assertThat(answers.outcome("listing", "", 200, answers.file("new.rss"))).isEqualTo("schema_changed");
        assertThat(answers.outcome("rss", "", 200, answers.file("listing_hot.json")))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("rss", "", 429, "<html>too many requests</html>"))
                .isEqualTo("throttled");
        assertThat(answers.outcome("rss", "", 403, "<html>blocked</html>")).isEqualTo("blocked");
        assertThat(answers.outcome("rss", "", 404, "<html>page not found</html>"))
                .isEqualTo("symbol_unknown");
        assertThat(answers.outcome(
                        "rss", "", 200, "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>new</title></feed>"))
                .isEqualTo("empty_confirmed");
    }

    @Test
    void anEmptyListingSaysSo() {
        assertThat(answers.outcome("listing", "", 200, answers.file("listing_empty.json")))
                .isEqualTo("empty_confirmed");
        assertThat(answers.outcome("listing", "", 200, "")).isEqualTo("schema_changed");
    }

    @Test
    void waitsUntilTheWindowEnds() {
        ProviderAnswer waits = Answers.refusal(answers.read(
                "listing", "", 429, "{}", Map.of("X-Ratelimit-Reset", "459.2", "X-Ratelimit-Remaining", "0.0")));
        ProviderAnswer usedUp = Answers.refusal(answers.read(
                "listing",
                "",
                403,
                "{\"error\":403}",
                Map.of("X-Ratelimit-Reset", "459", "X-Ratelimit-Remaining", "0.0")));
        ProviderAnswer notUsedUp = Answers.refusal(answers.read(
                "listing",
                "",
                403,
                "{\"error\":403}",
                Map.of("X-Ratelimit-Reset", "459", "X-Ratelimit-Remaining", "598.0")));

        assertThat(((ProviderAnswer.Throttled) waits).waitTime()).isEqualTo(Duration.ofSeconds(460));
        assertThat(usedUp.code()).isEqualTo("throttled");
        assertThat(notUsedUp.code()).isEqualTo("plan_limit");
    }

    @Test
    void asksForTheSubredditsThatTheJobNames() {
        assertThat(calls("stocks+investing", "token"))
                .singleElement()
                .satisfies(call -> assertThat(call.address().toString())
                        .isEqualTo("https://oauth.reddit.com/r/stocks+investing/new?limit=100&raw_json=1"))
                .satisfies(call -> assertThat(call.headers()).containsEntry("Authorization", "Bearer token"));
        assertThat(calls("stocks", null))
                .singleElement()
                .satisfies(call -> assertThat(call.address().toString())
                        .isEqualTo("https://www.reddit.com/r/stocks/new/.rss?limit=100"))
                .satisfies(call -> assertThat(call.headers()).isEmpty());
        assertThat(calls("", "token")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "stocks/../me", "stocks+", "stocks,investing", "https://www.reddit.com/r/stocks"})
    void refusesOtherLocations(String location) {
        assertThat(adapter.capabilities().locations().allows(location)).isFalse();
        assertThat(calls(location, "token")).isEmpty();
    }

    @Test
    void takesNamesAsLocationsAndIsOffUnlessSomebodySwitchesItOn() {
        assertThat(adapter.capabilities().locations().allows("stocks")).isTrue();
        assertThat(adapter.capabilities().locations().allows("stocks+wallstreetbets+a_b9"))
                .isTrue();
        assertThat(adapter.capabilities().enabledByDefault()).isFalse();
    }

    private List<WebCall> calls(String location, @Nullable String key) {
        ProviderRequest request = new ProviderRequest(
                location, Dataset.ARTICLES, List.of(Dataset.ANY_SYMBOL), TODAY.minusDays(3), TODAY, null, null, null);
        return adapter.calls(request, new ProviderAccess("https://oauth.reddit.com", key, null, TODAY));
    }

    private ReceivedArticle only(String post) {
        return answers.rows("listing", "", listing(post)).articles().getFirst().value();
    }

    private static String listing(String... posts) {
        return "{\"kind\":\"Listing\",\"data\":{\"after\":null,\"children\":[" + String.join(",", posts) + "]}}";
    }

    private static String post(String title, String more) {
        return "{\"kind\":\"t3\",\"data\":{\"id\":\"abc1\",\"title\":\"%s\",\"created_utc\":1456722961.0,\"subreddit\":\"stocks\",%s}}"
                .formatted(title, more);
    }
}
