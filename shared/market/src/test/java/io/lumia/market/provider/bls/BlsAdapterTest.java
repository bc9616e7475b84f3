package io.lumia.market.provider.bls;

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
import org.junit.jupiter.params.provider.ValueSource;

class BlsAdapterTest {

    private static final BlsAdapter ADAPTER = new BlsAdapter();
    private static final String CPI = "bls/series_CUUR0000SA0.json";
    private static final LocalDate TO = LocalDate.of(2026, 3, 31);

    @Test
    void readsMonthsWithoutTheAnnualMeanAndTheMissingOne() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("series", ""), stored(CPI)));

        assertThat(answer.observations())
                .extracting(row -> row.symbol() + " " + row.value().date() + "="
                        + row.value().value())
                .containsExactly("CUUR0000SA0 2026-02-01=326.785", "CUUR0000SA0 2026-03-01=330.213");
        assertThat(answer.rejected()).isEmpty();
    }

    @Test
    void readsUnderTheNameThatWasAsked() {
        assertThat(rows(ADAPTER.read(asked("series", "CPIAUCNS"), stored(CPI)))
                        .observations()
                        .getFirst()
                        .symbol())
                .isEqualTo("CPIAUCNS");
        assertThat(outcome(ADAPTER.read(asked("series", "UNRATE"), stored(CPI))))
                .isEqualTo("schema_changed");
    }

    @ParameterizedTest
    @CsvSource({"Q02, 2026-04-01", "S02, 2026-07-01", "A01, 2026-01-01", "M12, 2026-12-01"})
    void knowsQuartersHalvesAndYears(String period, String date) {
        String json = text(CPI).replace("M03", period);

        assertThat(rows(ADAPTER.read(asked("series", ""), of(200, json))).observations())
                .extracting(row -> row.value().date().toString())
                .contains(date);
    }

    @Test
    void rejectsAPeriodThatItDoesNotKnow() {
        ParsedAnswer answer =
                rows(ADAPTER.read(asked("series", ""), of(200, text(CPI).replace("M03", "W07"))));

        assertThat(answer.observations()).hasSize(1);
        assertThat(answer.rejected()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REQUEST_NOT_PROCESSED|Request could not be serviced, as the daily threshold for total number of requests allocated to the user has been reached.|plan_limit",
                "REQUEST_NOT_PROCESSED|The key:abcdef1234567890 provided by the User is invalid.|bad_key",
                "REQUEST_NOT_PROCESSED|Series does not exist for Series NOPE|symbol_unknown",
                "REQUEST_SUCCEEDED|Series does not exist for Series NOPE|symbol_unknown",
                "REQUEST_SUCCEEDED|Invalid Series for Series NOPE|symbol_unknown",
                "REQUEST_SUCCEEDED|No Data Available for Series CUUR0000SA0 Year: 2030|empty_confirmed",
                "REQUEST_NOT_PROCESSED|Service is temporarily unavailable|unreachable",
                "REQUEST_FAILED|Your request has failed, please check your input parameters|schema_changed"
            })
    void knowsItsMessages(String status, String message, String expected) {
        String json =
                "{\"status\":\"%s\",\"message\":[\"%s\"],\"Results\":{\"series\":[{\"seriesID\":\"X\",\"data\":[]}]}}"
                        .formatted(status, message);

        Reading reading = ADAPTER.read(asked("series", ""), of(200, json));

        assertThat(outcome(reading)).isEqualTo(expected);
        assertThat(reading.toString()).doesNotContain("abcdef1234567890");
    }

    @Test
    void theDailyThresholdIsTheEndOfThePlan() {
        assertThat(outcome(ADAPTER.read(asked("series", "CUUR0000SA0"), stored("bls/daily_threshold_200.json"))))
                .isEqualTo("plan_limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Sorry</html>", "[]", "{}", "{\"status\":\"REQUEST_SUCCEEDED\",\"Results\":{}}"})
    void knowsNothingElse(String body) {
        assertThat(outcome(ADAPTER.read(asked("series", ""), of(200, body)))).isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("series", ""), of(403, "<html>Access Denied</html>"))))
                .isEqualTo("blocked");
        assertThat(outcome(ADAPTER.read(asked("series", ""), of(200, text(CPI).substring(0, 250)))))
                .isEqualTo("schema_changed");
    }

    @Test
    void asksTheFirstVersionWithoutAKeyAndPagesOfTwentyYearsWithOne() {
        assertThat(addresses(
                        ADAPTER,
                        Dataset.OBSERVATIONS,
                        List.of("UNRATE", "CES0500000003", "WPUFD4", "GDP", "DGS10"),
                        null,
                        TO,
                        null))
                .containsExactly(
                        "https://api.bls.gov/publicAPI/v1/timeseries/data/LNS14000000",
                        "https://api.bls.gov/publicAPI/v1/timeseries/data/CES0500000003",
                        "https://api.bls.gov/publicAPI/v1/timeseries/data/WPUFD4");
        assertThat(addresses(ADAPTER, Dataset.OBSERVATIONS, List.of("PAYEMS"), LocalDate.of(1995, 1, 1), TO, "k"))
                .containsExactly(
                        "https://api.bls.gov/publicAPI/v2/timeseries/data/CES0000000001?registrationkey=k&startyear=1995&endyear=2014",
                        "https://api.bls.gov/publicAPI/v2/timeseries/data/CES0000000001?registrationkey=k&startyear=2015&endyear=2026");
    }
}
