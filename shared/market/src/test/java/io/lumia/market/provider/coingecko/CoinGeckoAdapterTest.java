package io.lumia.market.provider.coingecko;

import static io.lumia.market.provider.crypto.StoredAnswer.code;
import static io.lumia.market.provider.crypto.StoredAnswer.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.BarFlag;
import io.lumia.market.Dataset;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.crypto.StoredAnswer;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading.NoRows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CoinGeckoAdapterTest {

    private static final Instant NOW = Instant.parse("2024-01-03T12:00:00Z");

    private final CoinGeckoAdapter adapter = new CoinGeckoAdapter();
    private final StoredAnswer answer = new StoredAnswer(adapter, NOW);

    @Test
    void readsShortCandlesAsQuotesWithoutVolume() {
        ParsedAnswer rows = rows(answer.read("ohlc", "BTC-USD", 200, answer.file("ohlc_bitcoin.json")));

        assertThat(rows.bars()).isEmpty();
        assertThat(rows.quotes()).extracting(quote -> quote.value().price()).containsExactly(42_300.0, 42_800.0);
        assertThat(rows.quotes().getFirst().value().volume()).isNaN();
        assertThat(rows.quotes().getFirst().value().time()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    }

    @Test
    void readsTheMidnightPriceAsTheCloseOfTheDayThatEnds() {
        String body = "{\"prices\":[[1704067200000,42208.2],[1704153600000,44187.1],[1704283200000,43000.5]],"
                + "\"market_caps\":[],\"total_volumes\":[]}";

        ParsedAnswer rows = rows(answer.read("market_chart", "BTC-USD", 200, body));

        assertThat(rows.bars())
                .extracting(bar -> bar.value().date())
                .containsExactly(LocalDate.parse("2023-12-31"), LocalDate.parse("2024-01-01"));
        assertThat(rows.bars().getLast().value().close()).isEqualTo(44_187.1);
        assertThat(rows.bars().getLast().value().has(BarFlag.CLOSE_ONLY)).isTrue();
        assertThat(rows.bars().getLast().value().volume()).isNaN();
    }

    @Test
    void neverMakesHoursIntoDays() {
        String body = "{\"prices\":[[1704067200000,1],[1704070800123,2],[1704074400123,3]]}";

        ParsedAnswer rows = rows(answer.read("market_chart", "BTC-USD", 200, body));

        assertThat(rows.bars()).isEmpty();
        assertThat(rows.quotes()).hasSize(3);
    }

    @Test
    void knowsItsRefusals() {
        assertThat(code(answer.read("market_chart", "XYZ-USD", 404, "{\"error\":\"coin not found\"}")))
                .isEqualTo("symbol_unknown");
        assertThat(code(answer.read(
                        "market_chart",
                        "BTC-USD",
                        401,
                        "{\"error\":{\"status\":{\"error_code\":10012,\"error_message\":\"past 365 days\"}}}")))
                .isEqualTo("plan_limit");
        assertThat(code(answer.read(
                        "market_chart",
                        "BTC-USD",
                        401,
                        "{\"status\":{\"error_code\":10002,\"error_message\":\"API Key Missing\"}}")))
                .isEqualTo("bad_key");
        assertThat(code(answer.read("market_chart", "BTC-USD", 429, "<!DOCTYPE html><title>Cloudflare</title>")))
                .isEqualTo("throttled");
        assertThat(code(answer.read("market_chart", "BTC-USD", 403, "<!DOCTYPE html>")))
                .isEqualTo("blocked");
        assertThat(code(answer.read("ohlc", "BTC-USD", 200, "[]"))).isEqualTo("empty_confirmed");
        assertThat(code(answer.read("ohlc", "BTC-USD", 200, answer.file("rate_limit_429.json"))))
                .isEqualTo("throttled");
    }

    @Test
    void waitsAsLongAsRetryAfterSays() {
        var reading = answer.read(
                ReadContext.of("ohlc", "ETH-USD", NOW),
                429,
                answer.file("rate_limit_429.json"),
                Map.of("Retry-After", "119"));

        assertThat(((NoRows) reading).why()).isInstanceOfSatisfying(Throttled.class, t -> assertThat(t.waitTime())
                .isEqualTo(Duration.ofSeconds(119)));
    }

    @Test
    void takesNothingUnknownForRows() {
        for (String kind : adapter.kinds().keySet()) {
            for (String body :
                    List.of("", "{}", "null", "<html></html>", "[[1704067200000", "[1]", "{\"prices\":[[1]]}")) {
                assertThat(code(answer.read(kind, "BTC-USD", 200, body)))
                        .as("%s of %s", kind, body)
                        .isEqualTo("schema_changed");
            }
        }
    }

    @Test
    void asksByIdForAtMostAYear() {
        var request = new ProviderRequest(
                "",
                Dataset.BARS,
                List.of("BTC-USD", "NOSUCH-USD"),
                LocalDate.parse("2020-01-01"),
                LocalDate.parse("2024-01-03"));

        var calls = adapter.calls(
                request, new ProviderAccess("https://api.coingecko.com", "demo", null, LocalDate.parse("2024-01-03")));

        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst().address().toString())
                .isEqualTo(
                        "https://api.coingecko.com/api/v3/coins/bitcoin/market_chart?vs_currency=usd&days=365&interval=daily");
        assertThat(calls.getFirst().headers()).containsEntry("x-cg-demo-api-key", "demo");
    }
}
