package io.lumia.functions.computesignals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.quant.signal.SignalColumn;
import io.lumia.signals.SignalRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossingTest {

    @Test
    void aGoldenCrossIsTheShortMeanRisingOverTheLong() {
        List<Crossing> crossings = Crossing.between(means(99, 100), means(101, 100));

        assertThat(crossings).singleElement().satisfies(golden -> {
            assertThat(golden.signal()).isEqualTo("sma_50_over_sma_200");
            assertThat(golden.before()).isCloseTo(-0.01, within(1e-12));
            assertThat(golden.value()).isCloseTo(0.01, within(1e-12));
            assertThat(golden.threshold()).isZero();
            assertThat(golden.direction()).isEqualTo("up");
        });
        assertThat(Crossing.between(means(101, 100), means(99, 100)))
                .extracting(Crossing::direction)
                .containsExactly("down");
    }

    /** As after a split of 2 for 1 whose rows were not computed again yet: the ratio does not see it. */
    @Test
    void aSplitIsNoCross() {
        assertThat(Crossing.between(means(202, 200), means(101, 100))).isEmpty();
    }

    @Test
    void theStrengthIndexCrossesThirtyAndSeventy() {
        assertThat(directions(rsi(71), rsi(69))).containsExactly("rsi_14 70.0 down");
        assertThat(directions(rsi(29), rsi(71))).containsExactly("rsi_14 30.0 up", "rsi_14 70.0 up");
        assertThat(directions(rsi(31), rsi(29.9))).containsExactly("rsi_14 30.0 down");
        assertThat(directions(rsi(31), rsi(69))).isEmpty();
    }

    /** Who stands on the threshold is above it: stepping on it from above is no crossing, from below it is. */
    @Test
    void theThresholdItselfIsAbove() {
        assertThat(directions(rsi(71), rsi(70))).isEmpty();
        assertThat(directions(rsi(69), rsi(70))).containsExactly("rsi_14 70.0 up");
        assertThat(directions(rsi(70), rsi(69.99))).containsExactly("rsi_14 70.0 down");
    }

    @Test
    void whatIsNotKnownCrossesNothing() {
        assertThat(Crossing.between(rsi(Double.NaN), rsi(71))).isEmpty();
        assertThat(Crossing.between(rsi(29), rsi(Double.NaN))).isEmpty();
    }

    private static List<String> directions(SignalRow before, SignalRow now) {
        return Crossing.between(before, now).stream()
                .map(crossing -> crossing.signal() + " " + crossing.threshold() + " " + crossing.direction())
                .toList();
    }

    private static SignalRow means(double fifty, double twoHundred) {
        double[] values = unknown();
        values[SignalColumn.SMA_50.ordinal()] = fifty;
        values[SignalColumn.SMA_200.ordinal()] = twoHundred;
        return row(values);
    }

    private static SignalRow rsi(double value) {
        double[] values = unknown();
        values[SignalColumn.RSI_14.ordinal()] = value;
        return row(values);
    }

    private static double[] unknown() {
        double[] values = new double[SignalColumn.values().length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static SignalRow row(double[] values) {
        return new SignalRow(LocalDate.EPOCH, values, Instant.EPOCH);
    }
}
