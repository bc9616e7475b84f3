package io.lumia.quant.backtest;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Other orders in which the days of a history could have come: stretches of geometric length are drawn with replacement and joined, the
 * history being closed to a ring (D. Politis and J. Romano, "The Stationary Bootstrap", Journal of the American Statistical Association
 * 89, 1994). What depends on neighbouring days is kept within the stretches.
 *
 * @param days       of the history, one or more
 * @param meanLength of a stretch in days, 1 or more; 1 draws every day by itself
 */
public record StationaryBootstrap(int days, double meanLength) {

    public static final int MAX_DRAWS = 100_000;

    private static final double MAX_FURTHER = 1e9;

    public StationaryBootstrap {
        if (days < 1) {
            throw AppException.invalid("days", days, "1 or more");
        }
        if (!(meanLength >= 1)) {
            throw AppException.invalid("mean length of a stretch", meanLength, "1 or more");
        }
    }

    /** One order of days, as many as the history has: each the index of a day. */
    public int[] draw(RandomGenerator random) {
        int[] order = new int[days];
        int drawn = 0;
        while (drawn < days) {
            int day = random.nextInt(days);
            int end = (int) Math.min(days, (long) drawn + length(random));
            for (; drawn < end; drawn++) {
                order[drawn] = day;
                day = day + 1 < days ? day + 1 : 0;
            }
        }
        return order;
    }

    /** Days of one stretch, 1 or more: geometric, by inversion; the same for the same random number on every machine. */
    public int length(RandomGenerator random) {
        double further = StrictMath.log(1 - random.nextDouble()) / StrictMath.log1p(-1 / meanLength);
        return 1 + (int) Math.min(further, MAX_FURTHER);
    }

    /**
     * Between which bounds the middle part of a figure's values over many orders lies (percentile interval: B. Efron, "Bootstrap
     * Methods", Annals of Statistics 7, 1979). NaN bounds where the figure was not a number in any of them.
     *
     * @param confidence the part, 0.95 for between 2.5 % and 97.5 %
     */
    public Interval interval(ToDoubleFunction<int[]> figure, int draws, double confidence, RandomGenerator random) {
        if (draws < 1 || draws > MAX_DRAWS) {
            throw AppException.invalid("draws", draws, "1 to " + MAX_DRAWS);
        }
        double[] values = new double[draws];
        Arrays.setAll(values, _ -> figure.applyAsDouble(draw(random)));
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double tail = (1 - confidence) / 2;
        return new Interval(quantile(known, tail), quantile(known, 1 - tail));
    }

    /** The bounds, both included. */
    public record Interval(double low, double high) {

        public boolean contains(double value) {
            return low <= value && value <= high;
        }
    }

    /** Linear between the two nearest. */
    private static double quantile(double[] ascending, double part) {
        if (ascending.length == 0) {
            return Double.NaN;
        }
        double place = part * (ascending.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }
}
