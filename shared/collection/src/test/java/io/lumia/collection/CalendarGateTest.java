package io.lumia.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.collection.CalendarGate.During;
import io.lumia.market.ExchangeCalendar;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarGateTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T14:29:59Z, true, false", // Wednesday, a second before the opening in New York
        "2026-11-25T14:30:00Z, true, true",
        "2026-11-25T21:00:00Z, true, true",
        "2026-11-25T21:00:01Z, true, false",
        "2026-11-26T18:00:00Z, false, false", // Thanksgiving
        "2026-11-27T17:59:00Z, true, true", // the day after closes at 13:00
        "2026-11-27T18:01:00Z, true, false",
        "2026-11-28T18:00:00Z, false, false", // Saturday
        "2026-07-01T13:30:00Z, true, true", // summer time
    })
    void letsTicksOfTradingDaysAndHoursThrough(Instant tick, boolean onSessionDays, boolean inMarketHours) {
        assertThat(new CalendarGate(ExchangeCalendar.UNITED_STATES, During.SESSION_DAYS).admits(tick))
                .isEqualTo(onSessionDays);
        assertThat(new CalendarGate(ExchangeCalendar.UNITED_STATES, During.MARKET_HOURS).admits(tick))
                .isEqualTo(inMarketHours);
        assertThat(new CalendarGate(ExchangeCalendar.UNITED_STATES, During.OUTSIDE_MARKET_HOURS).admits(tick))
                .isEqualTo(!inMarketHours);
    }

    @Test
    void cryptoTradesAlways() {
        assertThat(new CalendarGate(ExchangeCalendar.DAILY, During.MARKET_HOURS)
                        .admits(Instant.parse("2026-12-25T03:00:00Z")))
                .isTrue();
    }

    @Test
    void anIntervalIsWholeMinutes() {
        assertThatThrownBy(() -> new JobSchedule.Interval(Duration.ofSeconds(90), null))
                .hasMessageContaining("every")
                .hasMessageContaining("whole minutes");
    }
}
