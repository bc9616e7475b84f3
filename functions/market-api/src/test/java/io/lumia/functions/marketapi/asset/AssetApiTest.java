package io.lumia.functions.marketapi.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetApiTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();

    @Test
    void listsAllAssetsBySymbolWithTheirLatestPrices() {
        Answer answer = API.get("/api/v1/assets");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.column("symbol", "data")).containsExactly("AAPL", "BTC-USD", "DGS10", "SPY", "USO", "USO");
        assertThat(answer.column("latest_price", "data")).startsWith(110.38, 314.25, null, 200);
        assertThat(answer.at("pagination", "total_items")).isEqualTo(6);
    }

    @Test
    void writesPricesExactlyAsStored() {
        assertThat(API.get("/api/v1/assets/AAPL").body())
                .contains(
                        "\"latest_price\":110.38,",
                        "\"latest_price_date\":\"2014-12-31\"",
                        "\"market_cap\":643000000000,");
    }

    @Test
    void givesTheDailyChangeAsAFraction() {
        double expected = 110.38 / 112.52 - 1;

        assertThat((Double) API.get("/api/v1/assets/AAPL").at("data", "daily_change"))
                .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void takesTheSplitOutOfTheChangeOnItsDay() {
        double expected = 93.7 / (645.57 / 7) - 1;
        Answer answer = API.get("/api/v1/assets/AAPL?as_of=2014-06-09T21:00:00Z");

        assertThat(answer.at("data", "latest_price")).isEqualTo(93.7);
        assertThat((Double) answer.at("data", "daily_change"))
                .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void showsTheLatestPriceAsOfAnInstant() {
        Answer beforeTheClose = API.get("/api/v1/assets/AAPL?as_of=2014-12-30T20:59:00Z");
        Answer list = API.get("/api/v1/assets?symbol=AAPL&as_of=2014-12-30T20:59:00Z");

        assertThat(beforeTheClose.at("data", "latest_price_date")).isEqualTo("2014-12-29");
        assertThat(list.at("data", 0, "latest_price_date")).isEqualTo("2014-12-29");
        assertThat(beforeTheClose.at("metadata", "as_of")).isEqualTo("2014-12-30T20:59:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "symbol=aapl, 1",
        "symbol=NOSUCH, 0",
        "asset_type=etf, 2",
        "sector=energy, 2",
        "min_market_cap=1500000000, 2",
        "max_market_cap=5000000, 1",
        "min_market_cap=1&max_market_cap=2000000000, 2",
        "q=apple, 1",
        "q=appl inc, 1",
        "q=bit, 1",
        "q='; DROP TABLE market.asset; --, 0",
        "q=%, 6"
    })
    void filters(String query, int expected) {
        Answer answer = API.get("/api/v1/assets?" + query.replace("%", "%25").replace(" ", "+"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.rows("data")).hasSize(expected);
        assertThat(answer.at("pagination", "total_items")).isEqualTo(expected);
    }

    @Test
    void pagesShowEveryAssetOnce() {
        Set<Object> seen = new HashSet<>();
        for (int page = 1; page <= 3; page++) {
            Answer answer = API.get("/api/v1/assets?per_page=2&page=" + page);
            assertThat(answer.at("pagination", "total_pages")).isEqualTo(3);
            assertThat(seen.addAll(answer.column("id", "data"))).isTrue();
        }

        assertThat(seen).hasSize(6);
        assertThat(API.get("/api/v1/assets?per_page=2&page=4").rows("data")).isEmpty();
        assertThat(API.get("/api/v1/assets?per_page=2&page=4").at("pagination", "total_items"))
                .isEqualTo(6);
    }

    @Test
    void findsOneAssetByItsId() {
        Object id = API.get("/api/v1/assets/AAPL").at("data", "id");

        assertThat(API.get("/api/v1/assets/" + id).at("data", "symbol")).isEqualTo("AAPL");
    }

    @Test
    void aReusedTickerMeansItsHolderOfTheDay() {
        assertThat(API.get("/api/v1/assets/USO").at("data", "name")).isEqualTo("United States Oil Fund");
        assertThat(API.get("/api/v1/assets/USO?as_of=2012-06-29").at("data", "name"))
                .isEqualTo("Old Company");
    }

    @Test
    void escapesNothingThatJsonDoesNotAskFor() {
        assertThat(API.get("/api/v1/assets/SPY").body()).contains("\"name\":\"SPDR S&P 500 <ETF> — Trust\"");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        Answer answer = API.get("/api/v1/assets?asset_type=house&per_page=201&page=0&min_market_cap=-1"
                + "&max_market_cap=lots&as_of=yesterday&colour=red&symbol=a%20b");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("error", "code")).isEqualTo("INVALID_INPUT");
        assertThat(answer.refused())
                .containsExactlyInAnyOrder(
                        "colour",
                        "as_of",
                        "symbol",
                        "asset_type",
                        "min_market_cap",
                        "max_market_cap",
                        "page",
                        "per_page");
    }

    @Test
    void refusesARangeThatIsEmpty() {
        assertThat(API.get("/api/v1/assets?min_market_cap=5&max_market_cap=4").refused())
                .isEqualTo(List.of("min_market_cap"));
    }

    @Test
    void anUnknownAssetIsNotFound() {
        assertThat(API.get("/api/v1/assets/NOSUCH").status()).isEqualTo(404);
        assertThat(API.get("/api/v1/assets/00000000-0000-0000-0000-000000000000")
                        .status())
                .isEqualTo(404);
        assertThat(API.get("/api/v1/assets/NOSUCH").at("error", "code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void whatIsNeitherIdNorSymbolIsRefused() {
        assertThat(API.get("/api/v1/assets/no%20such%20thing").status()).isEqualTo(400);
        assertThat(API.get("/api/v1/assets/" + "A".repeat(33)).refused()).isEqualTo(List.of("id"));
    }

    @ParameterizedTest
    @CsvSource({
        "2015-01-03",
        "2015-01-02T12:00:01Z",
        "3015-01-01",
        "2014-02-30",
        "2014-1-1",
        "2014-12-31T10:00:00",
        "now"
    })
    void refusesInstantsThatAreNotKnownYetOrNone(String asOf) {
        assertThat(API.get("/api/v1/assets/AAPL?as_of=" + asOf).refused()).isEqualTo(List.of("as_of"));
    }

    @Test
    void aDayMeansItsEndAndTodayMeansNow() {
        assertThat(API.get("/api/v1/assets/AAPL?as_of=2014-12-30").at("metadata", "as_of"))
                .isEqualTo("2014-12-30T23:59:59.999999999Z");
        assertThat(API.get("/api/v1/assets/AAPL?as_of=2015-01-02").at("metadata", "as_of"))
                .isEqualTo("2015-01-02T12:00:00Z");
    }
}
