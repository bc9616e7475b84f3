package io.lumia.quant.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.quant.series.BarSeries;
import org.junit.jupiter.api.Test;

/** Small examples, each worked out by hand. */
class IndicatorExamplesTest {

    private static final double NONE = Double.NaN;

    @Test
    void theCalendarIndexTakesTheLastBarAtLeastSoManyDaysEarlier() {
        int[] base = new int[6];

        CalendarIndex.lastBarBefore(new int[] {100, 103, 129, 130, 133, 170}, 6, 30, base);

        assertThat(base).containsExactly(-1, -1, -1, 0, 1, 4);
    }

    @Test
    void theYearsRangeLosesTheBarThatIsExactly365DaysOld() {
        int[] days = {0, 1, 364, 365, 366};
        double[] high = {20, 12, 11, 11, 12};
        double[] low = {10, 5, 9, 10, 8};
        double[] close = {18, 8, 10, 11, 9};
        int[] base = new int[5];
        double[] position = new double[5];
        double[] drawdown = new double[5];
        BarSeries bars = BarSeries.of(days, high, low, close, new double[5]);
        CalendarIndex.lastBarBefore(days, 5, YearRange.WINDOW_DAYS, base);

        new YearRange().position(bars, base, position);
        new YearRange().maximumDrawdown(bars, base, drawdown);

        // Day 365: bars of days 1 to 365, range 5 to 12. Day 366: bars of days 364 to 366, range 8 to 12.
        assertThat(position).containsExactly(new double[] {NONE, NONE, NONE, 6.0 / 7, 1.0 / 4}, within(1e-15));
        assertThat(drawdown).containsExactly(new double[] {NONE, NONE, NONE, 0, 9.0 / 11 - 1}, within(1e-15));
    }

    @Test
    void theYearsRangeOfASingleBarAfterALongHaltIsThatBar() {
        int[] days = {0, 1, 1000};
        int[] base = new int[3];
        double[] position = new double[3];
        double[] drawdown = new double[3];
        BarSeries bars = BarSeries.of(
                days, new double[] {9, 9, 4}, new double[] {9, 9, 2}, new double[] {9, 9, 3}, new double[3]);
        CalendarIndex.lastBarBefore(days, 3, YearRange.WINDOW_DAYS, base);

        new YearRange().position(bars, base, position);
        new YearRange().maximumDrawdown(bars, base, drawdown);

        assertThat(position).containsExactly(NONE, NONE, 0.5);
        assertThat(drawdown).containsExactly(NONE, NONE, 0);
    }

    @Test
    void theTrueRangeReachesOutToThePreviousClose() {
        double[] result = new double[4];

        Ranges.trueRange(
                new double[] {10, 9, 15, 12}, new double[] {8, 7, 14, 11}, new double[] {9, 8, 14, 11}, 4, result);

        assertThat(result).containsExactly(NONE, 2, 7, 3);
    }

    @Test
    void theAverageTrueRangeStartsWithAMeanAndIsSmoothedFromThereOn() {
        double[] average = new double[6];
        average[0] = NONE;

        Ranges.averageTrueRange(new double[] {NONE, 2, 4, 6, NONE, 1}, 6, 2, 1, NONE, average);

        assertThat(average).containsExactly(NONE, NONE, 3, 4.5, NONE, NONE);
    }

    @Test
    void theExponentialAverageStartsWithAMeanOrWithTheFirstValue() {
        double[] values = {2, 4, 6, 10};
        double[] fromMean = new double[4];
        double[] fromFirst = new double[4];

        ExponentialAverage.seededWithMean(values, 0, 4, 3, ExponentialAverage.movingWeight(3), fromMean);
        ExponentialAverage.seededWithFirst(values, 4, ExponentialAverage.movingWeight(3), fromFirst);

        assertThat(fromMean).containsExactly(NONE, NONE, 4, 7);
        assertThat(fromFirst).containsExactly(2, 3, 4.5, 7.25);
    }

    @Test
    void oscillatorsOfAWindowWithoutARangeAreUnknown() {
        double[] flat = {5, 5, 5};
        double[] stochastic = new double[3];
        double[] williams = new double[3];
        double[] channel = new double[3];

        Oscillators.stochastic(flat, flat, flat, 3, 2, stochastic);
        Oscillators.williams(flat, flat, flat, 3, 2, williams);
        Oscillators.commodityChannel(flat, flat, flat, 3, 2, channel);

        assertThat(stochastic).containsOnly(NONE);
        assertThat(williams).containsOnly(NONE);
        assertThat(channel).containsOnly(NONE);
    }

    @Test
    void onBalanceVolumeAddsOnRisesTakesOnFallsAndRestsInBetween() {
        double[] balance = new double[4];

        Oscillators.onBalanceVolume(new double[] {5, 6, 6, 4}, new double[] {100, 10, 20, 30}, 4, balance);

        assertThat(balance).containsExactly(100, 110, 110, 80);
    }

    @Test
    void directionalMovementStraightUpIsAHundred() {
        double[] rising = {1, 2, 3, 4, 5, 6};
        double[] index = new double[6];

        new DirectionalMovement(2).averageIndex(rising, rising, rising, 6, index);

        assertThat(index).containsExactly(NONE, NONE, NONE, 100, 100, 100);
    }
}
