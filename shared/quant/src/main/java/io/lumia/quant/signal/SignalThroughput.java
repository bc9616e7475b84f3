package io.lumia.quant.signal;

import io.lumia.kernel.AppException;
import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.BenchmarkSeries;
import io.lumia.quant.series.RandomWalk;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Measures the full calculation of the production signals on synthetic assets, in one thread.
 *
 * <p>Bars come from {@link RandomWalk}, a different seed for every asset, made batch by batch outside the measured time:
 * all at once would take 350 MB, and a batch is large enough not to be found in the processor's inner caches. Measured
 * are the checks of the arrays and the calculation; reading bars and storing rows are not.
 */
public final class SignalThroughput {

    private static final int BATCH_ASSETS = 64;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final SignalEngine engine = new SignalEngine();
    private final SignalColumns columns = new SignalColumns();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final int assets;
    private final int[] epochDays;
    private final BenchmarkSeries benchmark;
    private final long seed;

    private SignalThroughput(int assets, int days, long seed) {
        this.assets = assets;
        this.epochDays = RandomWalk.weekdays(days);
        this.benchmark = RandomWalk.benchmark(epochDays, seed);
        this.seed = seed;
    }

    /**
     * One measured round.
     *
     * @param rows assets times days
     * @param cpuMillis CPU time of the calculating thread
     * @param wallMillis elapsed time of the same stretches
     * @param checksum sum over the last row's values of every asset: the same for the same seed, and proof that nothing
     *     was optimised away
     */
    public record Result(
            int assets, int days, long rows, int signals, long cpuMillis, long wallMillis, double checksum) {

        public double nanosPerRow() {
            return rows == 0 ? 0 : cpuMillis * (double) NANOS_PER_MILLI / rows;
        }
    }

    /**
     * Runs {@code warmUpRounds} rounds unmeasured and one measured.
     *
     * @param assets at least 1; the product's promise is 3,943
     * @param days sessions per asset, at least 1; 2,500 are about ten years
     */
    public static Result measure(int assets, int days, int warmUpRounds, long seed) {
        if (assets < 1 || days < 1 || warmUpRounds < 0) {
            throw AppException.invalid(
                    "assets/days/warmUpRounds",
                    assets + "/" + days + "/" + warmUpRounds,
                    "at least one asset and one day, no negative number of rounds");
        }
        SignalThroughput throughput = new SignalThroughput(assets, days, seed);
        for (int round = 0; round < warmUpRounds; round++) {
            throughput.round();
        }
        return throughput.round();
    }

    /** {@code SignalThroughput [assets] [days] [warm-up rounds]}, for a run without the command line tool. */
    public static void main(String[] arguments) {
        int assets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3_943;
        int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_500;
        int warmUpRounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        System.out.println(measure(assets, days, warmUpRounds, 1));
    }

    private Result round() {
        long cpuNanos = 0;
        long wallNanos = 0;
        double checksum = 0;
        for (int first = 0; first < assets; first += BATCH_ASSETS) {
            BarSeries[] batch = batch(first, Math.min(BATCH_ASSETS, assets - first));
            long wallBefore = System.nanoTime();
            long cpuBefore = threads.getCurrentThreadCpuTime();
            for (BarSeries bars : batch) {
                checksum += computeOne(bars);
            }
            cpuNanos += threads.getCurrentThreadCpuTime() - cpuBefore;
            wallNanos += System.nanoTime() - wallBefore;
        }
        return new Result(
                assets,
                epochDays.length,
                (long) assets * epochDays.length,
                SignalColumn.values().length,
                cpuNanos / NANOS_PER_MILLI,
                wallNanos / NANOS_PER_MILLI,
                checksum);
    }

    private BarSeries[] batch(int first, int count) {
        BarSeries[] batch = new BarSeries[count];
        for (int k = 0; k < count; k++) {
            batch[k] = RandomWalk.bars(epochDays, seed + 1 + first + k);
        }
        return batch;
    }

    /** Builds the series again from its arrays, so that its checks are measured as well. */
    private double computeOne(BarSeries bars) {
        BarSeries checked = BarSeries.of(bars.epochDays(), bars.high(), bars.low(), bars.close(), bars.volume());
        engine.compute(checked, benchmark, SignalEngine.SESSIONS_PER_YEAR, columns);
        double sum = 0;
        for (SignalColumn column : SignalColumn.values()) {
            double last = columns.get(column)[checked.size() - 1];
            sum += Double.isNaN(last) ? 0 : last;
        }
        return sum;
    }
}
