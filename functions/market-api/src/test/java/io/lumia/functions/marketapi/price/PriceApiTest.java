package io.lumia.functions.marketapi.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import io.lumia.web.testing.TestLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceApiTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();
    private static final String APPLE = "/api/v1/assets/AAPL/prices";
    private static final int BARS = 170;

    @Test
    void rawPricesAreThoseOfTheFile() {
        Answer answer = API.get(APPLE + "?adjustment=raw");
        List<Map<String, Object>> bars = answer.rows("data", "prices");

        assertThat(bars).hasSize(BARS);
        List<String> lines = TestLines.of("/aapl/raw.csv");
        for (int i = 0; i < lines.size(); i++) {
            Map<String, Object> bar = bars.get(i);
            String line = "%s,%s,%s,%s,%s,%s"
                    .formatted(
                            bar.get("date"),
                            ((Number) bar.get("open")).doubleValue(),
                            ((Number) bar.get("high")).doubleValue(),
                            ((Number) bar.get("low")).doubleValue(),
                            ((Number) bar.get("close")).doubleValue(),
                            bar.get("volume"));
            assertThat(line).isEqualTo(lines.get(i));
        }
        assertThat(answer.body())
                .contains("{\"date\":\"2014-06-06\",\"open\":650,\"high\":651.25,\"low\":644.48,\"close\":645.57,");
        assertThat(answer.rows("data", "applied_actions")).isEmpty();
    }

    @Test
    void theSplitDayIsNoFallOnceAdjusted() {
        Answer answer = API.get(APPLE + "?start=2014-06-06&end=2014-06-09");

        assertThat(answer.at("data", "adjustment")).isEqualTo("split");
        assertThat(answer.column("close", "data", "prices")).containsExactly(92.2242857143, 93.7);
        assertThat(answer.column("volume", "data", "prices")).containsExactly(84816697, 72875948);
        assertThat(answer.rows("data", "applied_actions"))
                .containsExactly(Map.of("ex_date", "2014-06-09", "kind", "split", "value", 7));
        assertThat(answer.at("data", "sources", 0, "price_basis")).isEqualTo("raw");
        assertThat(answer.at("data", "price_bases")).isEqualTo(List.of("raw"));
    }

    /** The other source takes a day's last price elsewhere: some closes differ by up to a thousandth. */
    @Test
    void splitAdjustedPricesMoveAsThoseOfAnotherSource() {
        List<Double> ours = closes("split");
        List<double[]> theirs = otherSource();

        for (int i = 0; i < ours.size(); i++) {
            double expected = theirs.get(i)[0] / theirs.getLast()[0];
            assertThat(ours.get(i) / ours.getLast()).isCloseTo(expected, within(2e-3));
        }
    }

    /** What dividends take off is the same in both, to the four decimals of the other source. */
    @Test
    void dividendsTakeOffWhatAnotherSourceTakesOff() {
        List<Double> split = closes("split");
        List<Double> all = closes("all");
        List<double[]> theirs = otherSource();

        double afterAll = theirs.getLast()[1] / theirs.getLast()[0];
        for (int i = 0; i < split.size(); i++) {
            double expected = theirs.get(i)[1] / theirs.get(i)[0] / afterAll;
            assertThat(all.get(i) / split.get(i)).isCloseTo(expected, within(2e-5));
        }
        assertThat(all.getLast()).isEqualTo(110.38);
        assertThat(API.get(APPLE + "?adjustment=all").column("kind", "data", "applied_actions"))
                .containsExactly("dividend", "split", "dividend", "dividend");
    }

    private static List<Double> closes(String adjustment) {
        return API.get(APPLE + "?adjustment=" + adjustment).column("close", "data", "prices").stream()
                .map(close -> ((Number) close).doubleValue())
                .toList();
    }

    /** Split-adjusted close and fully adjusted close of the same days. */
    private static List<double[]> otherSource() {
        List<double[]> closes = TestLines.of("/aapl/adjusted.csv").stream()
                .map(line -> line.split(","))
                .map(cells -> new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[2])})
                .toList();
        assertThat(closes).hasSize(BARS);
        return closes;
    }

    @Test
    void whatIsKnownLaterDoesNotReachBack() {
        Answer before = API.get(APPLE + "?as_of=2014-06-06T22:00:00Z&start=2014-06-06");

        assertThat(before.column("close", "data", "prices")).containsExactly(645.57);
        assertThat(before.rows("data", "applied_actions")).isEmpty();
        assertThat(before.at("data", "adjusted_through")).isEqualTo("2014-06-06");
    }

    @Test
    void aCorrectionIsSeenOnlyFromTheDayItWasLearned() {
        String day = "?start=2014-09-15&end=2014-09-15&adjustment=raw";

        assertThat(API.get(APPLE + day).column("close", "data", "prices")).containsExactly(101.63);
        assertThat(API.get(APPLE + day + "&as_of=2014-11-03").column("close", "data", "prices"))
                .containsExactly(101.5);
    }

    @Test
    void saysHowManyBarsWereLearnedLater() {
        assertThat(API.get(APPLE + "?as_of=2014-05-06&start=2014-05-05").at("metadata", "warnings"))
                .isEqualTo(
                        List.of(
                                "2 of 2 bars were learned after 2014-05-06T23:59:59.999999999Z: shown is the value first learned"));
        assertThat(API.get(APPLE).at("metadata", "warnings")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50, 169, 170, 171})
    void pagesShowEveryBarOnce(int limit) {
        List<Object> dates = new ArrayList<>();
        String token = "";
        for (int page = 0; page <= BARS && token != null; page++) {
            Answer answer = API.get(APPLE + "?limit=" + limit + (token.isEmpty() ? "" : "&page_token=" + token));
            dates.addAll(answer.column("date", "data", "prices"));
            token = (String) answer.at("pagination", "next_page_token");
        }

        assertThat(dates).isEqualTo(API.get(APPLE).column("date", "data", "prices"));
    }

    @Test
    void pagesOfFilledPricesShowEveryPointOnce() {
        String all = "/api/v1/assets/BTC-USD/prices?fill=previous";
        List<Object> dates = new ArrayList<>();
        String token = "";
        for (int page = 0; page < 20 && token != null; page++) {
            Answer answer = API.get(all + "&limit=2" + (token.isEmpty() ? "" : "&page_token=" + token));
            dates.addAll(answer.column("date", "data", "prices"));
            token = (String) answer.at("pagination", "next_page_token");
        }

        assertThat(dates).hasSize(13).isEqualTo(API.get(all).column("date", "data", "prices"));
    }

    @Test
    void aTokenKeepsItsQuestionAndItsInstant() {
        String token = (String) API.get(APPLE + "?limit=5").at("pagination", "next_page_token");

        assertThat(API.get(APPLE + "?limit=9&page_token=" + token).status()).isEqualTo(200);
        assertThat(API.get(APPLE + "?adjustment=raw&page_token=" + token).refused())
                .isEqualTo(List.of("page_token"));
        assertThat(API.get("/api/v1/assets/SPY/prices?page_token=" + token).refused())
                .isEqualTo(List.of("page_token"));
        assertThat(API.get(APPLE + "?page_token=abc").refused()).isEqualTo(List.of("page_token"));
        assertThat(API.get(APPLE + "?page_token=" + token.substring(3)).refused())
                .isEqualTo(List.of("page_token"));
    }

    @Test
    void fillsOnlySessionsBetweenTwoBarsAndFlagsThem() {
        Answer none = API.get("/api/v1/assets/BTC-USD/prices");
        Answer filled = API.get("/api/v1/assets/BTC-USD/prices?fill=previous&start=2014-12-22&end=2014-12-27");

        assertThat(none.rows("data", "prices")).hasSize(5);
        assertThat(none.column("flags", "data", "prices")).contains(List.of("large_move"), List.of("volume_missing"));
        assertThat(filled.column("date", "data", "prices"))
                .containsExactly("2014-12-22", "2014-12-23", "2014-12-24", "2014-12-25", "2014-12-26", "2014-12-27");
        assertThat(filled.at("data", "prices", 1, "flags")).isEqualTo(List.of("filled"));
        assertThat(filled.at("data", "prices", 1, "close")).isEqualTo(0.00001234);
        assertThat(filled.at("data", "prices", 1, "volume")).isNull();
        assertThat(filled.at("data", "prices", 5, "close")).isEqualTo(325.5);
    }

    @Test
    void aGapThatBeganBeforeTheFirstDateIsFilledToo() {
        Answer answer = API.get("/api/v1/assets/BTC-USD/prices?fill=previous&start=2014-12-24&end=2014-12-25");

        assertThat(answer.column("flags", "data", "prices")).containsExactly(List.of("filled"), List.of("filled"));
    }

    @Test
    void neverUsesAnExponent() {
        assertThat(API.get("/api/v1/assets/BTC-USD/prices").body())
                .contains("\"close\":0.00001234,")
                .doesNotContain("E-");
        assertThat(API.get("/api/v1/assets/BTC-USD/prices?format=csv").body())
                .contains(",0.00001234,")
                .doesNotContain("E-");
    }

    @Test
    void columnsHoldTheSamePoints() {
        Answer rows = API.get(APPLE + "?limit=20");
        Answer columns = API.get(APPLE + "?limit=20&shape=columns");

        for (String name : List.of("date", "open", "high", "low", "close", "volume", "flags", "source")) {
            assertThat(columns.at("data", "columns", name)).as(name).isEqualTo(rows.column(name, "data", "prices"));
        }
        assertThat(columns.body()).doesNotContain("\"prices\"");
        assertThat(rows.body()).doesNotContain("\"columns\"");
    }

    @Test
    void csvHasTheSamePointsAndSaysTheRestInHeaders() {
        Answer csv = API.get(APPLE + "?limit=2&format=csv&adjustment=raw");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body())
                .isEqualTo("date,open,high,low,close,volume,flags,source\r\n"
                        + "2014-05-01,592,594.8,586.36,591.48,8485996,,lean-sample\r\n"
                        + "2014-05-02,592.89,594.2,589.71,592.58,6467235,,lean-sample\r\n");
        assertThat(csv.header("X-Next-Page-Token")).isNotNull();
        assertThat(csv.header("X-As-Of")).isEqualTo("2015-01-02T12:00:00Z");
        assertThat(API.get(APPLE + "?limit=2&adjustment=raw", Map.of("Accept", "text/csv"))
                        .body())
                .isEqualTo(csv.body());
    }

    @Test
    void csvIsHarmlessInASpreadsheet() {
        assertThat(API.get("/api/v1/assets/SPY/prices?limit=1&format=csv").body())
                .endsWith("2014-12-22,200,200,200,200,1000,,\"'=SUM(A1),\"\"x\"\"\"\r\n");
    }

    @Test
    void anAssetWithoutBarsSaysWhereItsValuesAre() {
        Answer answer = API.get("/api/v1/assets/DGS10/prices");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.rows("data", "prices")).isEmpty();
        assertThat(String.valueOf(answer.at("metadata", "warnings"))).contains("/api/v1/observations/DGS10");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        Answer answer = API.get(APPLE + "?start=2014-13-01&end=1600-01-01&adjustment=splits&fill=zero&shape=cube"
                + "&format=xml&limit=10001&as_of=2015-02-01&page_token=x&x=1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refused())
                .containsExactlyInAnyOrder(
                        "x", "start", "end", "adjustment", "fill", "shape", "format", "limit", "as_of", "page_token");
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        assertThat(API.get(APPLE + "?start=2014-06-02&end=2014-06-01").refused())
                .isEqualTo(List.of("start"));
    }

    @Test
    void anUnknownAssetIsNotFound() {
        assertThat(API.get("/api/v1/assets/NOSUCH/prices").status()).isEqualTo(404);
    }
}
