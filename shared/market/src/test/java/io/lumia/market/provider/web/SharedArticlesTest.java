package io.lumia.market.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.gdelt.GdeltAdapter;
import io.lumia.market.provider.reddit.RedditAdapter;
import io.lumia.market.provider.stocktwits.StockTwitsAdapter;
import io.lumia.market.provider.tiingo.TiingoAdapter;
import io.lumia.market.provider.xtwitter.XAdapter;
import io.lumia.platform.web.WebResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stored answers beside the project, where they are: most may not be copied into it. */
class SharedArticlesTest {

    private static final List<Path> PLACES = List.of(
            Path.of("../../../shared/providers"), Path.of("../../shared/providers"), Path.of("../shared/providers"));

    private static final List<WebAdapter> ADAPTERS = List.of(
            new GdeltAdapter(), new RedditAdapter(), new StockTwitsAdapter(), new TiingoAdapter(), new XAdapter());

    @ParameterizedTest
    @CsvSource({
        "gdelt, artlist_2, artlist, AAPL, 2",
        "gdelt, empty_200, artlist, '', empty_confirmed",
        "gdelt, rate_limit_200_text, artlist, '', throttled",
        "reddit, anonymous_json_blocked_403_fragment, listing, '', blocked",
        "reddit, bad_token_401, listing, '', bad_key",
        "reddit, forbidden_403_with_ratelimit_headers, listing, '', plan_limit",
        "reddit, listing_empty, listing, '', empty_confirmed",
        "reddit, listing_hot, listing, '', 25",
        "reddit, quarantined_403, listing, '', plan_limit",
        "stocktwits, rate_limit_429, stream, AAPL, throttled",
        "stocktwits, stream_AAPL, stream, AAPL, 30",
        "tiingo, news, news, AAPL, 1",
        "x_twitter, counts_recent, counts_recent, '', empty_confirmed",
        "x_twitter, rate_limit_429, search_recent, '', throttled",
        "x_twitter, search_recent, search_recent, '', 10",
        "x_twitter, user_tweets, user_tweets, '', 2"
    })
    void readsWhatIsStored(String provider, String name, String kind, String symbol, String expected)
            throws IOException {
        Path folder = PLACES.stream()
                .map(place -> place.resolve(provider))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("absent"));
        assumeTrue(Files.isDirectory(folder), "no shared answers beside the project");
        JsonNode meta = WebJson.parse(Files.readString(folder.resolve(name + ".meta.json")))
                .orElseThrow();
        Map<String, String> headers = new HashMap<>();
        meta.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        byte[] body = Files.readAllBytes(folder.resolve(meta.path("body_file").asText()));
        WebResponse response = new WebResponse(meta.path("status").asInt(), headers, body, Answers.RECEIVED);
        WebAdapter adapter = ADAPTERS.stream()
                .filter(each -> each.capabilities().provider().equals(provider))
                .findFirst()
                .orElseThrow();

        Reading reading = StoredAnswer.read(adapter, ReadContext.of(kind, symbol, Answers.RECEIVED), response);

        String read =
                switch (reading) {
                    case Reading.Rows(var rows, var _) ->
                        String.valueOf(rows.articles().size());
                    case Reading.NoRows(var why) -> why.code();
                };
        assertThat(read).isEqualTo(expected);
    }
}
