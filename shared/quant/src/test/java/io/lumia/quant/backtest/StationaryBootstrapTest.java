package io.lumia.quant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.quant.backtest.StationaryBootstrap.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StationaryBootstrapTest {

    @Test
    void drawsStretchesOfTheMeanLength() {
        int[] order = new StationaryBootstrap(1_000_000, 20).draw(new SplittableRandom(1));

        long starts = 1;
        for (int i = 1; i < order.length; i++) {
            starts += order[i] == (order[i - 1] + 1) % order.length ? 0 : 1;
        }
        assertThat(order.length / (double) starts).isCloseTo(20, within(0.3));
    }

    /** Of independent normal returns the mean lies within 1.96 standard errors, 1 / √400 each, in 95 of 100 cases. */
    @Test
    void findsTheIntervalOfAMeanThatTheNormalDistributionGives() {
        SplittableRandom random = new SplittableRandom(2);
        double[] values = new double[400];
        Arrays.setAll(values, _ -> random.nextGaussian());
        double mean = Arrays.stream(values).average().orElseThrow();

        Interval interval = new StationaryBootstrap(400, 1)
                .interval(
                        order -> Arrays.stream(order)
                                .mapToDouble(i -> values[i])
                                .average()
                                .orElseThrow(),
                        4_000,
                        0.95,
                        random);

        assertThat(interval.low()).isCloseTo(mean - 1.96 / 20, within(0.015));
        assertThat(interval.high()).isCloseTo(mean + 1.96 / 20, within(0.015));
    }

    @Test
    void givesTheSameForTheSameSeed() {
        StationaryBootstrap bootstrap = new StationaryBootstrap(50, 5);

        assertThat(bootstrap.draw(new SplittableRandom(3))).isEqualTo(bootstrap.draw(new SplittableRandom(3)));
    }
}
