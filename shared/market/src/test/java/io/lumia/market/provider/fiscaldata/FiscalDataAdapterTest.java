package io.lumia.market.provider.fiscaldata;

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
import io.lumia.market.provider.web.Reading;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalDataAdapterTest {

    private static final FiscalDataAdapter ADAPTER = new FiscalDataAdapter();
    private static final String DEBT = "fiscaldata/debt_to_penny.json";
    private static final String RATES =
            "{\"data\":[{\"record_date\":\"2026-06-30\",\"country_currency_desc\":\"Canada-Dollar\","
                    + "\"exchange_rate\":\"1.366\",\"src_line_nbr\":\"1\"},{\"record_date\":\"2026-06-30\",\"country_currency_desc\":\"Mexico-Peso\","
                    + "\"exchange_rate\":\"18.31\",\"src_line_nbr\":\"2\"}],\"meta\":{\"count\":2,\"dataTypes\":{\"record_date\":\"DATE\","
                    + "\"country_currency_desc\":\"STRING\",\"exchange_rate\":\"NUMBER\",\"src_line_nbr\":\"NUMBER\"},\"total-pages\":1},\"links\":{}}";

    @Test
    void readsTheDebtWithoutTheDayThatSaysNull() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("debt_to_penny", ""), stored(DEBT)));

        assertThat(answer.observations()).hasSize(2);
        assertThat(answer.observations().getFirst().symbol()).isEqualTo("TOT_PUB_DEBT_OUT_AMT");
        assertThat(answer.observations().getFirst().value().date()).isEqualTo("2026-07-29");
        assertThat(answer.observations().getFirst().value().value()).isEqualTo(39_799_618_642_771.12);
        assertThat(answer.rejected()).isEmpty();
    }

    @Test
    void readsOtherDataSetsUnderNamesThatTellTheirRowsApart() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("records", ""), of(200, RATES)));

        assertThat(answer.observations())
                .extracting(row -> row.symbol() + "=" + row.value().value())
                .containsExactly("EXCHANGE_RATE:CANADA_DOLLAR=1.366", "EXCHANGE_RATE:MEXICO_PESO=18.31");
        assertThat(outcome(ADAPTER.read(asked("records", "EXCHANGE_RATE"), of(200, RATES))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("debt_to_penny", ""), of(200, RATES))))
                .isEqualTo("schema_changed");
    }

    @Test
    void asksForTheNextPage() {
        String first = text(DEBT)
                .replace("\"total-pages\":1", "\"total-pages\":2")
                .replace("\"links\":{}", "\"links\":{\"self\":\"&page%5Bnumber%5D=1&page%5Bsize%5D=3\"}");
        String second = first.replace("number%5D=1", "number%5D=2");

        Reading.Rows reading =
                (Reading.Rows) ADAPTER.read(asked("debt_to_penny", "TOT_PUB_DEBT_OUT_AMT"), of(200, first));

        assertThat(reading.more())
                .singleElement()
                .satisfies(call -> assertThat(call.address().toString()).contains("page%5Bnumber%5D=2"));
        assertThat(((Reading.Rows) ADAPTER.read(asked("debt_to_penny", ""), of(200, second))).more())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|{\"data\":[],\"meta\":{\"count\":0},\"links\":{}}|empty_confirmed",
                "400|{\"error\":\"Invalid Query Param\",\"message\":\"Invalid query parameter 'fields'\"}|schema_changed",
                "200|{\"error\":\"Invalid Query Param\",\"message\":\"no\"}|schema_changed",
                "200|{\"data\":[{\"a\":1}],\"meta\":{}}|schema_changed",
                "200|{\"data\":{},\"meta\":{}}|schema_changed",
                "200|<html></html>|schema_changed",
                "200||schema_changed",
                "429||throttled",
                "503||unreachable"
            })
    void knowsNothingElse(int status, String body, String expected) {
        assertThat(outcome(ADAPTER.read(asked("debt_to_penny", ""), of(status, body == null ? "" : body))))
                .isEqualTo(expected);
    }

    @Test
    void noticesACutAnswerAndAnotherField() {
        assertThat(outcome(ADAPTER.read(
                        asked("debt_to_penny", ""), of(200, text(DEBT).substring(0, 200)))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("debt_to_penny", "INTRAGOV_HOLD_AMT"), stored(DEBT))))
                .isEqualTo("schema_changed");
    }

    @Test
    void asksForAllAmountsInOneCall() {
        assertThat(addresses(
                        ADAPTER,
                        Dataset.OBSERVATIONS,
                        List.of("TOT_PUB_DEBT_OUT_AMT", "INTRAGOV_HOLD_AMT", "GDP"),
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 3, 31),
                        null))
                .containsExactly(
                        "https://api.fiscaldata.treasury.gov/services/api/fiscal_service/v2/accounting/od/debt_to_penny"
                                + "?fields=record_date,tot_pub_debt_out_amt,intragov_hold_amt"
                                + "&filter=record_date:gte:2026-03-01,record_date:lte:2026-03-31&sort=record_date&format=json"
                                + "&page%5Bnumber%5D=1&page%5Bsize%5D=10000");
    }
}
