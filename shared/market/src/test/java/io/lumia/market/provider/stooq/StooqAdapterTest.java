package io.lumia.market.provider.stooq;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.Dataset;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Answers;
import io.lumia.market.provider.web.ProviderAccess;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StooqAdapterTest {

    private final StooqAdapter adapter = new StooqAdapter();
    private final Answers answers = new Answers(adapter);

    @Test
    void tellsItsLimitFromItsWall() {
        assertThat(answers.outcome("daily", "AAPL", 200, answers.file("daily_limit_200_text.txt")))
                .isEqualTo("plan_limit");
        assertThat(answers.outcome("daily", "AAPL", 200, "<!DOCTYPE html><html><script>work()</script></html>"))
                .isEqualTo("blocked");
        assertThat(answers.outcome("daily", "AAPL", 200, "No data")).isEqualTo("empty_confirmed");
        assertThat(answers.outcome("daily", "AAPL", 503, "<html></html>")).isEqualTo("unreachable");
        assertThat(answers.outcome("daily", "AAPL", 200, "something else")).isEqualTo("schema_changed");
    }

    @Test
    void readsItsCsvIfItEverComes() {
        String body = "Date,Open,High,Low,Close,Volume\r\n2020-01-02,71.6,72.7,71.4,72.6,140844000\r\n";

        assertThat(answers.rows("daily", "AAPL", body).bars().getFirst().value().close())
                .isEqualTo(72.6);
        assertThat(answers.outcome("daily", "AAPL", 200, body.substring(0, 50))).isEqualTo("schema_changed");
    }

    @Test
    void isNeverAsked() {
        LocalDate today = LocalDate.of(2026, 11, 2);
        ProviderRequest request = new ProviderRequest("", Dataset.BARS, List.of("AAPL"), null, today);

        assertThat(adapter.capabilities().offers()).isEmpty();
        assertThat(adapter.calls(request, new ProviderAccess("https://stooq.com", null, null, today)))
                .isEmpty();
    }
}
