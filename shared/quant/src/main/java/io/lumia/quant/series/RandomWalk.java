package io.lumia.quant.series;

import java.util.SplittableRandom;

/**
 * Seeded synthetic bars: a geometric random walk, the same for the same seed on every machine.
 *
 * <p>Each session's log return is normal with 4 basis points of drift and 2 % of deviation. High and low lie up to 1 %
 * beyond the larger and the smaller of two neighbouring closes, the volume is uniform between 100,000 and 10,100,000.
 * Sessions are Mondays to Fridays without holidays, from Monday 1990-01-01 on. These are data to measure speed and
 * consistency with, not a model of a market.
 */
public final class RandomWalk {

    private static final double DAILY_DRIFT = 0.0004;
    private static final double DAILY_DEVIATION = 0.02;
    private static final double LARGEST_EXCESS = 0.01;
    private static final int FIRST_MONDAY = 7305;

    private RandomWalk() {}

    /** The first {@code sessions} weekdays from Monday 1990-01-01 on. */
    public static int[] weekdays(int sessions) {
        int[] epochDays = new int[sessions];
        for (int i = 0; i < sessions; i++) {
            epochDays[i] = FIRST_MONDAY + i / 5 * 7 + i % 5;
        }
        return epochDays;
    }

    /** Bars on the given days, each array freshly made except {@code epochDays}. */
    public static BarSeries bars(int[] epochDays, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = epochDays.length;
        double[] close = closes(size, random);
        double[] high = new double[size];
        double[] low = new double[size];
        double[] volume = new double[size];
        for (int i = 0; i < size; i++) {
            double previous = close[Math.max(0, i - 1)];
            high[i] = Math.max(previous, close[i]) * (1 + LARGEST_EXCESS * random.nextDouble());
            low[i] = Math.min(previous, close[i]) * (1 - LARGEST_EXCESS * random.nextDouble());
            volume[i] = 100_000 + random.nextInt(10_000_000);
        }
        return BarSeries.of(epochDays, high, low, close, volume);
    }

    /** Closes on the given days, for a benchmark. */
    public static BenchmarkSeries benchmark(int[] epochDays, long seed) {
        return BenchmarkSeries.of(epochDays, closes(epochDays.length, new SplittableRandom(seed)));
    }

    private static double[] closes(int size, SplittableRandom random) {
        double[] close = new double[size];
        double price = 10 + 190 * random.nextDouble();
        for (int i = 0; i < size; i++) {
            price *= Math.exp(DAILY_DRIFT + DAILY_DEVIATION * random.nextGaussian());
            close[i] = price;
        }
        return close;
    }
}
