package io.lumia.market.provider.worldbank;

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

class WorldBankAdapterTest {

    private static final WorldBankAdapter ADAPTER = new WorldBankAdapter();
    private static final String GDP = "worldbank/indicator_US_GDP.json";

    @Test
    void readsYearsOldestFirst() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("indicator", "NY.GDP.MKTP.CD"), stored(GDP)));

        assertThat(answer.observations())
                .extracting(row -> row.value().date() + "=" + row.value().value())
                .containsExactly("2022-01-01=2.57441E13", "2023-01-01=2.77207E13");
        assertThat(answer.observations().getFirst().symbol()).isEqualTo("NY.GDP.MKTP.CD");
    }

    @Test
    void skipsYearsWithoutAValueAndReadsQuartersAndMonths() {
        String json = text(GDP).replace("25744100000000.0", "null").replace("\"2023\"", "\"2023Q2\"");

        assertThat(rows(ADAPTER.read(asked("indicator", ""), of(200, json))).observations())
                .singleElement()
                .satisfies(row -> assertThat(row.value().date()).isEqualTo("2023-04-01"));
        assertThat(rows(ADAPTER.read(asked("indicator", ""), of(200, json.replace("2023Q2", "2023M11"))))
                        .observations()
                        .getFirst()
                        .value()
                        .date())
                .isEqualTo("2023-11-01");
    }

    @Test
    void namesOtherCountriesInTheSymbol() {
        String japan = text(GDP).replace("USA", "JPN").replace("\"US\"", "\"JP\"");

        assertThat(rows(ADAPTER.read(asked("indicator", ""), of(200, japan)))
                        .observations()
                        .getFirst()
                        .symbol())
                .isEqualTo("NY.GDP.MKTP.CD:JPN");
        assertThat(outcome(ADAPTER.read(asked("indicator", "NY.GDP.MKTP.CD:DEU"), of(200, japan))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("indicator", "SP.POP.TOTL"), of(200, japan))))
                .isEqualTo("schema_changed");
    }

    @Test
    void readsTheDefaultFormToo() {
        String xml =
                "<?xml version=\"1.0\"?><wb:data xmlns:wb=\"http://www.worldbank.org\" page=\"1\" pages=\"1\" per_page=\"50\" total=\"2\">"
                        + "<wb:data><wb:indicator id=\"SP.POP.TOTL\">Population, total</wb:indicator><wb:country id=\"US\">United States</wb:country>"
                        + "<wb:countryiso3code>USA</wb:countryiso3code><wb:date>2023</wb:date><wb:value>334914895</wb:value></wb:data>"
                        + "<wb:data><wb:indicator id=\"SP.POP.TOTL\">Population, total</wb:indicator><wb:country id=\"US\">United States</wb:country>"
                        + "<wb:countryiso3code>USA</wb:countryiso3code><wb:date>2022</wb:date><wb:value /></wb:data></wb:data>";
        String error = "<wb:error xmlns:wb=\"http://www.worldbank.org\"><wb:message id=\"120\" key=\"Invalid value\">"
                + "The provided parameter value is not valid</wb:message></wb:error>";

        assertThat(rows(ADAPTER.read(asked("indicator", "POPTOTUSA647NWDB"), of(200, xml)))
                        .observations())
                .singleElement()
                .satisfies(row -> assertThat(row.value().value()).isEqualTo(334_914_895));
        assertThat(outcome(ADAPTER.read(asked("indicator", "X"), of(200, error))))
                .isEqualTo("symbol_unknown");
    }

    @Test
    void asksForTheNextPageOfTheSameSize() {
        String json = text(GDP).replace("\"pages\":1,\"per_page\":20000", "\"pages\":3,\"per_page\":\"2\"");

        Reading.Rows reading = (Reading.Rows) ADAPTER.read(asked("indicator", "NY.GDP.MKTP.CD"), of(200, json));

        assertThat(reading.more())
                .singleElement()
                .satisfies(
                        call -> assertThat(call.address())
                                .hasToString(
                                        "https://api.worldbank.org/v2/country/USA/indicator/NY.GDP.MKTP.CD?format=json&per_page=2&page=2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|[{\"message\":[{\"id\":\"175\",\"key\":\"Invalid format\",\"value\":\"The indicator was not found. It may have been deleted or archived.\"}]}]|symbol_unknown",
                "200|[{\"message\":[{\"id\":\"105\",\"key\":\"Service currently unavailable\",\"value\":\"The requested service is temporarily unavailable.\"}]}]|unreachable",
                "200|[{\"message\":[{\"id\":\"140\",\"key\":\"Endpoint\",\"value\":\"no such endpoint\"}]}]|schema_changed",
                "200|[{\"page\":0,\"pages\":0,\"per_page\":0,\"total\":0},null]|empty_confirmed",
                "200|[{\"page\":1,\"pages\":1,\"total\":0}]|schema_changed",
                "200|[]|schema_changed",
                "200|{}|schema_changed",
                "200|<html><body>Oops</body></html>|schema_changed",
                "200|[{\"page\":1,\"pages\":1,\"per_page\":50,\"total\":1},[{\"a\":1}]]|schema_changed",
                "502|<html></html>|unreachable",
                "429||throttled"
            })
    void knowsItsErrors(int status, String body, String expected) {
        assertThat(outcome(ADAPTER.read(asked("indicator", ""), of(status, body == null ? "" : body))))
                .isEqualTo(expected);
    }

    @Test
    void knowsTheStoredErrorAndACutAnswer() {
        assertThat(outcome(ADAPTER.read(
                        asked("indicator", "NOT.A.REAL.CODE"), stored("worldbank/invalid_indicator_200.json"))))
                .isEqualTo("symbol_unknown");
        assertThat(outcome(
                        ADAPTER.read(asked("indicator", ""), of(200, text(GDP).substring(0, 300)))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("indicator", ""), of(200, "")))).isEqualTo("schema_changed");
    }

    @Test
    void asksByCountryAndIndicator() {
        assertThat(addresses(
                        ADAPTER,
                        Dataset.OBSERVATIONS,
                        List.of("NY.GDP.MKTP.CD", "SP.POP.TOTL:JPN", "FPCPITOTLZGUSA", "BRK.B", "DGS10"),
                        null,
                        LocalDate.of(2026, 3, 1),
                        null))
                .containsExactly(
                        "https://api.worldbank.org/v2/country/USA/indicator/NY.GDP.MKTP.CD?format=json&per_page=20000",
                        "https://api.worldbank.org/v2/country/JPN/indicator/SP.POP.TOTL?format=json&per_page=20000",
                        "https://api.worldbank.org/v2/country/USA/indicator/FP.CPI.TOTL.ZG?format=json&per_page=20000");
    }
}
