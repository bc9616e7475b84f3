package io.lumia.functions.marketapi.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationApiTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();
    private static final String YIELD = "/api/v1/observations/DGS10";

    @Test
    void showsValuesWithTheirUnitAndKeepsTheirSign() {
        Answer answer = API.get(YIELD + "?start=2014-12-02&end=2014-12-03");

        assertThat(answer.at("data", "series", "unit")).isEqualTo("percent");
        assertThat(answer.at("data", "series", "frequency")).isEqualTo("D");
        assertThat(answer.column("value", "data", "observations")).containsExactly(2.12, -0.25);
    }

    @Test
    void pagesShowEveryValueOnce() {
        List<Object> dates = new ArrayList<>();
        String token = "";
        for (int page = 0; page < 10 && token != null; page++) {
            Answer answer = API.get(YIELD + "?limit=4" + (token.isEmpty() ? "" : "&page_token=" + token));
            dates.addAll(answer.column("date", "data", "observations"));
            token = (String) answer.at("pagination", "next_page_token");
        }

        assertThat(dates).hasSize(25).isEqualTo(API.get(YIELD).column("date", "data", "observations"));
    }

    @Test
    void aValueIsSeenFromItsPublicationOn() {
        assertThat(API.get(YIELD + "?as_of=2014-12-10").column("date", "data", "observations"))
                .hasSize(9)
                .last()
                .isEqualTo("2014-12-09");
    }

    @Test
    void csvKeepsNegativeNumbersAsNumbers() {
        assertThat(API.get(YIELD + "?start=2014-12-02&end=2014-12-03&format=csv")
                        .body())
                .isEqualTo("date,value\r\n2014-12-02,2.12\r\n2014-12-03,-0.25\r\n");
    }

    @Test
    void anAssetWithBarsSaysWhereTheyAre() {
        Answer answer = API.get("/api/v1/observations/AAPL");

        assertThat(answer.rows("data", "observations")).isEmpty();
        assertThat(String.valueOf(answer.at("metadata", "warnings"))).contains("/api/v1/assets/AAPL/prices");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(API.get("/api/v1/observations/NOSUCH").status()).isEqualTo(404);
        assertThat(API.get(YIELD + "?start=x&limit=0&fill=none").refused())
                .containsExactlyInAnyOrder("fill", "start", "limit");
    }
}
