package io.lumia.market.provider.coinbase;

import static io.lumia.market.provider.crypto.StoredAnswer.code;
import static io.lumia.market.provider.crypto.StoredAnswer.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Quote;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.crypto.StoredAnswer;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.ReadContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CoinbaseAdapterTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    private static final String MALFORMED_DAYS = """
            [[1704153600,"42000.5","45899.9","44187.1","44961.6","31000.25"],
             [1704067200,42180.77,44240.8,42288.58,44187.14,9000.5],
             [1703980800,1,2,3,null,5],
             [1703894400,1,2,"x",4,5],
             ["soon",1,2,3,4,5],
             {"time":1703808000}]""";

    private final CoinbaseAdapter adapter = new CoinbaseAdapter();
    private final StoredAnswer answer = new StoredAnswer(adapter, Instant.parse("2026-11-25T12:00:00Z"));

    @Test
    void readsLowBeforeHighAndTheNewestLast() {
        ParsedAnswer rows =
                rows(answer.read("candles", "BTC-USD", 200, answer.file("exchange_candles_BTC-USD_1m.json")));

        assertThat(rows.bars()).isEmpty();
        assertThat(rows.quotes()).hasSize(10);
        assertThat(rows.quotes().getFirst().value())
                .isEqualTo(new Quote(
                        Instant.parse("2018-02-01T00:00:00Z"),
                        10099.99,
                        10099.99,
                        10099.98,
                        10099.98,
                        1.87868123,
                        "USD"));
        assertThat(rows.quotes().getFirst().line()).isEqualTo(10);
        assertThat(rows.quotes().getLast().value().price()).isEqualTo(10120.21);
        assertThat(rows.quotes().getLast().value().open()).isEqualTo(10106.01);
    }

    @Test
    void readsDaysAsBarsOfTheUtcDate() {
        ParsedAnswer rows =
                rows(answer.read("advanced_candles", "BTC-USD", 200, answer.file("advanced_candles_BTC-USD_1d.json")));

        assertThat(rows.bars()).hasSize(5);
        DailyBar last = rows.bars().getLast().value();
        assertThat(last.date()).isEqualTo(LocalDate.parse("2023-10-11"));
        assertThat(last.open()).isEqualTo(27393.28);
        assertThat(last.high()).isEqualTo(27478.61);
        assertThat(last.low()).isEqualTo(26521.32);
        assertThat(last.close()).isEqualTo(26869.19);
        assertThat(last.volume()).isEqualTo(16466.26612207);
        assertThat(last.adjClose()).isNaN();
        assertThat(rows.bars().getFirst().value().date()).isEqualTo(LocalDate.parse("2023-06-16"));
    }

    @Test
    void keepsTheGoodRowsAndSetsTheBadOnesAside() {
        ParsedAnswer rows = rows(answer.read("bars", "BTC-USD", 200, MALFORMED_DAYS));

        assertThat(rows.bars()).extracting(bar -> bar.value().close()).containsExactly(44187.14, 44961.6);
        assertThat(rows.rejected())
                .extracting(r -> r.reason())
                .containsExactlyInAnyOrder(
                        QuarantineReason.MISSING_VALUE,
                        QuarantineReason.MALFORMED_LINE,
                        QuarantineReason.MALFORMED_LINE,
                        QuarantineReason.MALFORMED_LINE);
    }

    @Test
    void leavesOutTheDayThatIsNotOver() {
        String body = "[[1764028800,1,3,2,2.5,10],[1763942400,1,3,2,2.4,10]]";
        var context = ReadContext.of("candles", "ETH-EUR", Instant.parse("2025-11-25T09:00:00Z"));

        ParsedAnswer rows = rows(answer.read(context, 200, body, Map.of()));

        assertThat(rows.bars()).extracting(bar -> bar.value().date()).containsExactly(LocalDate.parse("2025-11-24"));
        assertThat(code(answer.read(context, 200, "[[1764028800,1,3,2,2.5,10]]", Map.of())))
                .isEqualTo("empty_confirmed");
    }

    @Test
    void dropsDaysThatNobodyAskedFor() {
        var context = new ReadContext(
                "candles",
                "BTC-USD",
                List.of("BTC-USD"),
                null,
                LocalDate.parse("2023-10-10"),
                LocalDate.parse("2023-10-10"),
                Instant.parse("2026-11-25T12:00:00Z"));

        ParsedAnswer rows = rows(answer.read(
                new ReadContext(
                        "advanced_candles",
                        "BTC-USD",
                        context.symbols(),
                        null,
                        context.from(),
                        context.to(),
                        context.receivedAt()),
                200,
                answer.file("advanced_candles_BTC-USD_1d.json"),
                Map.of()));

        assertThat(rows.bars()).extracting(bar -> bar.value().date()).containsExactly(LocalDate.parse("2023-10-10"));
    }

    @Test
    void readsProductsAsAssets() {
        ParsedAnswer rows = rows(answer.read("products", "", 200, answer.file("exchange_products.json")));

        assertThat(rows.assets().getFirst().symbol().value()).isEqualTo("LTC-EUR");
        assertThat(rows.assets().getFirst().currency()).isEqualTo("EUR");
        assertThat(rows.assets().getFirst().attributes())
                .isEqualTo(Map.of("base", "LTC", "quote", "EUR", "status", "online"));
        assertThat(rows.rejected()).isEmpty();
        assertThat(code(answer.read("products", "NO-SUCH", 200, answer.file("exchange_products.json"))))
                .isEqualTo("symbol_unknown");
    }

    @Test
    void knowsItsRefusals() {
        assertThat(code(answer.read("candles", "BTC-USD", 200, answer.file("empty_candles_200.json"))))
                .isEqualTo("empty_confirmed");
        assertThat(code(answer.read("candles", "NO-SUCH", 404, answer.file("unknown_product_404.json"))))
                .isEqualTo("symbol_unknown");
        assertThat(code(answer.read("candles", "XTZ-USD", 400, answer.file("too_many_candles_400.json"))))
                .isEqualTo("schema_changed");
        assertThat(code(answer.read("candles", "BTC-USD", 429, "{\"message\":\"Public rate limit exceeded\"}")))
                .isEqualTo("throttled");
        assertThat(code(answer.read("candles", "BTC-USD", 200, "{\"message\":\"rate limit exceeded\"}")))
                .isEqualTo("throttled");
        assertThat(code(answer.read("candles", "BTC-USD", 503, "{\"message\":\"Service unavailable\"}")))
                .isEqualTo("unreachable");
        assertThat(code(answer.read("candles", "BTC-USD", 403, "<html>Cloudflare</html>")))
                .isEqualTo("blocked");
        assertThat(code(answer.read("candles", "BTC-USD", 200, "{\"message\":\"hello\"}")))
                .isEqualTo("schema_changed");
    }

    @Test
    void takesNothingUnknownForRows() {
        for (String kind : adapter.kinds().keySet()) {
            for (String body : List.of("", "{}", "null", "<html></html>", "[[1704153600,1", "[1,2]", "[{\"a\":1}]")) {
                assertThat(code(answer.read(kind, "BTC-USD", 200, body)))
                        .as("%s of %s", kind, body)
                        .isEqualTo("schema_changed");
            }
        }
        assertThat(code(answer.read("candles", "", 200, answer.file("advanced_candles_BTC-USD_1d.json"))))
                .isEqualTo("schema_changed");
        assertThat(code(answer.read("candles", "", 200, answer.file("exchange_products.json"))))
                .isEqualTo("schema_changed");
    }

    @Test
    void asksForPagesOfThreeHundredDays() {
        var request = new ProviderRequest(
                "",
                Dataset.BARS,
                List.of("BTC-USD", "AAPL"),
                LocalDate.parse("2024-01-01"),
                LocalDate.parse("2024-10-27"));

        var calls = adapter.calls(request, new ProviderAccess("http://localhost:9", null, null, TODAY));

        assertThat(calls)
                .extracting(call -> call.address().toString())
                .containsExactly(
                        "http://localhost:9/products/BTC-USD/candles?granularity=86400&start=2024-01-01T00:00:00Z&end=2024-10-26T00:00:00Z",
                        "http://localhost:9/products/BTC-USD/candles?granularity=86400&start=2024-10-27T00:00:00Z&end=2024-10-27T00:00:00Z");
    }
}
