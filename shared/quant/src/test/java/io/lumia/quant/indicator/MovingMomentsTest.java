package io.lumia.quant.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class MovingMomentsTest {

    private static final double NONE = Double.NaN;

    @Test
    void agreesWithThreeValuesWorkedOutByHand() {
        double[] mean = new double[5];
        double[] variance = new double[5];

        new MovingMoments(3).meanAndVariance(new double[] {1, 2, 6, 4, 4}, 5, 0, 1, mean, variance);

        assertThat(mean).containsExactly(new double[] {NONE, NONE, 3, 4, 14.0 / 3}, within(1e-15));
        assertThat(variance).containsExactly(new double[] {NONE, NONE, 7, 4, 4.0 / 3}, within(1e-15));
    }

    @Test
    void keepsItsAccuracyAtAnyLevel() {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = random.doubles(300).map(value -> 1e9 + value).toArray();
        double[] mean = new double[300];
        double[] variance = new double[300];

        new MovingMoments(20).meanAndVariance(values, 300, 0, 0, mean, variance);

        for (int i = 19; i < 300; i++) {
            double expected = StatUtils.populationVariance(values, i - 19, 20);
            assertThat(variance[i]).isCloseTo(expected, within(1e-12 * expected));
        }
    }

    @Test
    void givesTheSameBitsWhenTheSeriesIsCutOffOnTheLeft() {
        double[] values = new SplittableRandom(6)
                .doubles(400)
                .map(value -> Math.exp(20 * value))
                .toArray();
        double[] whole = new double[400];
        double[] wholeVariance = new double[400];
        MovingMoments moments = new MovingMoments(50);
        moments.meanAndVariance(values, 400, 0, 1, whole, wholeVariance);

        for (int cut = 1; cut < 350; cut++) {
            int size = 400 - cut;
            double[] part = new double[size];
            double[] partVariance = new double[size];
            double[] onlyMean = new double[size];
            double[] rest = Arrays.copyOfRange(values, cut, 400);
            moments.meanAndVariance(rest, size, cut, 1, part, partVariance);
            moments.mean(rest, size, cut, onlyMean);

            assertThat(Arrays.copyOfRange(part, 49, size)).containsExactly(Arrays.copyOfRange(whole, cut + 49, 400));
            assertThat(Arrays.copyOfRange(partVariance, 49, size))
                    .containsExactly(Arrays.copyOfRange(wholeVariance, cut + 49, 400));
            assertThat(onlyMean).containsExactly(part);
        }
    }

    @Test
    void isNeverNegativeAndZeroExactlyForFlatWindows() {
        SplittableRandom random = new SplittableRandom(8);
        double[] values = new double[2_000];
        for (int i = 0; i < values.length; i++) {
            boolean repeat = i > 0 && random.nextInt(25) != 0;
            values[i] = repeat ? values[i - 1] : Math.exp(40 * random.nextDouble() - 20);
        }
        double[] mean = new double[2_000];
        double[] variance = new double[2_000];

        new MovingMoments(20).meanAndVariance(values, 2_000, 0, 1, mean, variance);

        int flat = 0;
        for (int i = 19; i < 2_000; i++) {
            boolean equal = Arrays.stream(values, i - 19, i + 1).distinct().count() == 1;
            flat += equal ? 1 : 0;
            assertThat(variance[i] == 0).as("bar " + i).isEqualTo(equal);
            assertThat(variance[i]).isNotNegative();
        }
        assertThat(flat).isGreaterThan(100);
    }

    @Test
    void blanksExactlyTheWindowsThatHoldAnUnknown() {
        double[] values = new SplittableRandom(6).doubles(60).toArray();
        values[23] = NONE;
        double[] mean = new double[60];

        new MovingMoments(7).mean(values, 60, 0, mean);

        for (int i = 6; i < 60; i++) {
            assertThat(Double.isNaN(mean[i])).as("bar " + i).isEqualTo(i >= 23 && i < 30);
        }
    }

    @Test
    void isAllUnknownForASeriesShorterThanTheWindow() {
        double[] mean = new double[3];

        new MovingMoments(4).mean(new double[] {1, 2, 3}, 3, 0, mean);

        assertThat(mean).containsOnly(NONE);
        assertThatThrownBy(() -> new MovingMoments(1)).hasMessageContaining("window is 1");
    }
}
