package io.lumia.quant.signal;

import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.BenchmarkSeries;
import io.lumia.quant.series.RandomWalk;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Time per asset: ten years in full, and one new day resumed from a stored state. Run {@link #main}; see the README. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
public class SignalEngineBenchmark {

    private static final int ASSETS = 64;
    private static final int DAYS = 2_500;
    private static final int WINDOW = 300;

    private final SignalEngine engine = new SignalEngine();
    private final SignalColumns columns = new SignalColumns();
    private final int[] epochDays = RandomWalk.weekdays(DAYS);
    private final BenchmarkSeries benchmark = RandomWalk.benchmark(epochDays, 1);
    private final BarSeries[] histories = new BarSeries[ASSETS];
    private final BarSeries[] windows = new BarSeries[ASSETS];
    private final RecursionState[] states = new RecursionState[ASSETS];

    @Setup
    public void makeSeries() {
        for (int k = 0; k < ASSETS; k++) {
            histories[k] = RandomWalk.bars(epochDays, 2 + k);
            windows[k] = histories[k].slice(DAYS - WINDOW, DAYS);
            states[k] = engine.compute(histories[k], benchmark, SignalEngine.SESSIONS_PER_YEAR)
                    .stateAfter(DAYS - 2);
        }
    }

    @Benchmark
    @OperationsPerInvocation(ASSETS)
    public double tenYearsInFull() {
        double sum = 0;
        for (BarSeries history : histories) {
            engine.compute(history, benchmark, SignalEngine.SESSIONS_PER_YEAR, columns);
            sum += columns.get(SignalColumn.MACD)[DAYS - 1];
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(ASSETS)
    public double oneNewDay() {
        double sum = 0;
        for (int k = 0; k < ASSETS; k++) {
            engine.resume(states[k], windows[k], WINDOW - 1, benchmark, SignalEngine.SESSIONS_PER_YEAR, columns);
            sum += columns.get(SignalColumn.MACD)[WINDOW - 1];
        }
        return sum;
    }

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(SignalEngineBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
