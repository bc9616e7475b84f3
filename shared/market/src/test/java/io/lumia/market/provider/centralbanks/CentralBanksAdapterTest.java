package io.lumia.market.provider.centralbanks;

import static io.lumia.market.provider.series.Responses.addresses;
import static io.lumia.market.provider.series.Responses.asked;
import static io.lumia.market.provider.series.Responses.bytes;
import static io.lumia.market.provider.series.Responses.of;
import static io.lumia.market.provider.series.Responses.outcome;
import static io.lumia.market.provider.series.Responses.rows;
import static io.lumia.market.provider.series.Responses.stored;
import static io.lumia.market.provider.series.Responses.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.Dataset;
import io.lumia.market.provider.ParsedAnswer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentralBanksAdapterTest {

    private static final CentralBanksAdapter ADAPTER = new CentralBanksAdapter();
    private static final String VALET = "centralbanks/bank_of_canada_valet.json";
    private static final String TOKYO = "centralbanks/boj_api.json";
    private static final String MOSCOW = "centralbanks/cbr_daily_windows1251.xml";
    private static final String WARSAW = "centralbanks/nbp_table_A.json";

    @Test
    void readsOttawa() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("boc_valet", "USDCAD"), stored(VALET)));

        assertThat(answer.bars()).hasSize(2);
        assertThat(answer.bars().getLast().value().date()).isEqualTo("2026-03-18");
        assertThat(answer.bars().getLast().value().close()).isEqualTo(1.3706);
        assertThat(rows(ADAPTER.read(asked("boc_valet", ""), stored(VALET))).bars())
                .hasSizeGreaterThan(40);
    }

    @Test
    void readsOttawasOtherSeriesAsObservationsAndSkipsEmptyOnes() {
        String json = "{\"observations\":[{\"d\":\"2024-01-02\",\"V39079\":{\"v\":\"5.00\"},\"FXUSDCAD\":{}},"
                + "{\"d\":\"2024-01-03\",\"V39079\":{\"v\":null}}]}";

        ParsedAnswer answer = rows(ADAPTER.read(asked("boc_valet", ""), of(200, json)));

        assertThat(answer.observations()).singleElement().satisfies(row -> assertThat(row.symbol())
                .isEqualTo("V39079"));
        assertThat(answer.bars()).isEmpty();
        assertThat(answer.rejected()).isEmpty();
    }

    @Test
    void readsTokyoWithoutTheDaysThatAreNull() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("boj", ""), stored(TOKYO)));

        assertThat(answer.bars())
                .filteredOn(row -> row.symbol().equals("USDJPY"))
                .hasSize(19);
        assertThat(answer.bars().getFirst().value().date()).isEqualTo("2026-03-02");
        assertThat(answer.bars().getFirst().value().close()).isEqualTo(156.99);
        assertThat(rows(ADAPTER.read(asked("boj", "EURUSD"), stored(TOKYO)))
                        .bars()
                        .getFirst()
                        .value()
                        .close())
                .isEqualTo(1.1716);
    }

    @ParameterizedTest
    @CsvSource({
        "200, M181030I, empty_confirmed",
        "400, M181013E, symbol_unknown",
        "400, M181005E, schema_changed",
        "500, M181090S, unreachable",
        "503, M181091S, unreachable"
    })
    void theStatusInsideTokyosEnvelopeCounts(int status, String id, String expected) {
        String json = "{\"STATUS\":%d,\"MESSAGEID\":\"%s\",\"MESSAGE\":\"…\",\"NEXTPOSITION\":null,\"RESULTSET\":[]}"
                .formatted(status, id);

        assertThat(outcome(ADAPTER.read(asked("boj", "USDJPY"), of(200, json)))).isEqualTo(expected);
    }

    @Test
    void readsMoscowsCommasAndNominals() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("cbr_daily", ""), stored(MOSCOW)));

        assertThat(answer.bars())
                .filteredOn(row -> row.symbol().equals("AUDRUB"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.value().date()).isEqualTo("2026-04-25");
                    assertThat(row.value().close()).isEqualTo(53.8359);
                });
        assertThat(answer.bars())
                .filteredOn(row -> row.symbol().equals("VNDRUB"))
                .singleElement()
                .satisfies(row -> assertThat(row.value().close()).isEqualTo(0.0030075));
        assertThat(answer.bars())
                .filteredOn(row -> row.symbol().equals("JPYRUB"))
                .singleElement()
                .satisfies(row -> assertThat(row.value().close()).isEqualTo(0.472636));
        assertThat(answer.rejected()).isEmpty();
    }

    @Test
    void tellsMoscowsUnknownCurrencyEmptyAnswerAndCutOne() {
        byte[] whole = bytes(MOSCOW);

        assertThat(outcome(ADAPTER.read(asked("cbr_daily", "XXXRUB"), stored(MOSCOW))))
                .isEqualTo("symbol_unknown");
        assertThat(outcome(ADAPTER.read(
                        asked("cbr_daily", ""), of(200, "<ValCurs Date=\"\" name=\"\">Error in parameters</ValCurs>"))))
                .isEqualTo("empty_confirmed");
        assertThat(outcome(ADAPTER.read(
                        asked("cbr_daily", ""), of(200, "text/xml", Arrays.copyOf(whole, whole.length / 2)))))
                .isEqualTo("schema_changed");
    }

    @Test
    void readsWarsaw() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("nbp_table", "USDPLN"), stored(WARSAW)));

        assertThat(answer.bars())
                .extracting(row -> row.value().date() + "=" + row.value().close())
                .containsExactly("2026-03-02=3.6056", "2026-03-03=3.682");
        assertThat(rows(ADAPTER.read(asked("nbp_table", ""), stored(WARSAW))).bars())
                .hasSize(64);
        assertThat(outcome(ADAPTER.read(asked("nbp_table", "XXXPLN"), stored(WARSAW))))
                .isEqualTo("symbol_unknown");
    }

    @Test
    void warsawHasNothingForAWeekendAndRefusesLongRanges() {
        assertThat(outcome(
                        ADAPTER.read(asked("nbp_table", "USDPLN"), of(404, "404 NotFound - Not Found - Brak danych"))))
                .isEqualTo("empty_confirmed");
        assertThat(outcome(ADAPTER.read(
                        asked("nbp_table", "USDPLN"), of(400, "400 BadRequest - Przekroczony limit 93 dni"))))
                .isEqualTo("schema_changed");
    }

    @Test
    void ottawaDoesNotKnowASeries() {
        assertThat(
                        outcome(
                                ADAPTER.read(
                                        asked("boc_valet", "XXXCAD"),
                                        of(
                                                404,
                                                "{\"message\":\"Series FXXXXCAD not found.\",\"docs\":\"https://www.bankofcanada.ca/valet/docs\"}"))))
                .isEqualTo("symbol_unknown");
        assertThat(outcome(ADAPTER.read(asked("boc_valet", "USDCAD"), of(200, "{\"observations\":[]}"))))
                .isEqualTo("empty_confirmed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"boc_valet", "boj", "cbr_daily", "nbp_table"})
    void knowsNothingElse(String kind) {
        for (String body : List.of(
                "", "<html>Sorry</html>", "[]", "{}", "null", text(VALET).substring(0, 900))) {
            assertThat(outcome(ADAPTER.read(asked(kind, ""), of(200, body))))
                    .as(body)
                    .isEqualTo("schema_changed");
        }
        assertThat(outcome(ADAPTER.read(asked(kind, ""), of(503, "")))).isEqualTo("unreachable");
    }

    @ParameterizedTest
    @CsvSource({
        "boc_valet, centralbanks/boj_api.json",
        "boj, centralbanks/nbp_table_A.json",
        "cbr_daily, centralbanks/boj_api.json",
        "nbp_table, centralbanks/bank_of_canada_valet.json"
    })
    void refusesAnotherBanksAnswer(String kind, String path) {
        assertThat(outcome(ADAPTER.read(asked(kind, ""), stored(path)))).isEqualTo("schema_changed");
    }

    @Test
    void asksTheBankOfTheQuoteCurrency() {
        LocalDate from = LocalDate.of(2026, 3, 6);
        LocalDate to = LocalDate.of(2026, 3, 10);

        assertThat(addresses(
                        ADAPTER,
                        Dataset.BARS,
                        List.of("USDCAD", "EURPLN", "USDJPY", "USDRUB", "EURUSD", "AAPL"),
                        from,
                        to,
                        null))
                .containsExactly(
                        "https://www.bankofcanada.ca/valet/observations/FXUSDCAD/json?start_date=2026-03-06&end_date=2026-03-10",
                        "https://api.nbp.pl/api/exchangerates/tables/A/2026-03-06/2026-03-10/?format=json",
                        "https://www.stat-search.boj.or.jp/api/v1/getDataCode?format=json&lang=en&db=FM08"
                                + "&startDate=202603&endDate=202603&code=FXERD04",
                        "https://www.cbr.ru/scripts/XML_daily.asp?date_req=06/03/2026",
                        "https://www.cbr.ru/scripts/XML_daily.asp?date_req=07/03/2026",
                        "https://www.cbr.ru/scripts/XML_daily.asp?date_req=10/03/2026");
    }
}
