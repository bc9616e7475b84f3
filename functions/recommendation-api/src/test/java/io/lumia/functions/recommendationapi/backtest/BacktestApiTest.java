package io.lumia.functions.recommendationapi.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.recommendationapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BacktestApiTest {

    private static final String PATH = "/api/v1/backtests";
    private static final String ORDER = """
            {"request": {"capital": 25000.50, "risk_tolerance": "moderate", "investment_horizon": "long",
                         "excluded_sectors": ["Energy"]},
             "from": "2014-06-30", "to": "2014-12-30", "rebalancing": "every_sessions", "every_sessions": 21}""";

    private final ApiUnderTest api = ApiUnderTest.start(Map.of());

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void showsWhatWasAskedForInEveryAnswer() {
        Answer made = api.post(PATH, ORDER);
        Answer one = api.get(PATH + "/" + made.at("data", "id"));
        Answer list = api.get(PATH);

        assertThat(made.status()).as(made.body()).isEqualTo(202);
        assertThat(made.at("data", "order", "from")).isEqualTo("2014-06-30");
        assertThat(made.at("data", "order", "every_sessions")).isEqualTo(21);
        assertThat(made.at("data", "order"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .as("what was left out is not made up")
                .doesNotContainKeys("execution", "seed");
        assertThat(made.at("data", "order", "request", "excluded_sectors")).isEqualTo(List.of("Energy"));
        assertThat(made.body()).as("to the digit").contains("\"capital\":25000.50");
        assertThat(one.at("data", "order")).isEqualTo(made.at("data", "order"));
        assertThat(list.rows("data")).singleElement().satisfies(line -> assertThat(line.get("order"))
                .isEqualTo(made.at("data", "order")));
    }

    @Test
    void refusesAllThatIsWrongAtOnceAndKeepsNothing() {
        Answer refused = api.post(PATH, """
                {"request": {"capital": 0, "risk_tolerance": "bold", "investment_horizon": "long"},
                 "from": "2014-13-01", "rebalancing": "weekly"}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.refused())
                .containsExactlyInAnyOrder("request.capital", "request.risk_tolerance", "from", "to", "rebalancing");
        assertThat(api.get(PATH).rows("data")).isEmpty();
    }
}
