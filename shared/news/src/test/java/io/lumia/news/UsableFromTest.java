package io.lumia.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.Published;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UsableFromTest {

    @Test
    void anInstantCountsFromItself() {
        Instant instant = Instant.parse("2017-11-03T20:30:00Z");

        assertThat(UsableFrom.of(Published.at(instant))).isEqualTo(instant);
        assertThat(UsableFrom.of(Published.seenAt(instant))).isEqualTo(instant);
    }

    @Test
    void aDayCountsFromTheNextSessionsOpening() {
        assertThat(UsableFrom.of(Published.on(LocalDate.of(2017, 11, 1)))).isEqualTo("2017-11-02T13:30:00Z");
    }

    @Test
    void aFridayCountsFromMondayAndADayBeforeAHolidayFromTheDayAfterIt() {
        assertThat(UsableFrom.of(Published.on(LocalDate.of(2017, 11, 3)))).isEqualTo("2017-11-06T14:30:00Z");
        assertThat(UsableFrom.of(Published.on(LocalDate.of(2017, 11, 22)))).isEqualTo("2017-11-24T14:30:00Z");
    }

    @Test
    void theDayIsOverEverywhereBeforeItCounts() {
        for (LocalDate day = LocalDate.of(2017, 1, 1); day.getYear() == 2017; day = day.plusDays(1)) {
            Instant lastMinuteOnEarth = day.plusDays(1).atStartOfDay().toInstant(java.time.ZoneOffset.ofHours(-12));

            assertThat(UsableFrom.of(Published.on(day))).isAfterOrEqualTo(lastMinuteOnEarth);
        }
    }
}
