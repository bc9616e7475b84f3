package io.lumia.market.provider.ecb;

import static io.lumia.market.provider.series.Responses.addresses;
import static io.lumia.market.provider.series.Responses.asked;
import static io.lumia.market.provider.series.Responses.bytes;
import static io.lumia.market.provider.series.Responses.of;
import static io.lumia.market.provider.series.Responses.outcome;
import static io.lumia.market.provider.series.Responses.rows;
import static io.lumia.market.provider.series.Responses.stored;
import static io.lumia.market.provider.series.Responses.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.BarFlag;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.QuarantineReason;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.web.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcbAdapterTest {

    private static final EcbAdapter ADAPTER = new EcbAdapter();

    @Test
    void readsTheHistoryOldestFirst() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("hist", "EURUSD"), stored("ecb/eurofxref_hist_csv.csv")));

        assertThat(answer.bars())
                .extracting(row -> row.value().date())
                .isSorted()
                .hasSize(5);
        DailyBar last = answer.bars().getLast().value();
        assertThat(last.date()).isEqualTo("2024-12-31");
        assertThat(last.close()).isEqualTo(1.0389);
        assertThat(last.open()).isEqualTo(1.0389);
        assertThat(last.volume()).isNaN();
        assertThat(last.has(BarFlag.CLOSE_ONLY)).isTrue();
        assertThat(answer.bars().getLast().line()).isEqualTo(1);
    }

    @Test
    void readsEveryCurrencyThatHasARateWhereNoneIsNamed() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("hist", ""), stored("ecb/eurofxref_hist_csv.csv")));

        assertThat(answer.bars()).hasSize(5 * 30);
        assertThat(answer.bars()).extracting(ParsedAnswer.Row::symbol).doesNotContain("EURCYP", "EURRUB");
        assertThat(answer.rejected()).isEmpty();
    }

    @Test
    void readsTheHistoryInsideItsZip() throws IOException {
        byte[] zip = zip("eurofxref-hist.csv", bytes("ecb/eurofxref_hist_csv.csv"));

        Reading whole = ADAPTER.read(asked("hist", "EURJPY"), of(200, "application/zip", zip));
        Reading cut =
                ADAPTER.read(asked("hist", "EURJPY"), of(200, "application/zip", Arrays.copyOf(zip, zip.length / 2)));

        assertThat(rows(whole).bars().getLast().value().close()).isEqualTo(163.06);
        assertThat(outcome(cut)).isEqualTo("schema_changed");
    }

    @Test
    void refusesAZipThatInflatesBeyondAllReason() throws IOException {
        byte[] bomb = zip("eurofxref-hist.csv", new byte[OneFileZip.MAX_BYTES + 1]);

        assertThat(outcome(ADAPTER.read(asked("hist", ""), of(200, "application/zip", bomb))))
                .isEqualTo("schema_changed");
    }

    @Test
    void keepsToTheRangeAndTellsAnUnknownCurrencyFromAnAbsentOne() {
        var response = stored("ecb/eurofxref_hist_csv.csv");
        LocalDate day = LocalDate.of(2024, 12, 30);

        assertThat(rows(ADAPTER.read(asked("hist", List.of("EURUSD"), day, day), response))
                        .bars())
                .hasSize(1);
        assertThat(outcome(ADAPTER.read(asked("hist", List.of("EURUSD"), day.plusYears(1), null), response)))
                .isEqualTo("empty_confirmed");
        assertThat(outcome(ADAPTER.read(asked("hist", "EURCYP"), response))).isEqualTo("empty_confirmed");
        assertThat(outcome(ADAPTER.read(asked("hist", "EURXXX"), response))).isEqualTo("symbol_unknown");
    }

    @Test
    void readsTheOneDayTableWithItsOwnDates() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("daily_csv", ""), stored("ecb/eurofxref_csv_one_day.csv")));

        assertThat(answer.bars()).hasSize(29);
        assertThat(answer.bars().getFirst().symbol()).isEqualTo("EURUSD");
        assertThat(answer.bars().getFirst().value().date()).isEqualTo("2026-04-13");
        assertThat(answer.bars().getFirst().value().close()).isEqualTo(1.1684);
    }

    @Test
    void readsTheDailyXml() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("daily_xml", ""), stored("ecb/eurofxref_daily_xml.xml")));

        assertThat(answer.bars()).hasSize(32);
        assertThat(answer.bars().getFirst().value().date()).isEqualTo("2018-06-11");
        assertThat(answer.bars().getFirst().value().close()).isEqualTo(1.1790);
    }

    @Test
    void readsSeveralDaysOnlyWhereSeveralWereAsked() {
        String day = "<Cube time='2018-06-08'><Cube currency='USD' rate='1.1754'/></Cube>";
        String twoDays = text("ecb/eurofxref_daily_xml.xml").replace("</Cube>\n\t</Cube>", "</Cube>" + day + "</Cube>");

        assertThat(rows(ADAPTER.read(asked("hist90_xml", "EURUSD"), of(200, twoDays)))
                        .bars())
                .extracting(row -> row.value().close())
                .containsExactly(1.1754, 1.1790);
        assertThat(outcome(ADAPTER.read(asked("daily_xml", "EURUSD"), of(200, twoDays))))
                .isEqualTo("schema_changed");
    }

    @Test
    void readsTheDataPortalWithFewColumns() {
        ParsedAnswer answer = rows(ADAPTER.read(asked("data_api", ""), stored("ecb/data_api_csv_recent.csv")));

        assertThat(answer.bars()).hasSize(6);
        assertThat(answer.bars().getFirst().symbol()).isEqualTo("EURAUD");
        assertThat(answer.bars().getFirst().value().close()).isEqualTo(1.6776);
    }

    @Test
    void readsTheDataPortalWithItsQuotedTitlesAndKeepsAveragesApart() {
        String header = "KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,TITLE\n";
        String daily = "EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2024-03-28,1.0811,A,\"US dollar, Euro\"\n"
                + "EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2024-03-29,NaN,H,\"US dollar, Euro\"\n";
        String monthly = "EXR.M.USD.EUR.SP00.A,M,USD,EUR,SP00,A,2024-03,1.0872,A,\"US dollar, Euro\"\n";

        ParsedAnswer answer = rows(ADAPTER.read(asked("data_api", ""), of(200, header + daily + monthly)));

        assertThat(answer.bars()).hasSize(1);
        assertThat(answer.bars().getFirst().value().close()).isEqualTo(1.0811);
        assertThat(answer.observations()).hasSize(1);
        assertThat(answer.observations().getFirst().symbol()).isEqualTo("EXR.M.USD.EUR.SP00.A");
        assertThat(answer.observations().getFirst().value().date()).isEqualTo("2024-03-01");
    }

    @Test
    void rejectsOneBadRowAndKeepsTheOthers() {
        String table = "Date,USD,\n2024-12-31,1.0389,\n2024-12-30,lots,\n2024-13-27,1.0435,\n2024-12-24,1.0395,\n";

        ParsedAnswer answer = rows(ADAPTER.read(asked("hist", "EURUSD"), of(200, table)));

        assertThat(answer.bars()).hasSize(2);
        assertThat(answer.rejected()).hasSize(2).allSatisfy(row -> assertThat(row.reason())
                .isEqualTo(QuarantineReason.MALFORMED_LINE));
    }

    @Test
    void noticesATableThatWasCut() {
        assertThat(outcome(ADAPTER.read(
                        asked("hist", "EURUSD"), of(200, "Date,USD,JPY,\n2024-12-31,1.0389,163.06,\n2024-12-30,1.04"))))
                .isEqualTo("schema_changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hist", "daily_csv", "daily_xml", "hist90_xml", "data_api"})
    void knowsNothingElse(String kind) {
        for (String body :
                List.of("", "<html><body>Sorry</body></html>", "{\"a\":1}", "Date", "<?xml version='1.0'?><a/>")) {
            assertThat(outcome(ADAPTER.read(asked(kind, "EURUSD"), of(200, body))))
                    .as(body)
                    .isEqualTo("schema_changed");
        }
        assertThat(outcome(ADAPTER.read(asked(kind, "EURUSD"), of(503, "")))).isEqualTo("unreachable");
        assertThat(outcome(ADAPTER.read(asked(kind, "EURUSD"), of(429, "")))).isEqualTo("throttled");
    }

    @Test
    void refusesOneFormWhereAnotherWasAsked() {
        assertThat(outcome(ADAPTER.read(asked("hist", ""), stored("ecb/eurofxref_csv_one_day.csv"))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("hist", ""), stored("ecb/eurofxref_daily_xml.xml"))))
                .isEqualTo("schema_changed");
        assertThat(outcome(ADAPTER.read(asked("daily_xml", ""), stored("ecb/data_api_csv_recent.csv"))))
                .isEqualTo("schema_changed");
    }

    @Test
    void asksForTheShortFileWhereItReachesBackFarEnough() {
        LocalDate today = LocalDate.of(2026, 11, 25);

        assertThat(addresses(ADAPTER, Dataset.BARS, List.of("EURUSD", "EURJPY"), today.minusDays(10), today, null))
                .containsExactly("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml");
        assertThat(addresses(ADAPTER, Dataset.BARS, List.of("EURUSD"), null, today, null))
                .containsExactly("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip");
        assertThat(addresses(ADAPTER, Dataset.BARS, List.of("USDJPY", "AAPL"), null, today, null))
                .isEmpty();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
