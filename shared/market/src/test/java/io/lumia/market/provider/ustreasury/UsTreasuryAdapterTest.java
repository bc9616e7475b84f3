package io.lumia.market.provider.ustreasury;

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

class UsTreasuryAdapterTest {

    private static final UsTreasuryAdapter ADAPTER = new UsTreasuryAdapter();
    private static final String FEED = "ustreasury/daily_yield_curve_2022.xml";
    private static final String TABLE = "Date,\"1 Mo\",\"1.5 Month\",\"2 Mo\",\"10 Yr\",\"30 Yr\"\n"
            + "10/07/2024,5.00,,4.87,4.03,4.30\n10/04/2024,5.01,N/A,4.88,3.98,4.26\n";

    @Test
    void readsTheFeedWithoutTheDisplayColumn() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("yield_curve", ""), stored(FEED)));

        assertThat(answer.observations()).hasSize(3 * 12);
        assertThat(answer.observations().getFirst().symbol()).isEqualTo("DGS1MO");
        assertThat(answer.observations().getFirst().value().date()).isEqualTo("2022-01-03");
        assertThat(answer.observations().getFirst().value().value()).isEqualTo(0.05);
        assertThat(answer.rejected()).isEmpty();
    }

    @Test
    void readsOneMaturity() {
        assertThat(rows(ADAPTER.read(asked("yield_curve", "DGS10"), stored(FEED)))
                        .observations()
                        .getFirst()
                        .value()
                        .value())
                .isEqualTo(1.63);
        assertThat(outcome(ADAPTER.read(asked("yield_curve", "DGS2MO"), stored(FEED))))
                .isEqualTo("fetched");
        assertThat(outcome(ADAPTER.read(asked("yield_curve", "DGS4MO"), stored(FEED))))
                .isEqualTo("empty_confirmed");
        assertThat(outcome(ADAPTER.read(asked("yield_curve", "DGS99"), stored(FEED))))
                .isEqualTo("symbol_unknown");
    }

    @Test
    void keepsToTheRange() {
        LocalDate day = LocalDate.of(2022, 1, 4);

        assertThat(rows(ADAPTER.read(asked("yield_curve", List.of("DGS1", "DGS2"), day, day), stored(FEED)))
                        .observations())
                .hasSize(2);
    }

    @Test
    void reportsAMaturityThatItDoesNotKnow() {
        String later = text(FEED).replace("BC_20YEAR", "BC_50YEAR");

        ParsedAnswer answer = rows(ADAPTER.read(asked("yield_curve", ""), of(200, later)));

        assertThat(answer.observations()).hasSize(3 * 11);
        assertThat(answer.rejected()).hasSize(3).allSatisfy(row -> assertThat(row.symbol())
                .isEqualTo("BC_50YEAR"));
    }

    @Test
    void aNullPropertyIsNoValue() {
        String without = text(FEED)
                .replaceFirst(
                        "<d:BC_1MONTH m:type=\"Edm.Double\">0.05</d:BC_1MONTH>",
                        "<d:BC_1MONTH m:type=\"Edm.Double\" m:null=\"true\" />");

        ParsedAnswer answer = rows(ADAPTER.read(asked("yield_curve", "DGS1MO"), of(200, without)));

        assertThat(answer.observations()).hasSize(2);
        assertThat(answer.rejected()).isEmpty();
    }

    @Test
    void readsTheTableOldestFirst() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("yield_curve_csv", ""), of(200, TABLE)));

        assertThat(answer.observations()).hasSize(8);
        assertThat(answer.observations().getFirst().value().date()).isEqualTo("2024-10-04");
        assertThat(answer.observations().getFirst().value().value()).isEqualTo(5.01);
        assertThat(rows(ADAPTER.read(asked("yield_curve_csv", "DGS10"), of(200, TABLE)))
                        .observations())
                .extracting(row -> row.value().value())
                .containsExactly(3.98, 4.03);
    }

    @ParameterizedTest
    @CsvSource({"1 Mo, DGS1MO", "1.5 Month, DGS1MO15", "4 Mo, DGS4MO", "1 Yr, DGS1", "30 Yr, DGS30"})
    void knowsTheTablesNames(String column, String symbol) {
        assertThat(Tenor.ofColumn(column).orElseThrow().symbol()).isEqualTo(symbol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yield_curve", "yield_curve_csv"})
    void knowsNothingElse(String kind) {
        String cut = text(FEED).substring(0, 2_000);
        for (String body : List.of(
                "", "<html><body>Page not found</body></html>", "{}", cut, "Date,\"4 WEEKS BANK DISCOUNT\"\n")) {
            assertThat(outcome(ADAPTER.read(asked(kind, "DGS10"), of(200, body))))
                    .as(body)
                    .isEqualTo("schema_changed");
        }
        assertThat(outcome(ADAPTER.read(asked(kind, "DGS10"), of(502, "")))).isEqualTo("unreachable");
    }

    @Test
    void refusesOneFormWhereAnotherWasAskedAndTellsAnEmptyFeed() {
        String empty = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title/></feed>";

        assertThat(outcome(ADAPTER.read(asked("yield_curve", "DGS10"), of(200, TABLE))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("yield_curve_csv", "DGS10"), stored(FEED))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("yield_curve", "DGS10"), of(200, empty))))
                .isEqualTo("empty_confirmed");
    }

    @Test
    void asksForYearsOrForOneMonth() {
        LocalDate to = LocalDate.of(2026, 3, 31);

        assertThat(addresses(
                        ADAPTER, Dataset.OBSERVATIONS, List.of("DGS10", "DGS2"), LocalDate.of(2025, 12, 30), to, null))
                .containsExactly(
                        "https://home.treasury.gov/resource-center/data-chart-center/interest-rates/pages/xml"
                                + "?data=daily_treasury_yield_curve&field_tdr_date_value=2025",
                        "https://home.treasury.gov/resource-center/data-chart-center/interest-rates/pages/xml"
                                + "?data=daily_treasury_yield_curve&field_tdr_date_value=2026");
        assertThat(addresses(ADAPTER, Dataset.OBSERVATIONS, List.of("DGS10"), LocalDate.of(2026, 3, 2), to, null))
                .singleElement()
                .asString()
                .endsWith("field_tdr_date_value_month=202603");
        assertThat(addresses(ADAPTER, Dataset.OBSERVATIONS, List.of("DGS10"), null, to, null))
                .hasSize(37);
        assertThat(addresses(ADAPTER, Dataset.OBSERVATIONS, List.of("CPIAUCSL"), null, to, null))
                .isEmpty();
    }
}
