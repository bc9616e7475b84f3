package io.lumia.market.provider.binance;

import static io.lumia.market.provider.crypto.StoredAnswer.code;
import static io.lumia.market.provider.crypto.StoredAnswer.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.DailyBar;
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

final class BinanceAdapterTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final BinanceAdapter adapter = new BinanceAdapter();
    private final StoredAnswer answer = new StoredAnswer(adapter, NOW);

    @Test
    void readsADayAsABar() {
        ParsedAnswer rows = rows(answer.read("klines", "BTC-USDT", 200, answer.file("klines_BTCUSDT_1d.json")));

        DailyBar bar = rows.bars().getFirst().value();
        assertThat(bar.date()).isEqualTo(LocalDate.parse("2026-08-02"));
        assertThat(bar.open()).isEqualTo(62823.65);
        assertThat(bar.high()).isEqualTo(63796.33);
        assertThat(bar.low()).isEqualTo(62806.58);
        assertThat(bar.close()).isEqualTo(63570);
        assertThat(bar.volume()).isEqualTo(8387.01154);
    }

    @Test
    void readsAnHourAtMidnightAsAQuote() {
        String body = "[[1785628800000,\"1\",\"2\",\"1\",\"1.5\",\"9\",1785632399999,\"0\",1,\"0\",\"0\",\"0\"]]";

        ParsedAnswer rows = rows(answer.read("klines", "BTC-USDT", 200, body));

        assertThat(rows.bars()).isEmpty();
        assertThat(rows.quotes().getFirst().value().currency()).isEqualTo("USDT");
    }

    @Test
    void leavesOutTheDayThatHasNotClosed() {
        var context = ReadContext.of("klines", "BTC-USDT", Instant.parse("2026-08-02T23:59:59Z"));

        assertThat(code(answer.read(context, 200, answer.file("klines_BTCUSDT_1d.json"), Map.of())))
                .isEqualTo("empty_confirmed");
    }

    @Test
    void knowsItsRefusals() {
        assertThat(code(answer.read("klines", "NOT-AMARKET", 400, answer.file("invalid_symbol_400.json"))))
                .isEqualTo("symbol_unknown");
        assertThat(code(answer.read("klines", "BTC-USDT", 451, answer.file("geo_block_451.json"))))
                .isEqualTo("blocked");
        assertThat(code(answer.read("klines", "BTC-USDT", 200, "[]"))).isEqualTo("empty_confirmed");
        assertThat(code(answer.read("klines", "BTC-USDT", 401, "{\"code\":-2015,\"msg\":\"Invalid API-key\"}")))
                .isEqualTo("bad_key");
        assertThat(code(answer.read("klines", "BTC-USDT", 200, "{\"code\":-1007,\"msg\":\"Timeout\"}")))
                .isEqualTo("unreachable");
        assertThat(code(answer.read("klines", "BTC-USDT", 400, "{\"code\":-1104,\"msg\":\"Not all read\"}")))
                .isEqualTo("schema_changed");
    }

    @Test
    void waitsAsLongAsBinanceSays() {
        var context = ReadContext.of("klines", "BTC-USDT", NOW);
        var limited = answer.read(context, 429, answer.file("rate_limit_429.json"), Map.of("Retry-After", "21"));
        String ban = "{\"code\":-1003,\"msg\":\"Way too many requests; IP banned until %d.\"}"
                .formatted(NOW.plusSeconds(90).toEpochMilli());

        assertThat(((NoRows) limited).why()).isInstanceOfSatisfying(Throttled.class, t -> assertThat(t.waitTime())
                .isEqualTo(Duration.ofSeconds(21)));
        assertThat(((NoRows) answer.read(context, 418, ban, Map.of())).why())
                .isInstanceOfSatisfying(
                        Throttled.class, t -> assertThat(t.waitTime()).isEqualTo(Duration.ofSeconds(90)));
    }

    @Test
    void readsPairsAsAssets() {
        String body =
                "{\"timezone\":\"UTC\",\"symbols\":[{\"symbol\":\"ETHBTC\",\"status\":\"TRADING\",\"baseAsset\":\"ETH\","
                        + "\"quoteAsset\":\"BTC\"}]}";

        assertThat(rows(answer.read("assets", "", 200, body)).assets())
                .extracting(asset -> asset.symbol().value())
                .containsExactly("ETH-BTC");
        assertThat(code(answer.read("assets", "BTC-USDT", 200, body))).isEqualTo("symbol_unknown");
    }

    @Test
    void takesNothingUnknownForRows() {
        for (String kind : adapter.kinds().keySet()) {
            for (String body : List.of("", "{}", "null", "<html></html>", "[[1785628800000", "[1]", "[[1,2,3]]")) {
                assertThat(code(answer.read(kind, "BTC-USDT", 200, body)))
                        .as("%s of %s", kind, body)
                        .isEqualTo("schema_changed");
            }
        }
    }

    @Test
    void asksForAThousandDaysAtOnceAndNeverForDollars() {
        var request = new ProviderRequest(
                "",
                Dataset.BARS,
                List.of("BTC-USDT", "BTC-USD"),
                LocalDate.parse("2024-01-01"),
                LocalDate.parse("2024-01-31"));

        var calls = adapter.calls(
                request,
                new ProviderAccess("https://data-api.binance.vision", null, null, LocalDate.parse("2026-11-25")));

        assertThat(calls)
                .extracting(call -> call.address().toString())
                .containsExactly(
                        "https://data-api.binance.vision/api/v3/klines?symbol=BTCUSDT&interval=1d&startTime=1704067200000&endTime=1706659200000&limit=1000");
    }
}
