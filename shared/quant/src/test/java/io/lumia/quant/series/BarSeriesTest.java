package io.lumia.quant.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BarSeriesTest {

    private static final int MONDAY = (int) LocalDate.of(2020, 4, 20).toEpochDay();

    @Test
    void takesNegativeClosesUnknownRangesAndUnknownVolumes() {
        BarSeries bars = series(days(0, 1), of(18, Double.NaN), of(-40, Double.NaN), of(-37.63, 10), of(0, Double.NaN));

        assertThat(bars.size()).isEqualTo(2);
        assertThat(bars.closesArePositive()).isFalse();
        assertThat(bars.rangesAreKnown()).isFalse();
    }

    @Test
    void refusesDatesOutOfOrderNamingIndexAndDate() {
        assertThatThrownBy(() -> series(days(0, 2, 1), of(1, 1, 1), of(1, 1, 1), of(1, 1, 1), of(1, 1, 1)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("epochDays[2] is '2020-04-21'")
                .hasMessageContaining("2020-04-22");
    }

    @Test
    void refusesTheSameDateTwice() {
        assertThatThrownBy(() -> series(days(0, 0), of(1, 1), of(1, 1), of(1, 1), of(1, 1)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("epochDays[1] is '2020-04-20'");
    }

    @Test
    void refusesACloseThatIsNotFinite() {
        assertThatThrownBy(() -> series(days(0, 1), of(1, 1), of(1, 1), of(1, Double.NaN), of(1, 1)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("close[1] of 2020-04-21 is 'NaN'");
        assertThatThrownBy(() -> series(days(0, 1), of(1, 1), of(1, 1), of(Double.NEGATIVE_INFINITY, 1), of(1, 1)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("close[0] of 2020-04-20 is '-Infinity'");
    }

    @Test
    void refusesALowAboveItsHighAndAnInfiniteRange() {
        assertThatThrownBy(() -> series(days(0, 1), of(2, 1), of(1, 1.5), of(1, 1), of(1, 1)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("low[1] of 2020-04-21 is '1.5'")
                .hasMessageContaining("1.0");
        assertThatThrownBy(() -> series(days(0), of(Double.POSITIVE_INFINITY), of(1), of(1), of(1)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("high/low[0]");
    }

    @Test
    void refusesANegativeVolumeAndArraysOfDifferentLengths() {
        assertThatThrownBy(() -> series(days(0), of(1), of(1), of(1), of(-1)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("volume[0] of 2020-04-20 is '-1.0'");
        assertThatThrownBy(() -> series(days(0, 1), of(1, 1), of(1, 1), of(1), of(1, 1)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("close.length is '1'");
    }

    @Test
    void aBenchmarkIsCheckedLikeBars() {
        assertThatThrownBy(() -> BenchmarkSeries.of(days(1, 0), of(1, 1)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("benchmark.epochDays[1]");
        assertThatThrownBy(() -> BenchmarkSeries.of(days(0, 1), of(1, Double.NaN)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("benchmark.close[1] of 2020-04-21");
    }

    @Test
    void aRandomWalkIsTheSameForTheSameSeedAndSkipsWeekends() {
        int[] weekdays = RandomWalk.weekdays(11);
        BarSeries once = RandomWalk.bars(weekdays, 42);
        BarSeries again = RandomWalk.bars(weekdays, 42);
        BarSeries other = RandomWalk.bars(weekdays, 43);

        assertThat(LocalDate.ofEpochDay(weekdays[0])).isEqualTo("1990-01-01");
        assertThat(LocalDate.ofEpochDay(weekdays[10])).isEqualTo("1990-01-15");
        assertThat(once.close()).containsExactly(again.close()).isNotEqualTo(other.close());
        assertThat(once.closesArePositive() && once.rangesAreKnown()).isTrue();
    }

    private static BarSeries series(int[] days, double[] high, double[] low, double[] close, double[] volume) {
        return BarSeries.of(days, high, low, close, volume);
    }

    private static int[] days(int... afterMonday) {
        int[] days = afterMonday.clone();
        for (int i = 0; i < days.length; i++) {
            days[i] += MONDAY;
        }
        return days;
    }

    private static double[] of(double... values) {
        return values;
    }
}
