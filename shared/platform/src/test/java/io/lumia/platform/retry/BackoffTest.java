package io.lumia.platform.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final List<Duration> waits = new ArrayList<>();
    private int attempts;

    @Test
    void doesNotWaitWhenTheFirstAttemptTakesAll() {
        assertThat(backoff(5).untilNoneLeft(List.of(1, 2), _ -> List.of())).isEmpty();
        assertThat(waits).isEmpty();
    }

    @Test
    void handsOnOnlyWhatIsLeft() {
        List<List<Integer>> seen = new ArrayList<>();

        List<Integer> left = backoff(5).untilNoneLeft(List.of(1, 2, 3), some -> {
            seen.add(some);
            return some.subList(1, some.size());
        });

        assertThat(left).isEmpty();
        assertThat(seen).containsExactly(List.of(1, 2, 3), List.of(2, 3), List.of(3));
    }

    @Test
    void stopsAfterItsAttemptsAndReturnsWhatIsLeft() {
        List<Integer> left = backoff(3).untilNoneLeft(List.of(1), some -> {
            attempts++;
            return some;
        });

        assertThat(left).containsExactly(1);
        assertThat(attempts).isEqualTo(3);
        assertThat(waits).as("none after the last").hasSize(2);
    }

    @Test
    void waitsUpToTwiceAsLongEachTimeButNeverBeyondTheLongest() {
        RandomGenerator largest = new RandomGenerator() {
            @Override
            public long nextLong() {
                return -1;
            }

            @Override
            public long nextLong(long bound) {
                return bound - 1;
            }
        };
        Backoff greedy = new Backoff(6, Duration.ofMillis(100), Duration.ofMillis(500), largest, waits::add);

        greedy.untilNoneLeft(List.of(1), some -> some);

        assertThat(waits).extracting(Duration::toMillis).containsExactly(100L, 200L, 400L, 500L, 500L);
    }

    @Test
    void spreadsItsWaits() {
        new Backoff(200, Duration.ofSeconds(1), Duration.ofSeconds(1), new Random(7), waits::add)
                .untilNoneLeft(List.of(1), some -> some);

        assertThat(waits).allMatch(wait -> !wait.isNegative() && wait.toMillis() <= 1_000);
        assertThat(waits.stream().mapToLong(Duration::toMillis).average().orElseThrow())
                .isBetween(400.0, 600.0);
    }

    @Test
    void stopsWhenItsThreadIsInterruptedAndKeepsTheFlag() {
        Backoff interrupted = new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(1), new Random(1), _ -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> interrupted.untilNoneLeft(List.of(1), some -> some))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSPORT_UNAVAILABLE));
        assertThat(Thread.interrupted()).isTrue();
    }

    private Backoff backoff(int attempts) {
        return new Backoff(attempts, Duration.ofMillis(10), Duration.ofMillis(50), new Random(1), waits::add);
    }
}
