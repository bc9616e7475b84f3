package io.lumia.functions.collectionapi.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetCatalog;
import io.lumia.web.testing.ApiCalls.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GapApiTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();
    private static final String GAPS = "/api/v1/collection/gaps";

    @Test
    void findsMissingSessionsAndJoinsNeighbours() {
        Answer answer = API.get(GAPS + "?symbol=BTC-USD");

        assertThat(answer.at("data", 0, "expected")).isEqualTo(13);
        assertThat(answer.at("data", 0, "present")).isEqualTo(5);
        assertThat(answer.at("data", 0, "missing_intervals"))
                .isEqualTo(List.of(
                        Map.of("first", "2014-12-23", "last", "2014-12-25", "sessions", 3),
                        Map.of("first", "2014-12-27", "last", "2014-12-31", "sessions", 5)));
        assertThat(answer.at("data", 0, "first")).isEqualTo("2014-12-20");
        assertThat(answer.at("data", 0, "last")).isEqualTo("2015-01-01");
        assertThat(answer.at("data", 0, "stale_sessions")).isEqualTo(0);
    }

    @Test
    void anUnbrokenStretchIsComplete() {
        Answer answer = API.get(GAPS + "?symbol=AAPL&start=2014-05-01&end=2014-12-31");

        assertThat(answer.at("data", 0, "expected")).isEqualTo(170);
        assertThat(answer.at("data", 0, "completeness")).isEqualTo(1);
        assertThat(answer.rows("data", 0, "missing_intervals")).isEmpty();
    }

    @Test
    void barsOnDaysWithoutASessionAreUnexpected() {
        Answer answer = API.get(GAPS + "?symbol=SPY&start=2014-12-22");

        assertThat(answer.at("data", 0, "unexpected_dates"))
                .isEqualTo(List.of("2014-12-25", "2014-12-27", "2014-12-28"));
        assertThat(answer.at("data", 0, "missing")).isEqualTo(0);
    }

    @Test
    void countsSessionsSinceTheLastBar() {
        Answer answer = API.get(GAPS + "?symbol=USO&end=2014-06-10");

        assertThat(answer.at("data", 0, "last")).isEqualTo("2014-06-06");
        assertThat(answer.at("data", 0, "stale_sessions")).isEqualTo(2);
    }

    @Test
    void nobodyIsBlamedAfterADelisting() {
        AssetId id = API.bean(AssetCatalog.class)
                .find(new Symbol("USO"), LocalDate.parse("2012-06-29"))
                .orElseThrow()
                .id();
        Answer answer = API.get(GAPS + "?symbol=" + id.value() + "&start=2012-12-24");

        assertThat(answer.at("data", 0, "end")).isEqualTo("2012-12-31");
        assertThat(answer.at("data", 0, "expected")).isEqualTo(5);
        assertThat(answer.at("data", 0, "present")).isEqualTo(2);
        assertThat(answer.at("data", 0, "unexpected_dates")).isEqualTo(List.of("2012-12-25"));
    }

    @Test
    void holdsObservationsAgainstTheCalendarOfTheirSeries() {
        Answer answer = API.get(GAPS + "?symbol=DGS10");

        // A value of each day from 1 to 25 December; 29, 30 and 31 were bank days, the 26th a holiday of TARGET.
        assertThat(answer.at("data", 0, "expected")).isEqualTo(21);
        assertThat(answer.at("data", 0, "missing_intervals"))
                .isEqualTo(List.of(Map.of("first", "2014-12-29", "last", "2014-12-31", "sessions", 3)));
        assertThat(answer.at("data", 0, "unexpected")).isEqualTo(6);
        assertThat(answer.at("data", 0, "stale_sessions")).isEqualTo(3);
    }

    @Test
    void listsAllAssetsByPages() {
        Answer first = API.get(GAPS + "?per_page=3");
        Answer second = API.get(GAPS + "?per_page=3&page=2");

        assertThat(first.at("pagination", "total_items")).isEqualTo(6);
        assertThat(first.rows("data")).hasSize(3);
        assertThat(second.rows("data")).hasSize(3);
        assertThat(first.body() + second.body()).contains("\"DGS10\"");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(API.get(GAPS + "?symbol=NOSUCH").status()).isEqualTo(404);
        assertThat(API.get(GAPS + "?symbol=a%20b&start=1&per_page=500&job=x").refused())
                .containsExactlyInAnyOrder("job", "symbol", "start", "per_page");
    }
}
