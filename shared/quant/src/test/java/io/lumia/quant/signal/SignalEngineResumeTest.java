package io.lumia.quant.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.BenchmarkSeries;
import io.lumia.quant.signal.TestSeries.Kind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignalEngineResumeTest {

    private static final int SIZE = 800;

    private final SignalEngine engine = new SignalEngine();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void givesTheSameBitsFromEveryBarOnAsTheWholeHistory(Kind kind) {
        for (long seed = 1; seed <= 4; seed++) {
            BarSeries bars = TestSeries.bars(kind, SIZE, seed);
            BenchmarkSeries benchmark = TestSeries.benchmark(SIZE + 100, 20, seed + 100);
            SignalColumns whole = engine.compute(bars, benchmark, 252);
            for (int first = 1; first < SIZE; first++) {
                assertResumes(whole, bars, benchmark, first);
            }
        }
    }

    /** With the shortest window that is allowed, for the bar itself and three later ones. */
    private void assertResumes(SignalColumns whole, BarSeries bars, BenchmarkSeries benchmark, int first) {
        int from = latestStart(bars, first);
        BarSeries window = bars.slice(from, Math.min(SIZE, first + 4));
        BenchmarkSeries cut = benchmarkFrom(benchmark, window.epochDays()[0]);

        SignalColumns resumed = engine.resume(whole.stateAfter(first - 1), window, first - from, cut, 252);

        for (int i = 0; i < window.size(); i++) {
            boolean computed = i >= first - from;
            for (SignalColumn column : SignalColumn.values()) {
                double expected = computed ? whole.get(column)[from + i] : Double.NaN;
                if (Double.compare(resumed.get(column)[i], expected) != 0) {
                    assertThat(resumed.get(column)[i])
                            .as("%s at bar %d resumed at %d from %d", column, from + i, first, from)
                            .isEqualTo(expected);
                }
            }
            if (computed) {
                assertThat(resumed.stateAfter(i)).isEqualTo(whole.stateAfter(from + i));
            }
        }
    }

    @Test
    void carriesTheStateThroughAYearOfSingleDays() {
        BarSeries bars = TestSeries.bars(Kind.STOCK, SIZE, 11);
        BenchmarkSeries benchmark = TestSeries.benchmark(SIZE, 50, 12);
        SignalColumns whole = engine.compute(bars, benchmark, 252);
        RecursionState state = whole.stateAfter(SIZE - 253);

        for (int day = SIZE - 252; day < SIZE; day++) {
            int from = latestStart(bars, day);
            SignalColumns next = engine.resume(state, bars.slice(from, day + 1), day - from, benchmark, 252);
            state = next.stateAfter(day - from);
        }

        assertThat(state).isEqualTo(whole.stateAfter(SIZE - 1));
    }

    @Test
    void recomputesACorrectionFromItsDayOnAsIfItHadAlwaysBeenThere() {
        BarSeries before = TestSeries.bars(Kind.STOCK, SIZE, 21);
        BenchmarkSeries benchmark = TestSeries.benchmark(SIZE, 50, 22);
        int corrected = 600;
        RecursionState state = engine.compute(before, benchmark, 252).stateAfter(corrected - 1);
        double[] close = before.close().clone();
        close[corrected] = before.high()[corrected];
        BarSeries after = BarSeries.of(before.epochDays(), before.high(), before.low(), close, before.volume());

        SignalColumns resumed = engine.resume(state, after.slice(250, SIZE), corrected - 250, benchmark, 252);

        assertThat(resumed.stateAfter(SIZE - 251))
                .isEqualTo(engine.compute(after, benchmark, 252).stateAfter(SIZE - 1));
    }

    @Test
    void refusesAWindowThatIsTooShortAndAStateOfAnotherBar() {
        BarSeries bars = TestSeries.bars(Kind.STOCK, SIZE, 31);
        RecursionState state = engine.compute(bars, BenchmarkSeries.none(), 252).stateAfter(SIZE - 2);
        BarSeries tooShort = bars.slice(SIZE - 260, SIZE);
        BarSeries longEnough = bars.slice(SIZE - 301, SIZE);

        assertThat(SignalEngine.canResume(state, longEnough, 300)).isTrue();
        assertThat(SignalEngine.canResume(state, tooShort, 259)).isFalse();
        assertThat(SignalEngine.canResume(state, longEnough, 301)).isFalse();
        assertThatThrownBy(() -> engine.resume(state, tooShort, 259, BenchmarkSeries.none(), 252))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("firstIndex is '259'")
                .hasMessageContaining("at least 260 bars over at least 400 days");
        assertThatThrownBy(() -> engine.resume(state, longEnough, 299, BenchmarkSeries.none(), 252))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("before.lastEpochDay");
    }

    @Test
    void refusesAStateWithoutAveragesInTheMiddleOfAHistory() {
        BarSeries bars = TestSeries.bars(Kind.STOCK, SIZE, 31);
        RecursionState state = engine.compute(bars, BenchmarkSeries.none(), 252).stateAfter(SIZE - 2);
        RecursionState broken = new RecursionState(
                state.lastEpochDay(), state.barsSeen(), Double.NaN, state.ema26(), 0, 0, 0, 0, Double.NaN);

        assertThatThrownBy(() -> engine.resume(broken, bars.slice(SIZE - 301, SIZE), 300, BenchmarkSeries.none(), 252))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("averages without NaN");
    }

    private static int latestStart(BarSeries bars, int first) {
        int from = first - SignalEngine.WINDOW_BARS;
        while (from > 0 && bars.epochDays()[first] - bars.epochDays()[from] < SignalEngine.WINDOW_DAYS) {
            from--;
        }
        return Math.max(from, 0);
    }

    private static BenchmarkSeries benchmarkFrom(BenchmarkSeries benchmark, int epochDay) {
        int from = 0;
        while (from < benchmark.size() && benchmark.epochDays()[from] < epochDay) {
            from++;
        }
        return BenchmarkSeries.of(
                Arrays.copyOfRange(benchmark.epochDays(), from, benchmark.size()),
                Arrays.copyOfRange(benchmark.close(), from, benchmark.size()));
    }
}
