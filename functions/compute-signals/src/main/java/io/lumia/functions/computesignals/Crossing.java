package io.lumia.functions.computesignals;

import io.lumia.quant.signal.SignalColumn;
import io.lumia.signals.SignalRow;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A signal that went over or under a threshold between two sessions.
 *
 * @param signal    which: {@code sma_50_over_sma_200} (a fraction: 0.01 where the mean of 50 closes is 1 % above that of 200;
 *                  up is called a golden cross, down a death cross) or {@code rsi_14} (0 to 100; Wilder's 30 and 70, 1978)
 * @param before    its value at the session before
 * @param value     its value now
 * @param direction {@code up} where it is now at the threshold or above, {@code down} where it is below
 */
record Crossing(String signal, double before, double value, double threshold, String direction) {

    private static final List<Watched> WATCHED = List.of(
            new Watched("sma_50_over_sma_200", Crossing::shortOverLong, 0),
            new Watched("rsi_14", row -> row.value(SignalColumn.RSI_14), 30),
            new Watched("rsi_14", row -> row.value(SignalColumn.RSI_14), 70));

    /** None where a value is not known at one of the two. */
    static List<Crossing> between(SignalRow before, SignalRow now) {
        return WATCHED.stream()
                .flatMap(watched -> watched.crossing(before, now))
                .toList();
    }

    /** As a ratio: both means are on the basis of the same closes, whatever split came since. */
    private static double shortOverLong(SignalRow row) {
        return row.value(SignalColumn.SMA_50) / row.value(SignalColumn.SMA_200) - 1;
    }

    private record Watched(String signal, ToDoubleFunction<SignalRow> value, double threshold) {

        Stream<Crossing> crossing(SignalRow before, SignalRow now) {
            double first = value.applyAsDouble(before);
            double second = value.applyAsDouble(now);
            if (Double.isNaN(first) || Double.isNaN(second) || (first >= threshold) == (second >= threshold)) {
                return Stream.empty();
            }
            return Stream.of(new Crossing(signal, first, second, threshold, second >= threshold ? "up" : "down"));
        }
    }
}
