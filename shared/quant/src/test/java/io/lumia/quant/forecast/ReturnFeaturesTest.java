package io.lumia.quant.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.quant.risk.ReturnSeries;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReturnFeaturesTest {

    /** Of 1 to 20: the last, 16 + … + 20 = 90, 210, and a variance of 20 · 21 / 12 = 35. */
    @Test
    void describesTheLastDayWeekAndMonth() {
        ReturnSeries counting =
                ReturnSeries.of(IntStream.rangeClosed(1, 22).asDoubleStream().toArray());

        ForecastRows rows = ReturnFeatures.of(counting);

        assertThat(rows.first()).isEqualTo(19);
        assertThat(rows.end()).isEqualTo(21);
        assertThat(rows.features(19, 20)[0]).containsExactly(new double[] {20, 90, 210, Math.sqrt(35)}, within(1e-14));
        assertThat(rows.features(20, 21)[0]).containsExactly(new double[] {21, 95, 230, Math.sqrt(35)}, within(1e-14));
        assertThat(rows.targets(19, 22)).containsExactly(21, 22, Double.NaN);
    }

    @Test
    void refusesAHistoryWithoutATargetForItsFirstRow() {
        double[] twenty = new double[20];

        assertThatThrownBy(() -> ReturnFeatures.of(ReturnSeries.of(twenty)))
                .hasMessageContaining("number of returns is '20'; allowed: 21 or more");
        assertThat(ReturnFeatures.of(ReturnSeries.of(Arrays.copyOf(twenty, 21))).end())
                .isEqualTo(20);
    }

    @Test
    void refusesRowsThatAreNotWhole() {
        double[][] features = {{1}, {2}, {3}};
        double[] targets = {1, 2, Double.NaN};

        assertThat(ForecastRows.of(features, targets, 0, 1).end()).isEqualTo(2);
        assertThatThrownBy(() -> ForecastRows.of(features, new double[2], 0, 1))
                .hasMessageContaining("number of targets is '2'");
        assertThatThrownBy(() -> ForecastRows.of(features, targets, 0, 0)).hasMessageContaining("horizon is '0'");
        assertThatThrownBy(() -> ForecastRows.of(features, targets, 2, 1))
                .hasMessageContaining("first row with features is '2'");
        assertThatThrownBy(() -> ForecastRows.of(features, new double[] {1, Double.NaN, 3}, 0, 1))
                .hasMessageContaining("target of row 1 is 'NaN'");
        assertThatThrownBy(() -> ForecastRows.of(new double[][] {{1}, {2}, {Double.NaN}}, targets, 0, 1))
                .hasMessageContaining("feature of row 2 is 'NaN'");
        assertThatThrownBy(() -> ForecastRows.of(new double[][] {{1}, {2, 3}, {3}}, targets, 0, 1))
                .hasMessageContaining("features of row 1 is '2'");
    }
}
