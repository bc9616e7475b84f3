package io.lumia.functions.marketapi.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.quant.signal.SignalColumn;
import io.lumia.signals.sentiment.SentimentColumn;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignalApiTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();
    private static final String APPLE = "/api/v1/signals/AAPL";

    @Test
    void showsTheNewestDayAndAMonthOfHistory() {
        Answer answer = API.get(APPLE);

        assertThat(answer.at("data", "asset_info", "symbol")).isEqualTo("AAPL");
        assertThat(answer.at("data", "latest_signals", "date")).isEqualTo("2014-12-31");
        assertThat(answer.at("data", "start_date")).isEqualTo("2014-12-01");
        assertThat(answer.at("data", "end_date")).isEqualTo("2014-12-31");
        assertThat(answer.rows("data", "historical_signals")).hasSize(22);
    }

    @Test
    void hasEverySignalThereIs() {
        Map<?, ?> latest = (Map<?, ?>) API.get(APPLE).at("data", "latest_signals");
        List<String> expected = new ArrayList<>(List.of("date"));
        Arrays.stream(SignalColumn.values()).map(SignalColumn::columnName).forEach(expected::add);
        Arrays.stream(SentimentColumn.values()).map(SentimentColumn::columnName).forEach(expected::add);

        assertThat(List.copyOf(latest.keySet())).isEqualTo(expected);
    }

    @Test
    void theReturnOfTheSplitDayIsNoFall() {
        Answer answer = API.get(APPLE + "?start_date=2014-06-09&end_date=2014-06-09&indicators=return_1d");

        assertThat((Double) answer.at("data", "historical_signals", 0, "return_1d"))
                .isCloseTo(93.7 / (645.57 / 7) - 1, within(1e-12));
    }

    @Test
    void averagesAreThoseOfTheSplitAdjustedPrices() {
        List<Object> closes =
                API.get("/api/v1/assets/AAPL/prices?end=2014-06-27").column("close", "data", "prices");
        double mean = closes.subList(closes.size() - 20, closes.size()).stream()
                .mapToDouble(close -> ((Number) close).doubleValue())
                .average()
                .orElseThrow();
        Answer answer = API.get(APPLE + "?start_date=2014-06-27&end_date=2014-06-27&indicators=sma_20");

        assertThat((Double) answer.at("data", "historical_signals", 0, "sma_20"))
                .isCloseTo(mean, within(1e-8));
    }

    @Test
    void whatNeedsMoreHistoryIsNullNeverZero() {
        Answer answer = API.get(APPLE + "?start_date=2014-05-01&end_date=2014-05-02");

        assertThat(answer.at("data", "historical_signals", 0, "return_1d")).isNull();
        assertThat(answer.at("data", "historical_signals", 1, "sma_20")).isNull();
        assertThat(answer.at("data", "latest_signals", "return_365d")).isNull();
    }

    @Test
    void showsOnlyTheIndicatorsAskedForInTheirOrder() {
        Map<?, ?> latest = (Map<?, ?>)
                API.get(APPLE + "?indicators=sma_50,%20return_1d,sma_50").at("data", "latest_signals");

        assertThat(List.copyOf(latest.keySet())).isEqualTo(List.of("date", "sma_50", "return_1d"));
    }

    @Test
    void refusesIndicatorsItDoesNotKnow() {
        Answer answer = API.get(APPLE + "?indicators=sma_20,magic,rsi");

        assertThat(answer.refused()).isEqualTo(List.of("indicators"));
        assertThat(String.valueOf(answer.at("error", "message"))).contains("'magic, rsi'", "rsi_14");
        assertThat(API.get(APPLE + "?indicators=,").refused()).isEqualTo(List.of("indicators"));
    }

    @Test
    void anEarlierInstantIsAnsweredFromTheFactsKnownThen() {
        Answer then = API.get(APPLE + "?as_of=2014-06-06T22:00:00Z&indicators=sma_20,return_1d");
        Answer now = API.get(APPLE + "?start_date=2014-06-06&end_date=2014-06-06&indicators=sma_20,return_1d");

        assertThat(then.at("data", "latest_signals", "date")).isEqualTo("2014-06-06");
        double beforeTheSplit = (Double) then.at("data", "latest_signals", "sma_20");
        double afterIt = (Double) now.at("data", "historical_signals", 0, "sma_20");
        assertThat(beforeTheSplit / 7).isCloseTo(afterIt, within(1e-9));
    }

    @Test
    void asOfNowEqualsWhatIsStored() {
        Answer stored = API.get(APPLE + "?start_date=2014-05-01");
        Answer computed = API.get(APPLE + "?start_date=2014-05-01&as_of=2015-01-02T12:00:00Z");

        assertThat(computed.at("data")).isEqualTo(stored.at("data"));
    }

    @Test
    void pagesShowEveryDayOnce() {
        String all = APPLE + "?start_date=2014-05-01&indicators=return_1d";
        List<Object> dates = new ArrayList<>();
        String token = "";
        for (int page = 0; page < 10 && token != null; page++) {
            Answer answer = API.get(all + "&limit=40" + (token.isEmpty() ? "" : "&page_token=" + token));
            dates.addAll(answer.column("date", "data", "historical_signals"));
            token = (String) answer.at("pagination", "next_page_token");
        }

        assertThat(dates).hasSize(170).isEqualTo(API.get(all).column("date", "data", "historical_signals"));
        assertThat(Set.copyOf(dates)).hasSize(170);
    }

    @Test
    void aSeriesWithoutSignalsSaysWhy() {
        Answer answer = API.get("/api/v1/signals/DGS10");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("data", "latest_signals")).isNull();
        assertThat(String.valueOf(answer.at("metadata", "warnings"))).contains("economic_indicator");
    }

    @Test
    void refusesOrdersAndBoundsThatAreWrong() {
        Answer answer = API.get(APPLE + "?start_date=2014-06-02&end_date=2014-06-01&limit=5001&start=2014-01-01");

        assertThat(answer.refused()).containsExactlyInAnyOrder("start", "start_date", "limit");
        assertThat(API.get("/api/v1/signals/NOSUCH").status()).isEqualTo(404);
    }
}
