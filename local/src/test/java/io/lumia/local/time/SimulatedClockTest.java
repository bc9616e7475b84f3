package io.lumia.local.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class SimulatedClockTest {

    private static final Instant START = Instant.parse("2017-11-10T23:00:00Z");

    private final HandClock pace = new HandClock();
    private final SimulatedClock clock = new SimulatedClock(START, pace);

    @Test
    void goesOnAtTheRealPace() {
        pace.pass(Duration.ofSeconds(90));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
    }

    @Test
    void standsStillAfterAnHourSoThatTheDayStaysTheSame() {
        pace.pass(Duration.ofDays(3));

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void jumpsWhereItIsSet() {
        pace.pass(Duration.ofMinutes(5));
        clock.set(Instant.parse("2017-11-13T23:00:00Z"));
        pace.pass(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2017-11-13T23:00:01Z"));
    }

    @Test
    void anotherZoneFollowsTheSameSetting() {
        Clock inNewYork = clock.withZone(Clocks.NEW_YORK);
        clock.set(Instant.parse("2017-01-03T23:00:00Z"));

        assertThat(inNewYork.instant()).isEqualTo(Instant.parse("2017-01-03T23:00:00Z"));
        assertThat(inNewYork.getZone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void theEveningIsSixInNewYorkInSummerAndWinter() {
        assertThat(Clocks.evening(LocalDate.of(2017, 7, 3))).isEqualTo(Instant.parse("2017-07-03T22:00:00Z"));
        assertThat(Clocks.evening(LocalDate.of(2017, 12, 1))).isEqualTo(Instant.parse("2017-12-01T23:00:00Z"));
    }

    /** Moves only by hand. */
    private static final class HandClock extends Clock {

        private Instant now = Instant.EPOCH;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
