package io.lumia.functions.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.AssetType;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.web.Capabilities.Canary;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CheckCanariesTest {

    private static final Canary SPY = new Canary(Dataset.BARS, AssetType.ETF, "SPY", 15, 50, 10_000);

    @Test
    void isWellWithEnoughRowsOfPlausibleValues() {
        assertThat(CheckCanaries.faultOf(bars(15, 600), SPY)).isEmpty();
    }

    @Test
    void tooFewRowsAreAFault() {
        assertThat(CheckCanaries.faultOf(bars(14, 600), SPY))
                .hasValueSatisfying(
                        fault -> assertThat(fault).contains("14 rows").contains("at least 15"));
    }

    @Test
    void aValueThatCannotBeIsAFault() {
        assertThat(CheckCanaries.faultOf(bars(20, 6), SPY))
                .hasValueSatisfying(fault -> assertThat(fault).contains("6.0").contains("50.0"));
        assertThat(CheckCanaries.faultOf(bars(20, Double.NaN), SPY)).isPresent();
    }

    private static ParsedAnswer bars(int count, double close) {
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        for (int i = 0; i < count; i++) {
            LocalDate date = LocalDate.parse("2026-11-02").plusDays(i);
            answer.bar(new Row<>(i, "SPY", new DailyBar(date, close, close, close, close, 1, Double.NaN, 0), ""));
        }
        return answer.build();
    }
}
