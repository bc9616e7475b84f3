package io.lumia.quant.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.quant.risk.ReturnSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalkForwardTest {

    private static final int DAYS = 160;

    /** Feature and target of row t are t and t + horizon: the day on which each is known. */
    @Test
    void trainsOnTargetsKnownBeforeTheOriginAndRefitsOnTime() {
        Recorder recorder = new Recorder();

        Forecasts forecasts = new WalkForward(10, 4).run(countingRows(20, 3, 1), recorder);

        assertThat(recorder.targetsSeen)
                .containsExactly(new double[] {4, 5, 6, 7, 8, 9}, counted(4, 13), counted(4, 17));
        assertThat(recorder.daysForecast).containsExactlyElementsOf(days(10, 19));
        assertThat(forecasts.firstRow()).isEqualTo(10);
        assertThat(forecasts.targets()).containsExactly(counted(11, 19));
        assertThat(forecasts.predictions()).containsExactly(6, 6, 6, 6, 10, 10, 10, 10, 14);
    }

    @ParameterizedTest
    @CsvSource({"1, 9", "3, 9", "5, 9"})
    void purgesAsManyRowsAsTheHorizonIsLong(int horizon, double lastTarget) {
        Recorder recorder = new Recorder();

        new WalkForward(10, 100).run(countingRows(20, 0, horizon), recorder);

        assertThat(recorder.targetsSeen)
                .singleElement()
                .satisfies(seen -> assertThat(seen).endsWith(lastTarget).startsWith(horizon));
    }

    @Test
    void neverRefitsWhenTheIntervalIsLongerThanTheRows() {
        Recorder recorder = new Recorder();

        new WalkForward(10, Integer.MAX_VALUE).run(countingRows(20, 3, 1), recorder);

        assertThat(recorder.targetsSeen).hasSize(1);
    }

    /** Row t is forecast by the mean of the targets 4 to t − 1. */
    @Test
    void expandsTheMeanAtEveryRow() {
        Forecasts means = new WalkForward(10, 4).expandingMean(countingRows(15, 3, 1));

        assertThat(means.predictions()).containsExactly(6.5, 7, 7.5, 8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void changesNoForecastUpToADayWhenLaterReturnsChange(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] returns = gaussian(DAYS, random);
        double[] before = forecasts(returns);
        for (int trial = 0; trial < 20; trial++) {
            int day = random.nextInt(40, DAYS - 2);
            double[] changed = returns.clone();
            System.arraycopy(gaussian(DAYS - day - 1, random), 0, changed, day + 1, DAYS - day - 1);

            double[] after = forecasts(changed);

            int known = day + 1 - 40;
            assertThat(Arrays.copyOf(after, known)).containsExactly(Arrays.copyOf(before, known));
            assertThat(after[after.length - 1]).isNotEqualTo(before[before.length - 1]);
        }
    }

    /** A day's own return is a feature at its close, but no origin on that day has it as a target. */
    @Test
    void learnsNothingFromTheReturnOfTheOriginItself() {
        double[] returns = gaussian(DAYS, new SplittableRandom(9));
        double[] changed = returns.clone();
        changed[40] = 0.5;
        ForecastModel onlyMean = new TrainingMean();

        Forecasts before = new WalkForward(40, 7).run(ReturnFeatures.of(ReturnSeries.of(returns)), onlyMean);
        Forecasts after = new WalkForward(40, 7).run(ReturnFeatures.of(ReturnSeries.of(changed)), onlyMean);

        assertThat(Arrays.copyOf(after.predictions(), 7)).containsExactly(Arrays.copyOf(before.predictions(), 7));
        assertThat(after.predictions()[7]).isGreaterThan(before.predictions()[7]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 19, 20})
    void refusesAnOriginWithoutTrainingRowsOrWithoutForecasts(int origin) {
        ForecastRows rows = countingRows(20, 3, 1);

        assertThatThrownBy(() -> new WalkForward(origin, 4).run(rows, new TrainingMean()))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("first origin is '%d'; allowed: 5", origin);
    }

    @Test
    void takesTheFirstAndTheLastPossibleOrigin() {
        ForecastRows rows = countingRows(20, 3, 1);

        assertThat(new WalkForward(5, 4).run(rows, new TrainingMean()).predictions())
                .hasSize(14);
        assertThat(new WalkForward(18, 4).run(rows, new TrainingMean()).predictions())
                .hasSize(1);
    }

    @Test
    void refusesTooFewRowsForItsModel() {
        assertThatThrownBy(() -> new WalkForward(5, 4).run(countingRows(20, 3, 1), new Ridge(1)))
                .hasMessageContaining("training rows is '1'");
    }

    @Test
    void refusesAnImpossiblePlan() {
        assertThatThrownBy(() -> new WalkForward(-1, 4)).hasMessageContaining("first origin is '-1'");
        assertThatThrownBy(() -> new WalkForward(5, 0)).hasMessageContaining("rows between refits is '0'");
    }

    private static double[] forecasts(double[] returns) {
        return new WalkForward(40, 7)
                .run(ReturnFeatures.of(ReturnSeries.of(returns)), new Ridge(1))
                .predictions();
    }

    private static double[] gaussian(int count, SplittableRandom random) {
        double[] returns = new double[count];
        Arrays.setAll(returns, _ -> 0.01 * random.nextGaussian());
        return returns;
    }

    private static ForecastRows countingRows(int count, int first, int horizon) {
        double[][] features = new double[count][];
        double[] targets = new double[count];
        Arrays.setAll(features, row -> new double[] {row});
        Arrays.setAll(targets, row -> row < count - horizon ? row + horizon : Double.NaN);
        return ForecastRows.of(features, targets, first, horizon);
    }

    private static double[] counted(int from, int to) {
        return IntStream.rangeClosed(from, to).asDoubleStream().toArray();
    }

    private static List<Double> days(int from, int end) {
        return IntStream.range(from, end).mapToObj(day -> (double) day).toList();
    }

    /** Remembers what it was shown; forecasts how many targets those were. */
    private static final class Recorder implements ForecastModel {

        private final List<double[]> targetsSeen = new ArrayList<>();
        private final List<Double> daysForecast = new ArrayList<>();

        @Override
        public Fitted fit(double[][] features, double[] targets) {
            assertThat(features).hasDimensions(targets.length, 1);
            targetsSeen.add(targets);
            return day -> {
                daysForecast.add(day[0]);
                return targets.length;
            };
        }
    }
}
