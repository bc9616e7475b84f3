package io.lumia.functions.marketapi.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CorrelationApiTest {

    private static final ApiUnderTest API = ApiUnderTest.with(TwistedApple::fill);
    private static final String CORRELATIONS = "/api/v1/market/correlations?assets=";

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void equalsWhatTheAdjustedPricesGive() {
        Answer answer = API.get(CORRELATIONS + "AAPL,TWST");
        double[][] returns = commonReturns("AAPL", "TWST");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat((Double) answer.at("data", "correlations", 0, 1))
                .isCloseTo(new PearsonsCorrelation().correlation(returns[0], returns[1]), within(1e-8));
        assertThat(answer.at("data", "correlations", 1, 0)).isEqualTo(answer.at("data", "correlations", 0, 1));
        assertThat(((Number) answer.at("data", "correlations", 0, 0)).doubleValue())
                .isCloseTo(1, within(1e-12));
        assertThat(answer.at("data", "pairs", 0, 1)).isEqualTo(returns[0].length);
        assertThat(answer.at("data", "end")).isEqualTo("2014-12-31");
        assertThat(answer.at("data", "adjustment")).isEqualTo("all");
    }

    private static double[][] commonReturns(String first, String second) {
        Map<Object, double[]> closes = new TreeMap<>();
        List<String> symbols = List.of(first, second);
        for (int i = 0; i < 2; i++) {
            int place = i;
            API.get("/api/v1/assets/" + symbols.get(i) + "/prices?adjustment=all")
                    .rows("data", "prices")
                    .forEach(bar -> closes.computeIfAbsent(bar.get("date"), _ -> new double[2])[place] =
                            ((Number) bar.get("close")).doubleValue());
        }
        List<double[]> common = closes.values().stream()
                .filter(pair -> pair[0] > 0 && pair[1] > 0)
                .toList();
        double[][] returns = new double[2][common.size() - 1];
        for (int day = 1; day < common.size(); day++) {
            for (int i = 0; i < 2; i++) {
                returns[i][day - 1] = Math.log(common.get(day)[i] / common.get(day - 1)[i]);
            }
        }
        return returns;
    }

    @Test
    void withholdsWhenFewerThanSixtyPairs() {
        Answer answer = API.get(CORRELATIONS + "AAPL,SPY,BTC-USD");

        assertThat(answer.at("data", "correlations", 0, 1)).isNull();
        assertThat(answer.at("data", "correlations", 0, 0)).isNotNull();
        assertThat((Integer) answer.at("data", "pairs", 0, 1)).isBetween(1, 59);
        assertThat(String.valueOf(answer.at("metadata", "warnings"))).contains("AAPL and SPY:", "needed: 60");
    }

    @Test
    void countsTheNewestReturnsOnly() {
        Answer answer = API.get(CORRELATIONS + "AAPL,TWST&days=60");

        assertThat(answer.at("data", "pairs", 0, 1)).isEqualTo(60);
        assertThat(LocalDate.parse(String.valueOf(answer.at("data", "start")))).isBetween("2014-09-15", "2014-10-15");
    }

    @Test
    void anEarlierInstantKnowsNothingOfLaterDays() {
        Answer answer = API.get(CORRELATIONS + "AAPL,TWST&as_of=2014-10-31");

        assertThat(answer.at("data", "end")).isEqualTo("2014-10-31");
        assertThat(answer.at("data", "correlations", 0, 1)).isNotNull();
    }

    @Test
    void refusesListsThatAreNoPairs() {
        for (String list : List.of("AAPL", "AAPL,AAPL", "AAPL,", "AAPL," + "SPY,".repeat(30) + "USO", "AAPL,a%20b")) {
            assertThat(API.get(CORRELATIONS + list).refused()).as(list).contains("assets");
        }
        assertThat(API.get("/api/v1/market/correlations").refused()).isEqualTo(List.of("assets"));
        assertThat(API.get(CORRELATIONS + "AAPL,NOSUCH").status()).isEqualTo(404);
        assertThat(API.get(CORRELATIONS + "AAPL,SPY&days=59").refused()).isEqualTo(List.of("days"));
    }

    @Test
    void takesThirtyUuids() {
        String list = "01935a1e-0000-7000-8000-00000000dead,".repeat(29) + "01935a1e-0000-7000-8000-00000000beef";

        assertThat(API.get(CORRELATIONS + list).status()).isEqualTo(404);
    }
}
