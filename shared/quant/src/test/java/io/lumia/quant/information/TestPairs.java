package io.lumia.quant.information;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeded series whose transfer entropy is known. */
final class TestPairs {

    private TestPairs() {}

    /** y[t] = 0.3 y[t-1] + a x[t-1] + e, all normal with deviation 1: x tells 0.5 ln(1 + a²) nats about y, y nothing about x. */
    static SeriesPair coupled(int size, double a, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = normal(size, random);
        double[] y = normal(size, random);
        for (int t = 1; t < size; t++) {
            y[t] += 0.3 * y[t - 1] + a * x[t - 1];
        }
        return SeriesPair.of(x, y);
    }

    static double coupledNats(double a) {
        return 0.5 * Math.log(1 + a * a);
    }

    /** With zero, a day without a move, wherever a value is small: several neighbours are equally far then. */
    static SeriesPair withDaysWithoutAMove(int size, long seed) {
        SeriesPair moving = coupled(size, 0.5, seed);
        return SeriesPair.of(stillWhereSmall(moving.source()), stillWhereSmall(moving.target()));
    }

    private static double[] stillWhereSmall(double[] values) {
        return Arrays.stream(values)
                .map(value -> Math.abs(value) < 0.2 ? 0 : value)
                .toArray();
    }

    private static double[] normal(int size, SplittableRandom random) {
        double[] values = new double[size];
        Arrays.setAll(values, _ -> random.nextGaussian());
        return values;
    }
}
