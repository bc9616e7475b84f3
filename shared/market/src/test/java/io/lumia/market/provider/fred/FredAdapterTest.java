package io.lumia.market.provider.fred;

import static io.lumia.market.provider.series.Responses.addresses;
import static io.lumia.market.provider.series.Responses.asked;
import static io.lumia.market.provider.series.Responses.of;
import static io.lumia.market.provider.series.Responses.outcome;
import static io.lumia.market.provider.series.Responses.rows;
import static io.lumia.market.provider.series.Responses.stored;
import static io.lumia.market.provider.series.Responses.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.AssetDefinition;
import io.lumia.market.Dataset;
import io.lumia.market.provider.ParsedAnswer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FredAdapterTest {

    private static final FredAdapter ADAPTER = new FredAdapter();
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate TO = LocalDate.of(2026, 3, 31);

    @Test
    void readsTheGraphAndLeavesHolidaysOut() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("graph", "SP500"), stored("fred/fredgraph_csv_SP500.csv")));

        assertThat(answer.observations())
                .extracting(row -> row.value().date().toString())
                .containsExactly("2016-02-12", "2016-02-16", "2016-02-17", "2016-02-18", "2016-02-19", "2016-02-22");
        assertThat(answer.observations().getFirst().value().value()).isEqualTo(1864.78);
        assertThat(answer.rejected()).isEmpty();
    }

    @Test
    void noticesANumberThatWasCut() {
        String whole = "observation_date,SP500\n2018-12-28,2485.74\n2018-12-31,2506.85";

        assertThat(outcome(ADAPTER.read(asked("graph", "SP500"), of(200, whole))))
                .isEqualTo("fetched");
        assertThat(outcome(ADAPTER.read(asked("graph", "SP500"), of(200, whole.substring(0, whole.length() - 1)))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("graph", "SP500"), of(200, whole.substring(0, whole.length() - 5)))))
                .isEqualTo("schema_changed");
    }

    @Test
    void readsAnOlderGraphWithSeveralSeriesAndDots() {
        String table = "DATE,DGS10,DGS2\n2020-04-20,0.63,.\n2020-04-21,0.58,0.20\n";

        ParsedAnswer answer = rows(ADAPTER.read(asked("graph", ""), of(200, table)));

        assertThat(answer.observations())
                .extracting(row ->
                        row.symbol() + row.value().date() + "=" + row.value().value())
                .containsExactlyInAnyOrder("DGS102020-04-20=0.63", "DGS102020-04-21=0.58", "DGS22020-04-21=0.2");
    }

    @Test
    void readsANegativePrice() {
        ParsedAnswer answer = rows(ADAPTER.read(
                asked("graph", "DCOILWTICO"), of(200, "observation_date,DCOILWTICO\n2020-04-20,-36.98\n")));

        assertThat(answer.observations().getFirst().value().value()).isEqualTo(-36.98);
    }

    @Test
    void readsObservationsOfTheApi() {
        ParsedAnswer answer =
                rows(ADAPTER.read(asked("observations", "DEXUSEU"), stored("fred/observations_DEXUSEU.json")));

        assertThat(answer.observations()).hasSize(10);
        assertThat(answer.observations().getLast().value().date()).isEqualTo("2026-03-13");
        assertThat(answer.observations().getLast().value().value()).isEqualTo(1.1444);
        assertThat(answer.observations().getLast().symbol()).isEqualTo("DEXUSEU");
    }

    @Test
    void aDotIsNoValueAndNoError() {
        ParsedAnswer answer =
                rows(ADAPTER.read(asked("observations", "SP500"), stored("fred/observations_SP500_with_dot.json")));

        assertThat(answer.observations()).hasSize(33);
        assertThat(answer.rejected()).isEmpty();
    }

    @Test
    void readsObservationsAsXml() {
        ParsedAnswer answer =
                rows(ADAPTER.read(asked("observations", "SP500"), stored("fred/observations_SP500_xml.xml")));

        assertThat(answer.observations())
                .extracting(row -> row.value().value())
                .containsExactly(2002.28, 2000.72, 1997.65, 2007.71);
    }

    @Test
    void readsWhatASeriesIs() {
        AssetDefinition series = rows(ADAPTER.read(
                        asked("series", "PAYEMS"), stored("fred/series_info_PAYEMS_xml.xml")))
                .assets()
                .getFirst();

        assertThat(series.symbol().value()).isEqualTo("PAYEMS");
        assertThat(series.name()).isEqualTo("All Employees: Total Nonfarm Payrolls");
        assertThat(series.attributes())
                .containsEntry("unit", "Thousands of Persons")
                .containsEntry("frequency", "M");
        assertThat(series.firstDate()).isEqualTo("1939-01-01");
        assertThat(series.lastDate()).isNull();
    }

    @Test
    void readsWhatASeriesIsAsJsonAndRefusesAnotherOne() {
        String json =
                "{\"seriess\":[{\"id\":\"GDP\",\"title\":\"Gross Domestic Product\",\"units\":\"Billions of Dollars\","
                        + "\"frequency_short\":\"Q\",\"observation_start\":\"1947-01-01\"}]}";

        assertThat(rows(ADAPTER.read(asked("series", "GDP"), of(200, json))).assets())
                .hasSize(1);
        assertThat(outcome(ADAPTER.read(asked("series", "PAYEMS"), of(200, json))))
                .isEqualTo("schema_changed");
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request.  The series does not exist., symbol_unknown",
        "200, Bad Request.  The series does not exist., symbol_unknown",
        "400, Bad Request.  The value for variable api_key is not registered., bad_key",
        "400, Bad Request.  The value for variable api_key is not a 32 character alpha-numeric lower-case string., bad_key",
        "429, Too Many Requests.  Exceeded Rate Limit, throttled",
        "500, Internal Server Error, unreachable",
        "423, Locked, unreachable",
        "400, Bad Request.  Variable limit is not between 1 and 100000., schema_changed"
    })
    void knowsTheErrorsOfTheApi(int status, String message, String expected) {
        String json = "{\"error_code\":%d,\"error_message\":\"%s\"}".formatted(status, message);
        String xml = "<?xml version=\"1.0\"?><error code=\"%d\" message=\"%s\" />".formatted(status, message);

        assertThat(outcome(ADAPTER.read(asked("observations", "GDP"), of(status, json))))
                .isEqualTo(expected);
        assertThat(outcome(ADAPTER.read(asked("observations", "GDP"), of(status, xml))))
                .isEqualTo(expected);
    }

    @Test
    void knowsTheStoredErrors() {
        assertThat(outcome(ADAPTER.read(
                        asked("series", "NOSUCH"), stored(400, "text/xml", "fred/unknown_series_400_xml.xml"))))
                .isEqualTo("symbol_unknown");
        assertThat(outcome(ADAPTER.read(
                        asked("observations", "GDP"), stored(429, "application/json", "fred/rate_limit_429.json"))))
                .isEqualTo("throttled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph", "observations", "series"})
    void knowsNothingElse(String kind) {
        String cut = text("fred/observations_DEXUSEU.json").substring(0, 700);
        for (String body :
                List.of("", "<html><p>Sorry</html>", "[]", "{}", "null", cut, "observation_date,DGS10\n2020-0")) {
            assertThat(outcome(ADAPTER.read(asked(kind, "DGS10"), of(200, body))))
                    .as(body)
                    .isEqualTo("schema_changed");
        }
        assertThat(outcome(ADAPTER.read(asked(kind, "DGS10"), of(403, "<html>Access Denied</html>"))))
                .isEqualTo("blocked");
    }

    @Test
    void refusesOneFormWhereAnotherWasAsked() {
        assertThat(outcome(ADAPTER.read(asked("observations", "SP500"), stored("fred/fredgraph_csv_SP500.csv"))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("graph", "DGS10"), stored("fred/fredgraph_csv_SP500.csv"))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("series", "SP500"), stored("fred/observations_SP500_xml.xml"))))
                .isEqualTo("schema_changed");
    }

    @Test
    void rejectsObservationsThatCannotBeRead() {
        String json =
                "{\"observations\":[{\"date\":\"2026-03-02\",\"value\":\"1.1\"},{\"date\":\"2026-03-03\",\"value\":\"one\"},"
                        + "{\"date\":\"2026-03-04\"},{\"date\":null,\"value\":\"1.2\"},{\"date\":\"2026-03-06\",\"value\":1.3}]}";

        ParsedAnswer answer = rows(ADAPTER.read(asked("observations", "X"), of(200, json)));

        assertThat(answer.observations()).extracting(row -> row.value().value()).containsExactly(1.1, 1.3);
        assertThat(answer.rejected()).hasSize(3);
    }

    @Test
    void asksTheGraphWithoutAKeyAndTheApiWithOne() {
        assertThat(addresses(ADAPTER, Dataset.OBSERVATIONS, List.of("DGS10"), FROM, TO, null))
                .containsExactly(
                        "https://fred.stlouisfed.org/graph/fredgraph.csv?id=DGS10&cosd=2026-03-01&coed=2026-03-31");
        assertThat(addresses(ADAPTER, Dataset.OBSERVATIONS, List.of("DGS10"), FROM, TO, "k"))
                .containsExactly(
                        "https://api.stlouisfed.org/fred/series/observations?series_id=DGS10&api_key=k"
                                + "&file_type=json&sort_order=asc&limit=100000&observation_start=2026-03-01&observation_end=2026-03-31");
        assertThat(addresses(ADAPTER, Dataset.ASSETS, List.of("DGS10"), FROM, TO, "k"))
                .containsExactly("https://api.stlouisfed.org/fred/series?series_id=DGS10&api_key=k&file_type=json");
        assertThat(addresses(ADAPTER, Dataset.ASSETS, List.of("DGS10"), FROM, TO, null))
                .isEmpty();
    }

    @Test
    void asksForTheSameSeriesUnderItsOwnName() {
        assertThat(addresses(
                        ADAPTER,
                        Dataset.OBSERVATIONS,
                        List.of("CUUR0000SA0", "NY.GDP.MKTP.CD", "DGS2MO"),
                        null,
                        TO,
                        null))
                .containsExactly("https://fred.stlouisfed.org/graph/fredgraph.csv?id=CPIAUCNS&coed=2026-03-31");
        assertThat(rows(ADAPTER.read(
                                asked("graph", "CUUR0000SA0"),
                                of(200, "observation_date,CPIAUCNS\n2026-02-01,326.785\n")))
                        .observations()
                        .getFirst()
                        .symbol())
                .isEqualTo("CUUR0000SA0");
    }
}
