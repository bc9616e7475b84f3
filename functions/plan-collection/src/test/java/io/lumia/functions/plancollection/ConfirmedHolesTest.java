package io.lumia.functions.plancollection;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.collection.AskedRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfirmedHolesTest {

    private static final LocalDate HOLE = LocalDate.parse("2026-10-07");
    private static final Instant NOW = Instant.parse("2026-11-20T23:00:00Z");

    @Test
    void aDayIsConfirmedByThreeGoodAnswersAboutIt() {
        assertThat(ConfirmedHoles.among(List.of(HOLE), asked(2, NOW), NOW)).isEmpty();
        assertThat(ConfirmedHoles.among(List.of(HOLE), asked(3, NOW), NOW)).containsExactly(HOLE);
    }

    @Test
    void answersAboutOtherDaysSayNothing() {
        LocalDate other = HOLE.plusDays(1);

        assertThat(ConfirmedHoles.among(List.of(other), asked(3, NOW), NOW)).isEmpty();
    }

    @Test
    void afterAMonthItIsAskedForOnceMore() {
        Instant longAgo = NOW.minus(ConfirmedHoles.ASKED_AGAIN_AFTER);

        assertThat(ConfirmedHoles.among(List.of(HOLE), asked(3, longAgo), NOW)).isEmpty();
        assertThat(ConfirmedHoles.among(List.of(HOLE), asked(3, longAgo.plus(Duration.ofSeconds(1))), NOW))
                .containsExactly(HOLE);
    }

    private static List<AskedRange> asked(int times, Instant endedAt) {
        return IntStream.range(0, times)
                .mapToObj(_ -> new AskedRange("AAPL", HOLE, HOLE, endedAt))
                .toList();
    }
}
