package io.lumia.recommendation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.market.ExchangeCalendar;
import io.lumia.recommendation.backtest.Rebalancing.Edge;
import io.lumia.recommendation.backtest.Rebalancing.EverySessions;
import io.lumia.recommendation.backtest.Rebalancing.OfCalendar;
import io.lumia.recommendation.backtest.Rebalancing.Period;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In 2016 New York was closed on 1 January, 18 January, 15 February, 25 March, 30 May. */
class RebalancingTest {

    private static final List<LocalDate> SESSIONS =
            ExchangeCalendar.UNITED_STATES.sessions(LocalDate.of(2016, 1, 15), LocalDate.of(2016, 6, 15));

    @Test
    void takesTheFirstSessionsOfMonths() {
        assertThat(new OfCalendar(Period.MONTHLY, Edge.FIRST).dates(SESSIONS))
                .extracting(LocalDate::toString)
                .containsExactly("2016-01-15", "2016-02-01", "2016-03-01", "2016-04-01", "2016-05-02", "2016-06-01");
    }

    @Test
    void takesTheLastSessionsOfMonthsThatHaveEnded() {
        assertThat(new OfCalendar(Period.MONTHLY, Edge.LAST).dates(SESSIONS))
                .extracting(LocalDate::toString)
                .containsExactly("2016-01-15", "2016-01-29", "2016-02-29", "2016-03-31", "2016-04-29", "2016-05-31");
    }

    @Test
    void takesQuarters() {
        assertThat(new OfCalendar(Period.QUARTERLY, Edge.FIRST).dates(SESSIONS))
                .extracting(LocalDate::toString)
                .containsExactly("2016-01-15", "2016-04-01");
        assertThat(new OfCalendar(Period.QUARTERLY, Edge.LAST).dates(SESSIONS))
                .extracting(LocalDate::toString)
                .containsExactly("2016-01-15", "2016-03-31");
    }

    @Test
    void takesEverySoManySessions() {
        assertThat(new EverySessions(50).dates(SESSIONS))
                .extracting(LocalDate::toString)
                .containsExactly("2016-01-15", "2016-03-30", "2016-06-09");
    }

    @Test
    void refusesNoSessionsAtAll() {
        assertThatThrownBy(() -> new EverySessions(0)).hasMessageContaining("1 to 260");
    }
}
