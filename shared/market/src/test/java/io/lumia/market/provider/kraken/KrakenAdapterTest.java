package io.lumia.market.provider.kraken;

import static io.lumia.market.provider.crypto.StoredAnswer.code;
import static io.lumia.market.provider.crypto.StoredAnswer.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.Dataset;
import io.lumia.market.Quote;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.crypto.StoredAnswer;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.Reading.NoRows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KrakenAdapterTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    private static final String DAYS = """
            {"error":[%s],"result":{"%s":[
              [1704067200,"42265.6","44200.0","42180.0","44158.9","43013.1","2058.5",26000],
              [1704153600,"44158.8","45916.0","44000.0","44957.0","45000.1","3500.25",36000],
              [1704240000,"44957.0","45500.0","40000.0","42848.0","43000.1","5000.25",56000]],"last":1704153600}}""";

    private final KrakenAdapter adapter = new KrakenAdapter();
    private final StoredAnswer answer = new StoredAnswer(adapter, Instant.parse("2024-01-03T12:00:00Z"));

    @Test
    void readsCandlesButTheUnfinishedLast() {
        ParsedAnswer rows = rows(answer.read("ohlc", "BTC-USD", 200, answer.file("ohlc_XBTUSD_1m.json")));

        assertThat(rows.quotes()).hasSize(4);
        assertThat(rows.quotes().getLast().value())
                .isEqualTo(new Quote(
                        Instant.parse("2017-08-11T10:00:00Z"),
                        3530.636,
                        3534.1,
                        3530.301,
                        3531.999,
                        4.55205801,
                        "USD"));
        assertThat(rows.bars()).isEmpty();
    }

    @Test
    void readsDaysAsBarsAndNamesThemByThePair() {
        ParsedAnswer rows = rows(answer.read("bars", "", 200, DAYS.formatted("", "XXBTZUSD")));

        assertThat(rows.bars()).extracting(bar -> bar.symbol()).containsOnly("BTC-USD");
        assertThat(rows.bars())
                .extracting(bar -> bar.value().date())
                .containsExactly(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-01-02"));
        assertThat(rows.bars().getLast().value().volume()).isEqualTo(3500.25);
    }

    @ParameterizedTest
    @CsvSource({
        "XXBTZUSD, BTC-USD", "XBTUSDT, BTC-USDT", "XETHXXBT, ETH-BTC", "XTZUSD, XTZ-USD", "ADAEUR, ADA-EUR",
        "XDGUSD, DOGE-USD", "USDTZUSD, USDT-USD", "XXDGXXBT, DOGE-BTC", "XBT/USD, BTC-USD", "XLTCZEUR, LTC-EUR"
    })
    void knowsThePairOfAKey(String key, String symbol) {
        assertThat(KrakenNames.parse(key).orElseThrow().symbol()).isEqualTo(symbol);
    }

    @Test
    void refusesAnotherPairsCandles() {
        assertThat(code(answer.read("ohlc", "BTC-USD", 200, DAYS.formatted("", "XETHZUSD"))))
                .isEqualTo("schema_changed");
        assertThat(code(answer.read("ohlc", "BTC-USD", 200, DAYS.formatted("", "XXBTZUSD"))))
                .isEqualTo("rows");
        assertThat(code(answer.read("ohlc", "BTC-USD", 200, DAYS.formatted("\"WGeneral:old\"", "XXBTZUSD"))))
                .isEqualTo("rows");
    }

    @Test
    void knowsAnAnswerWithTheUnfinishedCandleAlone() {
        String body =
                "{\"error\":[],\"result\":{\"XXBTZUSD\":[[1704240000,\"1\",\"1\",\"1\",\"1\",\"1\",\"1\",1]],\"last\":1704153600}}";

        assertThat(code(answer.read("ohlc", "BTC-USD", 200, body))).isEqualTo("empty_confirmed");
    }

    @Test
    void readsCurrenciesAndPairsAsAssets() {
        ParsedAnswer currencies = rows(answer.read("assets", "", 200, answer.file("assets.json")));
        String pairs = "{\"error\":[],\"result\":{\"XXBTZUSD\":{\"altname\":\"XBTUSD\",\"wsname\":\"XBT/USD\","
                + "\"aclass_base\":\"currency\",\"base\":\"XXBT\",\"quote\":\"ZUSD\"}}}";

        assertThat(currencies.assets())
                .extracting(asset -> asset.symbol().value())
                .contains("ADA", "BTC", "DOGE", "USD", "FEE")
                .doesNotContain("XBT");
        assertThat(currencies.rejected()).isEmpty();
        assertThat(rows(answer.read("asset_pairs", "", 200, pairs)).assets())
                .extracting(asset -> asset.symbol().value())
                .containsExactly("BTC-USD");
        assertThat(code(answer.read("assets", "", 200, pairs))).isEqualTo("schema_changed");
        assertThat(code(answer.read("asset_pairs", "", 200, answer.file("assets.json"))))
                .isEqualTo("schema_changed");
        assertThat(code(answer.read("ohlc", "", 200, answer.file("assets.json"))))
                .isEqualTo("schema_changed");
    }

    @ParameterizedTest
    @CsvSource({
        "EQuery:Unknown asset pair, symbol_unknown",
        "EAPI:Rate limit exceeded, throttled",
        "EGeneral:Too many requests, throttled",
        "EGeneral:Temporary lockout, throttled",
        "EService:Unavailable, unreachable",
        "EService:Busy, unreachable",
        "EGeneral:Internal error, unreachable",
        "EAPI:Invalid key, bad_key",
        "EGeneral:Permission denied, bad_key",
        "EGeneral:Invalid arguments, schema_changed",
    })
    void knowsAnErrorInsideA200(String error, String outcome) {
        assertThat(code(answer.read("ohlc", "BTC-USD", 200, "{\"error\":[\"%s\"]}".formatted(error))))
                .isEqualTo(outcome);
    }

    @Test
    void waitsUntilTheTimeThatKrakenNames() {
        var reading = answer.read("ohlc", "BTC-USD", 200, "{\"error\":[\"EService:Throttled: 1704283260\"]}");

        assertThat(((NoRows) reading).why()).isInstanceOfSatisfying(Throttled.class, t -> assertThat(t.waitTime())
                .isEqualTo(Duration.ofSeconds(60)));
    }

    @Test
    void takesNothingUnknownForRows() {
        assertThat(code(answer.read("ohlc", "NOT-APAIR", 200, answer.file("unknown_pair_200.json"))))
                .isEqualTo("symbol_unknown");
        for (String body : List.of(
                "",
                "[]",
                "{}",
                "<html></html>",
                "{\"error\":[],\"result\":{}}",
                "{\"result\":{\"XXBTZUSD\":[]}}",
                "{\"error\":[],\"result\":{\"XXBTZUSD\":[[17")) {
            assertThat(code(answer.read("ohlc", "BTC-USD", 200, body))).as(body).isEqualTo("schema_changed");
        }
        assertThat(code(answer.read("ohlc", "BTC-USD", 520, "<html>Cloudflare</html>")))
                .isEqualTo("unreachable");
    }

    @Test
    void spellsBitcoinAsKrakenDoes() {
        var request = new ProviderRequest(
                "", Dataset.BARS, List.of("BTC-USD", "DOGE-EUR"), LocalDate.parse("2026-11-01"), TODAY);

        var calls = adapter.calls(request, new ProviderAccess("https://api.kraken.com", null, null, TODAY));

        assertThat(calls)
                .extracting(call -> call.address().toString())
                .containsExactly(
                        "https://api.kraken.com/0/public/OHLC?pair=XBTUSD&interval=1440&since=1793404800",
                        "https://api.kraken.com/0/public/OHLC?pair=XDGEUR&interval=1440&since=1793404800");
    }
}
