package io.lumia.quant.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RidgeTest {

    /** Both have mean 0 and deviation 1; their product sums to 4. */
    private static final double[] LEFT = {1, 1, 1, 1, -1, -1, -1, -1};

    private static final double[] RIGHT = {1, 1, 1, -1, -1, -1, -1, 1};

    /** The line y = x through 1, 2, 3 with mean 2; slope n / (n + alpha), n being 3. */
    @ParameterizedTest
    @CsvSource({"0, 1", "3, 0.5", "1, 0.75", "27, 0.1"})
    void shrinksASingleSlopeByRowsOverRowsPlusAlpha(double alpha, double slope) {
        double[][] line = {{1}, {2}, {3}};

        RidgeFit fit = new Ridge(alpha).fit(line, new double[] {1, 2, 3});

        assertThat(fit.predict(new double[] {2})).isCloseTo(2, within(1e-15));
        assertThat(fit.predict(new double[] {4})).isCloseTo(2 + 2 * slope, within(1e-14));
        assertThat(fit.coefficients()).containsExactly(new double[] {slope * Math.sqrt(2.0 / 3)}, within(1e-15));
    }

    /** y = 5 + l + 3 r: Z′Z = [8 4; 4 8], Z′y = (20, 28), and [12 4; 4 12] b = (20, 28) has b = (1, 2). */
    @Test
    void solvesTwoCorrelatedFeaturesAsByHand() {
        double[][] features = table(LEFT, RIGHT);

        RidgeFit fit = new Ridge(4).fit(features, targets());

        assertThat(fit.intercept()).isEqualTo(5);
        assertThat(fit.coefficients()).containsExactly(new double[] {1, 2}, within(1e-15));
        assertThat(fit.predict(new double[] {2, -1})).isCloseTo(5 + 2 - 2, within(1e-14));
    }

    @Test
    void findsTheLineAgainWithoutAPenalty() {
        RidgeFit fit = new Ridge(0).fit(table(LEFT, RIGHT), targets());

        assertThat(fit.coefficients()).containsExactly(new double[] {1, 3}, within(1e-14));
    }

    @Test
    void doesNotCareInWhichUnitAFeatureIs() {
        double[] inCents = Arrays.stream(LEFT).map(value -> 100 * value + 7).toArray();

        RidgeFit fit = new Ridge(4).fit(table(inCents, RIGHT), targets());

        assertThat(fit.coefficients()).containsExactly(new double[] {1, 2}, within(1e-14));
        assertThat(fit.predict(new double[] {207, -1})).isCloseTo(5, within(1e-13));
    }

    /** The penalty's derivative: alpha · b = Σ z (y − forecast), feature by feature. */
    @Test
    void leavesNoSlopeInItsObjective() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] features = new double[60][3];
        double[] targets = new double[60];
        for (int row = 0; row < targets.length; row++) {
            features[row] = random.doubles(3, -1, 1).toArray();
            targets[row] = features[row][0] - 2 * features[row][1] + random.nextDouble(-1, 1);
        }

        RidgeFit fit = new Ridge(7).fit(features, targets);

        for (int feature = 0; feature < 3; feature++) {
            int column = feature;
            Spread spread = Spread.of(
                    Arrays.stream(features).mapToDouble(row -> row[column]).toArray());
            double slope = -7 * fit.coefficients()[feature];
            for (int row = 0; row < targets.length; row++) {
                slope += spread.standardised(features[row][feature]) * (targets[row] - fit.predict(features[row]));
            }
            assertThat(slope).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void forecastsTheMeanUnderAnEnormousPenalty() {
        RidgeFit fit = new Ridge(1e18).fit(table(LEFT, RIGHT), targets());

        assertThat(fit.predict(new double[] {3, 3})).isCloseTo(5, within(1e-12));
    }

    /** 0.1 cannot be written exactly: its mean over the rows is off by a rounding that must not become a deviation. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 4})
    void ignoresAConstantFeatureWhateverItBecomesLater(double alpha) {
        double[] constant = new double[LEFT.length];
        Arrays.fill(constant, 0.1);
        double[][] without = table(LEFT, RIGHT);
        double[][] with = table(LEFT, RIGHT, constant);

        RidgeFit fit = new Ridge(alpha).fit(with, targets());

        assertThat(fit.coefficients()[2]).isZero();
        assertThat(fit.predict(new double[] {2, -1, 1_000}))
                .isEqualTo(new Ridge(alpha).fit(without, targets()).predict(new double[] {2, -1}));
    }

    @Test
    void refusesAFeatureThatIsThereTwiceUnlessAPenaltySharesIt() {
        double[][] twice = table(LEFT, LEFT);

        assertThatThrownBy(() -> new Ridge(0).fit(twice, targets()))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("product of features is 'not positive definite at row 1'");
        double[] coefficients = new Ridge(4).fit(twice, targets()).coefficients();
        assertThat(coefficients[0]).isCloseTo(coefficients[1], within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAnImpossiblePenalty(double alpha) {
        assertThatThrownBy(() -> new Ridge(alpha)).hasMessageContaining("alpha is '" + alpha);
    }

    @Test
    void refusesRowsThatItCannotLearnFrom() {
        Ridge ridge = new Ridge(1);
        double[] two = {1, 2};

        assertThatThrownBy(() -> ridge.fit(new double[][] {{1}}, new double[] {1}))
                .hasMessageContaining("training rows is '1'");
        assertThatThrownBy(() -> ridge.fit(new double[][] {{1}, {2}, {3}}, two))
                .hasMessageContaining("number of targets is '2'");
        assertThatThrownBy(() -> ridge.fit(new double[][] {{1}, {2, 3}}, two))
                .hasMessageContaining("features of row 1 is '2'");
        assertThatThrownBy(() -> ridge.fit(new double[][] {{1}, {Double.NaN}}, two))
                .hasMessageContaining("standard deviation is 'NaN'");
        assertThatThrownBy(() -> ridge.fit(new double[][] {{1}, {2}}, new double[] {1, Double.NaN}))
                .hasMessageContaining("standard deviation is 'NaN'");
        assertThatThrownBy(() -> ridge.fit(new double[][] {{1}, {2}}, two).predict(two))
                .hasMessageContaining("number of features is '2'");
    }

    private static double[] targets() {
        double[] targets = new double[LEFT.length];
        Arrays.setAll(targets, row -> 5 + LEFT[row] + 3 * RIGHT[row]);
        return targets;
    }

    private static double[][] table(double[]... columns) {
        double[][] rows = new double[columns[0].length][];
        Arrays.setAll(
                rows,
                row -> Arrays.stream(columns).mapToDouble(column -> column[row]).toArray());
        return rows;
    }
}
