package io.lumia.market.provider.frankfurter;

import static io.lumia.market.provider.series.Responses.addresses;
import static io.lumia.market.provider.series.Responses.asked;
import static io.lumia.market.provider.series.Responses.of;
import static io.lumia.market.provider.series.Responses.outcome;
import static io.lumia.market.provider.series.Responses.rows;
import static io.lumia.market.provider.series.Responses.stored;
import static io.lumia.market.provider.series.Responses.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.Dataset;
import io.lumia.market.provider.ParsedAnswer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrankfurterAdapterTest {

    private static final FrankfurterAdapter ADAPTER = new FrankfurterAdapter();
    private static final String DAYS = "frankfurter/timeseries_USD_EUR.json";
    private static final String ONE_DAY =
            "{\"amount\":1.0,\"base\":\"EUR\",\"date\":\"2026-07-31\",\"rates\":{\"USD\":1.1485,\"JPY\":171.2}}";

    @Test
    void readsDaysOldestFirstWhateverTheOrderOfKeys() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("timeseries", "USDEUR"), stored(DAYS)));

        assertThat(answer.bars())
                .extracting(row -> row.value().date() + "=" + row.value().close())
                .containsExactly("2026-07-29=0.87873", "2026-07-30=0.87138", "2026-07-31=0.8707");
    }

    @Test
    void leavesOutTheBusinessDayBeforeAWeekend() {
        LocalDate saturday = LocalDate.of(2026, 8, 1);

        assertThat(outcome(ADAPTER.read(
                        asked("timeseries", List.of("USDEUR"), saturday, saturday.plusDays(1)), stored(DAYS))))
                .isEqualTo("empty_confirmed");
    }

    @Test
    void refusesAnotherBaseOrPair() {
        assertThat(outcome(ADAPTER.read(asked("timeseries", "EURUSD"), stored(DAYS))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("timeseries", "USDJPY"), stored(DAYS))))
                .isEqualTo("schema_changed");
    }

    @Test
    void readsOneDayAndDividesByTheAmount() {
        ParsedAnswer answer = rows(ADAPTER.read(
                asked("latest", ""), of(200, ONE_DAY.replace("1.0,", "10,").replace("1.1485", "11.485"))));

        assertThat(answer.bars()).hasSize(2);
        assertThat(answer.bars().getFirst().symbol()).isEqualTo("EURUSD");
        assertThat(answer.bars().getFirst().value().close()).isEqualTo(1.1485);
    }

    @Test
    void refusesOneFormWhereAnotherWasAsked() {
        assertThat(outcome(ADAPTER.read(asked("timeseries", "EURUSD"), of(200, ONE_DAY))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("latest", "USDEUR"), stored(DAYS))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("currencies", ""), stored(DAYS)))).isEqualTo("schema_changed");
    }

    @Test
    void namesPairsFromTheListOfCurrencies() {
        String list = "{\"AUD\":\"Australian Dollar\",\"EUR\":\"Euro\",\"USD\":\"United States Dollar\"}";

        assertThat(rows(ADAPTER.read(asked("currencies", ""), of(200, list))).assets())
                .extracting(asset -> asset.symbol().value())
                .containsExactly("EURAUD", "EURUSD");
        assertThat(rows(ADAPTER.read(asked("currencies", "AUDUSD"), of(200, list)))
                        .assets()
                        .getFirst()
                        .name())
                .isEqualTo("Australian Dollar / United States Dollar");
        assertThat(outcome(ADAPTER.read(asked("currencies", "EURXXX"), of(200, list))))
                .isEqualTo("symbol_unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "404, not found, symbol_unknown",
        "422, bad currency pair, symbol_unknown",
        "422, invalid currency: ZZZ, symbol_unknown",
        "422, invalid date, schema_changed",
        "429, too many requests, throttled",
        "500, oops, unreachable",
        "200, something else, schema_changed"
    })
    void knowsItsErrors(int status, String message, String expected) {
        assertThat(outcome(
                        ADAPTER.read(asked("latest", "USDZZZ"), of(status, "{\"message\":\"%s\"}".formatted(message)))))
                .isEqualTo(expected);
    }

    @Test
    void knowsTheStoredError() {
        assertThat(outcome(ADAPTER.read(
                        asked("latest", "USDZZZ"),
                        stored(404, "application/json", "frankfurter/unknown_currency_404.json"))))
                .isEqualTo("symbol_unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeseries", "latest", "currencies"})
    void knowsNothingElse(String kind) {
        for (String body : List.of(
                "",
                "<html/>",
                "[]",
                "{}",
                "null",
                "{\"rates\":null,\"base\":\"USD\"}",
                text(DAYS).substring(0, 120))) {
            assertThat(outcome(ADAPTER.read(asked(kind, "USDEUR"), of(200, body))))
                    .as(body)
                    .isEqualTo("schema_changed");
        }
        assertThat(outcome(ADAPTER.read(asked(kind, "USDEUR"), of(404, "<html/>"))))
                .isEqualTo("schema_changed");
    }

    @Test
    void rejectsARateThatIsNoneAndSkipsNull() {
        String days = text(DAYS).replace("0.87138", "\"much\"").replace("0.8707}", "null}");

        ParsedAnswer answer = rows(ADAPTER.read(asked("timeseries", "USDEUR"), of(200, days)));

        assertThat(answer.bars()).hasSize(1);
        assertThat(answer.rejected()).hasSize(1);
    }

    @Test
    void asksByBaseAndYear() {
        LocalDate to = LocalDate.of(2026, 3, 31);

        assertThat(addresses(
                        ADAPTER,
                        Dataset.BARS,
                        List.of("EURUSD", "EURJPY", "GBPUSD"),
                        LocalDate.of(2026, 3, 1),
                        to,
                        null))
                .containsExactly(
                        "https://api.frankfurter.dev/v1/2026-03-01..2026-03-31?base=EUR&symbols=USD,JPY",
                        "https://api.frankfurter.dev/v1/2026-03-01..2026-03-31?base=GBP&symbols=USD");
        assertThat(addresses(ADAPTER, Dataset.BARS, List.of("EURUSD"), LocalDate.of(2025, 1, 1), to, null))
                .containsExactly(
                        "https://api.frankfurter.dev/v1/2025-01-01..2025-12-27?base=EUR&symbols=USD",
                        "https://api.frankfurter.dev/v1/2025-12-28..2026-03-31?base=EUR&symbols=USD");
        assertThat(addresses(ADAPTER, Dataset.BARS, List.of("AAPL", "BTC-USD"), null, to, null))
                .isEmpty();
    }
}
