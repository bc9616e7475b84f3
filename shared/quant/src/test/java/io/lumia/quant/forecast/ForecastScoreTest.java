package io.lumia.quant.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ForecastScoreTest {

    /** Squared errors 0, 4, 1, 0 against 1, 1, 4, 0 of zero and 0, 4, 1, 1 of the mean 1. */
    @Test
    void countsErrorsAndSigns() {
        double[] targets = {1, -1, 2, 0};

        ForecastScore score = ForecastScore.of(forecasts(targets, 1, 1, 1, 0), forecasts(targets, 1, 1, 1, 1));

        assertThat(score.count()).isEqualTo(4);
        assertThat(score.meanSquaredError()).isEqualTo(1.25);
        assertThat(score.r2VsZero()).isCloseTo(1 - 5 / 6.0, within(1e-15));
        assertThat(score.r2VsExpandingMean()).isCloseTo(1 - 5 / 6.0, within(1e-15));
        assertThat(score.hitRate()).isEqualTo(0.5);
    }

    @Test
    void correlatesWithItsTargets() {
        double[] targets = {1, 3, 2};
        Forecasts mean = forecasts(targets, 0, 0, 0);

        // Deviations -1, 0, 1 and -1, 1, 0: 1 / √(2 · 2).
        assertThat(ForecastScore.of(forecasts(targets, 10, 20, 30), mean).informationCoefficient())
                .isCloseTo(0.5, within(1e-15));
        assertThat(ForecastScore.of(forecasts(targets, -1, -3, -2), mean).informationCoefficient())
                .isCloseTo(-1, within(1e-15));
    }

    @Test
    void rewardsPerfectForecastsOnly() {
        double[] targets = {0.01, -0.02, 0.03};

        ForecastScore perfect = ForecastScore.of(forecasts(targets, targets), forecasts(targets, 0.01, 0.01, 0.01));
        ForecastScore wrong =
                ForecastScore.of(forecasts(targets, -0.01, 0.02, -0.03), forecasts(targets, 0.01, 0.01, 0.01));

        assertThat(perfect.r2VsZero()).isEqualTo(1);
        assertThat(perfect.hitRate()).isEqualTo(1);
        assertThat(wrong.r2VsZero()).isCloseTo(-3, within(1e-12));
        assertThat(wrong.hitRate()).isZero();
    }

    @Test
    void doesNotKnowWhatWouldBeDividedByNothing() {
        double[] still = {0, 0, 0};
        double[] constant = {0.1, 0.1, 0.1};
        double roundedMean = Math.nextUp(0.1);

        ForecastScore ofStill = ForecastScore.of(forecasts(still, 1, 2, 3), forecasts(still, 1, 1, 1));
        ForecastScore ofConstant =
                ForecastScore.of(forecasts(constant, 1, 2, 3), forecasts(constant, roundedMean, 0.1, 0.1));
        ForecastScore byConstant =
                ForecastScore.of(forecasts(new double[] {1, 2, 3}, constant), forecasts(new double[] {1, 2, 3}, still));

        assertThat(ofStill.r2VsZero()).isNaN();
        assertThat(ofStill.hitRate()).isZero();
        assertThat(ofStill.informationCoefficient()).isNaN();
        assertThat(ofConstant.r2VsExpandingMean()).isNaN();
        assertThat(byConstant.informationCoefficient()).isNaN();
    }

    @Test
    void refusesAMeanOfOtherRows() {
        double[] targets = {1, 2};
        Forecasts forecasts = forecasts(targets, 1, 1);

        assertThatThrownBy(() -> ForecastScore.of(forecasts, forecasts(new double[] {1}, 1)))
                .hasMessageContaining("rows of the expanding mean is '1 from row 7'; allowed: 2 from row 7");
        assertThatThrownBy(() -> ForecastScore.of(forecasts, new Forecasts(8, targets, targets)))
                .hasMessageContaining("rows of the expanding mean");
        assertThatThrownBy(() -> ForecastScore.of(forecasts, forecasts(new double[] {1, 3}, 1, 1)))
                .hasMessageContaining("rows of the expanding mean");
        assertThatThrownBy(() -> ForecastScore.of(forecasts(new double[0]), forecasts(new double[0])))
                .hasMessageContaining("number of forecasts is '0'");
        assertThatThrownBy(() -> ForecastScore.of(forecasts(targets, 1), forecasts))
                .hasMessageContaining("number of forecasts is '1'");
    }

    private static Forecasts forecasts(double[] targets, double... predictions) {
        return new Forecasts(7, Arrays.copyOf(predictions, predictions.length), targets);
    }
}
