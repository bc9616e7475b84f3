package io.lumia.quant.series;

/**
 * The closes that beta is measured against, oldest first. They are matched to an asset's bars by date, never by
 * position, so sessions may be missing on either side.
 */
public final class BenchmarkSeries {

    private static final BenchmarkSeries NONE = new BenchmarkSeries(new int[0], new double[0]);

    private final int[] epochDays;
    private final double[] close;
    private final double[] dailyReturn;
    private final boolean closesArePositive;

    private BenchmarkSeries(int[] epochDays, double[] close) {
        this.epochDays = epochDays;
        this.close = close;
        this.dailyReturn = new double[close.length];
        this.closesArePositive = SeriesChecks.allPositive(close);
        for (int i = 0; i < close.length; i++) {
            dailyReturn[i] = i > 0 && close[i - 1] > 0 ? close[i] / close[i - 1] - 1 : Double.NaN;
        }
    }

    /** Checks and takes over the arrays (no copies): days since 1970-01-01, strictly ascending, and finite closes. */
    public static BenchmarkSeries of(int[] epochDays, double[] close) {
        SeriesChecks.sameLength("benchmark.close", close, epochDays.length);
        SeriesChecks.ascending("benchmark.epochDays", epochDays);
        SeriesChecks.finite("benchmark.close", close, epochDays);
        return new BenchmarkSeries(epochDays, close);
    }

    /** For an asset without a benchmark: every beta is NaN. */
    public static BenchmarkSeries none() {
        return NONE;
    }

    public int size() {
        return epochDays.length;
    }

    public int[] epochDays() {
        return epochDays;
    }

    public double[] close() {
        return close;
    }

    /** Whether every close is above zero. */
    public boolean closesArePositive() {
        return closesArePositive;
    }

    /** Simple return from the benchmark's previous session; NaN at the first and where the base is not above zero. */
    public double[] dailyReturn() {
        return dailyReturn;
    }
}
