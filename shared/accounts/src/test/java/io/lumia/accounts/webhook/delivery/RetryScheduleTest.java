package io.lumia.accounts.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final RetrySchedule STANDARD = RetrySchedule.STANDARD;

    /** Half of the largest long: nextDouble is 0.25, so the factor is 1 + 0.1 · (2 · 0.25 - 1) = 0.95. */
    private static final RandomGenerator QUARTER = () -> Long.MAX_VALUE / 2 + 1;

    @Test
    void waitsAsListedGiveOrTakeATenth() {
        assertThat(QUARTER.nextDouble()).isEqualTo(0.25);
        assertThat(STANDARD.waitAfter(1, Duration.ZERO, QUARTER)).contains(Duration.ofMillis(4_750));
        assertThat(STANDARD.waitAfter(8, Duration.ZERO, QUARTER)).contains(Duration.ofHours(19));

        Random random = new Random(9);
        Set<Duration> waits = IntStream.range(0, 1_000)
                .mapToObj(_ -> STANDARD.waitAfter(2, Duration.ZERO, random).orElseThrow())
                .collect(Collectors.toSet());
        assertThat(waits).hasSizeGreaterThan(900).allMatch(wait -> wait.toSeconds() >= 270 && wait.toSeconds() <= 330);
    }

    /** 5 s + 5 min + 30 min + 2 h + 5 h + 10 h + 14 h + 20 h = 51 h 35 min 5 s. */
    @Test
    void givesUpAfterNineAttemptsInAboutTwoDays() {
        assertThat(STANDARD.maxAttempts()).isEqualTo(9);
        assertThat(STANDARD.waitAfter(9, Duration.ZERO, QUARTER)).isEmpty();
        assertThat(STANDARD.waits().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.parse("PT51H35M5S"));
    }

    @Test
    void heedsWhatTheReceiverAsksForWithinADay() {
        assertThat(STANDARD.waitAfter(1, Duration.ofMinutes(3), QUARTER)).contains(Duration.ofMinutes(3));
        assertThat(STANDARD.waitAfter(2, Duration.ofSeconds(1), QUARTER)).contains(Duration.ofSeconds(285));
        assertThat(STANDARD.waitAfter(1, Duration.ofDays(400), QUARTER)).contains(Duration.ofHours(24));
        assertThat(STANDARD.waitAfter(9, Duration.ofMinutes(3), QUARTER)).isEmpty();
    }

    @Test
    void refusesAJitterThatCouldTurnTimeBack() {
        assertThatThrownBy(() -> new RetrySchedule(List.of(), 1.1)).hasMessageStartingWith("jitter");
        assertThatThrownBy(() -> new RetrySchedule(List.of(), Double.NaN)).hasMessageStartingWith("jitter");
    }
}
