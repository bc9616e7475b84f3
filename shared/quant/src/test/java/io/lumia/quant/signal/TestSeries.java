package io.lumia.quant.signal;

import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.BenchmarkSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeded series with the defects that real ones have. The same seed gives the same series. */
final class TestSeries {

    static final LocalDate START = LocalDate.of(2019, 1, 1);

    private TestSeries() {}

    /** What is unusual about a series. */
    enum Kind {
        /** Weekdays, no defects. */
        STOCK,
        /** Every day of the week. */
        CRYPTO,
        /** Weekdays with single days and whole months missing. */
        GAPS,
        /** Stretches without any movement, and jumps by a factor of a thousand up and down. */
        FLAT_AND_JUMPS,
        /** Prices that go below zero. */
        NEGATIVE,
        /** Highs, lows and volumes that are unknown now and then. */
        UNKNOWNS
    }

    static BarSeries bars(Kind kind, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] days = days(kind, size, random);
        double[] close = closes(kind, size, random);
        double[] high = new double[size];
        double[] low = new double[size];
        double[] volume = new double[size];
        for (int i = 0; i < size; i++) {
            double stir = kind == Kind.FLAT_AND_JUMPS && i > 0 && close[i] == close[i - 1] ? 0 : random.nextDouble();
            high[i] = close[i] + Math.abs(close[i]) * 0.01 * stir;
            low[i] = close[i] - Math.abs(close[i]) * 0.01 * stir;
            volume[i] = random.nextInt(1_000_000);
            if (kind == Kind.UNKNOWNS && random.nextInt(150) == 0) {
                high[i] = Double.NaN;
                volume[i] = Double.NaN;
            }
        }
        return BarSeries.of(days, high, low, close, volume);
    }

    /** A benchmark on weekdays, of which one in {@code missingOneIn} is missing. */
    static BenchmarkSeries benchmark(int size, int missingOneIn, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] days = days(Kind.STOCK, size, random);
        double[] close = closes(Kind.STOCK, size, random);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (random.nextInt(missingOneIn) != 0) {
                days[kept] = days[i];
                close[kept++] = close[i];
            }
        }
        return BenchmarkSeries.of(Arrays.copyOf(days, kept), Arrays.copyOf(close, kept));
    }

    /** Bars on consecutive weekdays with high = low = close and a volume of 1. */
    static BarSeries weekdayCloses(double... close) {
        int[] days = days(Kind.STOCK, close.length, new SplittableRandom(1));
        double[] volume = new double[close.length];
        Arrays.fill(volume, 1);
        return BarSeries.of(days, close.clone(), close.clone(), close, volume);
    }

    private static int[] days(Kind kind, int size, SplittableRandom random) {
        int[] days = new int[size];
        LocalDate date = START;
        for (int i = 0; i < size; i++) {
            days[i] = (int) date.toEpochDay();
            date = date.plusDays(1 + skipped(kind, random));
            while (kind != Kind.CRYPTO && date.getDayOfWeek().getValue() > 5) {
                date = date.plusDays(1);
            }
        }
        return days;
    }

    private static int skipped(Kind kind, SplittableRandom random) {
        if (kind != Kind.GAPS) {
            return 0;
        }
        return switch (random.nextInt(200)) {
            case 0 -> 20 + random.nextInt(120);
            case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 -> random.nextInt(6);
            default -> 0;
        };
    }

    private static double[] closes(Kind kind, int size, SplittableRandom random) {
        double[] close = new double[size];
        double price = 20 + 100 * random.nextDouble();
        int flatUntil = 0;
        for (int i = 0; i < size; i++) {
            if (kind == Kind.FLAT_AND_JUMPS && random.nextInt(60) == 0) {
                flatUntil = i + 1 + random.nextInt(60);
                price *= random.nextBoolean() ? 1000 : 0.001;
            }
            if (i >= flatUntil) {
                price *= Math.exp(0.0002 + 0.02 * random.nextGaussian());
            }
            close[i] = kind == Kind.NEGATIVE ? price - 60 : price;
        }
        return close;
    }
}
