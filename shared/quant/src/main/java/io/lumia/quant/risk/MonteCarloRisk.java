package io.lumia.quant.risk;

import io.lumia.kernel.AppException;
import java.util.random.RandomGenerator;

/**
 * Drawn returns to ask {@link HistoricalRisk} about. The generator comes from outside: the same seed gives the same answer.
 * A value at risk from n draws has a standard error of about √(tail (1 - tail) / n) / density there, 0.2 % of the
 * deviation for 95 % and a million draws.
 */
public final class MonteCarloRisk {

    /** 80 MB of draws. */
    public static final int MAX_DRAWS = 10_000_000;

    private MonteCarloRisk() {}

    /** Draws of one period from the normal distribution with the series' mean and deviation; two returns or more. */
    public static ReturnSeries normalDraws(ReturnSeries series, int draws, RandomGenerator random) {
        if (series.size() < 2) {
            throw AppException.invalid("number of returns", series.size(), "two or more, for a deviation");
        }
        double[] drawn = new double[checked(draws)];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = series.mean() + series.deviation() * random.nextGaussian();
        }
        return ReturnSeries.of(drawn);
    }

    /**
     * Draws of several periods: each compounds returns picked from the series independently and with replacement
     * (B. Efron's bootstrap, 1979). Keeps fat tails and skewness, loses that calm and storm cluster.
     *
     * @param periods one or more in each draw
     */
    public static ReturnSeries resampled(ReturnSeries series, int periods, int draws, RandomGenerator random) {
        if (periods < 1) {
            throw AppException.invalid("periods", periods, "one or more");
        }
        double[] drawn = new double[checked(draws)];
        for (int i = 0; i < drawn.length; i++) {
            double value = 1;
            for (int period = 0; period < periods; period++) {
                value *= 1 + series.at(random.nextInt(series.size()));
            }
            drawn[i] = value - 1;
        }
        return ReturnSeries.of(drawn);
    }

    private static int checked(int draws) {
        if (draws < 1 || draws > MAX_DRAWS) {
            throw AppException.invalid("draws", draws, "1 to " + MAX_DRAWS);
        }
        return draws;
    }
}
