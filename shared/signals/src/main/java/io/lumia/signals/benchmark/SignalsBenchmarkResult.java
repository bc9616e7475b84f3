package io.lumia.signals.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/**
 * What {@link SignalsBenchmark} measured.
 *
 * @param computeCpuMillis        pure calculation of all rows, one thread, no database
 * @param full                    all rows from an empty table: read, compute, COPY back, commit
 * @param fullRedone              the same again, which compares every row and changes none
 * @param oneNewDay               one more bar of every asset
 * @param oneNewDayAgain          the same message again: rows are compared, none is changed
 * @param latest                  newest row of every asset, in one call
 */
@Serdeable
public record SignalsBenchmarkResult(
        int assets,
        int sessions,
        long computeCpuMillis,
        Step full,
        Step fullRedone,
        Step oneNewDay,
        Step oneNewDayAgain,
        LatestRead latest) {

    /**
     * @param rowsChanged        rows added or revised
     * @param wallSeconds        elapsed
     * @param processCpuSeconds  our process, all threads
     * @param postgresCpuSeconds the server's processes; -1 where it is not on this machine
     */
    @Serdeable
    public record Step(long rowsChanged, double wallSeconds, double processCpuSeconds, double postgresCpuSeconds) {

        public double cpuSeconds() {
            return processCpuSeconds + Math.max(0, postgresCpuSeconds);
        }

        private String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-28s %,12d rows changed  %8.2f s elapsed  %8.2f s processor time (%.2f ours, %.2f PostgreSQL)",
                    name,
                    rowsChanged,
                    wallSeconds,
                    cpuSeconds(),
                    processCpuSeconds,
                    postgresCpuSeconds);
        }
    }

    /**
     * Milliseconds of one read, over many; elapsed but for the last, which is processor time of both sides.
     */
    @Serdeable
    public record LatestRead(double bestMillis, double medianMillis, double p95Millis, double cpuMillis) {

        private String line() {
            return String.format(
                    Locale.ROOT,
                    "%-28s %12.2f ms median (best %.2f, 95 of 100 within %.2f)  %.2f ms processor time",
                    "latest row of every asset",
                    medianMillis,
                    bestMillis,
                    p95Millis,
                    cpuMillis);
        }
    }

    /** For a terminal. */
    public List<String> lines() {
        return List.of(
                String.format(Locale.ROOT, "%,d assets x %,d sessions", assets, sessions),
                String.format(Locale.ROOT, "%-28s %,12d ms processor time", "computation alone", computeCpuMillis),
                full.line("all rows, empty table"),
                fullRedone.line("all rows again"),
                oneNewDay.line("one new day"),
                oneNewDayAgain.line("the same day again"),
                latest.line());
    }
}
