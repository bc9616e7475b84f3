package io.lumia.quant.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.moments.CovarianceEstimate.ShrinkageTarget;
import io.lumia.quant.moments.CovarianceEstimate.Treatment;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private static final double UNKNOWN = Double.NaN;
    private static final ReturnTable TWO_ASSETS = ReturnTable.of(new double[][] {{0.01, 0.03}, {0.03, -0.01}});

    @Test
    void neverFillsAHoleInThePrices() {
        ReturnTable table = ReturnTable.ofPrices(new double[][] {{100, 10}, {110, UNKNOWN}, {99, 20}, {99, 30}});

        assertThat(table.series(0)).containsExactly(new double[] {0.1, -0.1, 0}, within(1e-15));
        assertThat(table.series(1)).containsExactly(UNKNOWN, UNKNOWN, 0.5);
        assertThat(table.observations(1)).isEqualTo(1);
        assertThat(table.isComplete()).isFalse();
        assertThat(table.completeDays().days()).isEqualTo(1);
    }

    @Test
    void hasNoReturnOnABaseThatIsNotAboveZero() {
        ReturnTable table = ReturnTable.ofPrices(new double[][] {{10}, {-37}, {10}, {0}, {5}});

        assertThat(table.series(0)).containsExactly(-4.7, UNKNOWN, -1, UNKNOWN);
    }

    @Test
    void refusesTablesThatAreNone() {
        assertThatThrownBy(() -> ReturnTable.ofPrices(new double[][] {{1}}))
                .hasMessageContaining("rows of prices is '1'");
        assertThatThrownBy(() -> ReturnTable.of(new double[0][])).hasMessageContaining("rows of returns is '0'");
        assertThatThrownBy(() -> ReturnTable.of(new double[1][0])).hasMessageContaining("assets of the table is '0'");
        assertThatThrownBy(() -> ReturnTable.of(new double[][] {{1, 2}, {3}})).hasMessageContaining("columns of row 1");
        assertThatThrownBy(() -> ReturnTable.of(new double[][] {{1, Double.NEGATIVE_INFINITY}}))
                .hasMessageContaining("return [0, 1] (row, asset) is '-Infinity'");
    }

    /** 10 % up and 10 % down: mean 0, but 0.99 of the stake remains. */
    @Test
    void tellsMeansApart() {
        ReturnTable table = ReturnTable.of(new double[][] {{0.1}, {-0.1}});

        assertThat(MeanReturns.arithmetic(table, 2)).containsExactly(0);
        assertThat(MeanReturns.compound(table, 2)).containsExactly(new double[] {-0.01}, within(1e-15));
        assertThat(MeanReturns.exponential(table, 3, 2))
                .containsExactly(new double[] {-1 / 15.0 + 1 / 900.0}, within(1e-15));
    }

    /** Span 3 halves a weight each day: 0.3 two days ago and 0 now weigh 1/4 and 1. */
    @Test
    void leavesUnknownReturnsOutOfMeansButLetsThemAge() {
        ReturnTable table = ReturnTable.of(new double[][] {{0.3, UNKNOWN}, {UNKNOWN, UNKNOWN}, {0, UNKNOWN}});

        assertThat(MeanReturns.arithmetic(table, 100)).containsExactly(new double[] {15, UNKNOWN}, within(1e-12));
        assertThat(MeanReturns.exponential(table, 3, 1)).containsExactly(new double[] {0.06, UNKNOWN}, within(1e-15));
        assertThat(MeanReturns.compound(table, 2)).containsExactly(new double[] {0.3, UNKNOWN}, within(1e-15));
    }

    @Test
    void losesEverythingOnceAndForAll() {
        ReturnTable table = ReturnTable.of(new double[][] {{-1}, {0.5}});

        assertThat(MeanReturns.compound(table, 252)).containsExactly(-1);
    }

    /** Deviations ±0.01 and ∓0.02, one degree of freedom. */
    @Test
    void hasOneDegreeOfFreedomLessThanDays() {
        SymmetricMatrix matrix = Covariances.sample(TWO_ASSETS, 1).matrix();

        assertThat(matrix.at(0, 0)).isCloseTo(0.0002, within(1e-18));
        assertThat(matrix.at(1, 1)).isCloseTo(0.0008, within(1e-18));
        assertThat(matrix.at(0, 1)).isCloseTo(-0.0004, within(1e-18)).isEqualTo(matrix.at(1, 0));
    }

    /** Span 3: weights 1/3 and 2/3, deviations from the plain mean ±0.01. */
    @Test
    void weighsRecentDaysMore() {
        ReturnTable table = ReturnTable.of(new double[][] {{0.00}, {0.02}, {0.04}});

        CovarianceEstimate estimate = Covariances.exponential(table, 3, 7);

        assertThat(estimate.matrix().at(0, 0)).isCloseTo(0.0004 * 5 / 7 * 7, within(1e-17));
        assertThat(estimate.treatment()).isEqualTo(new Treatment.Exponential(3, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 8, 9, 31, 32, 33, 100})
    void agreesWithCommonsMathForAnyNumberOfDays(int days) {
        double[][] returns = random(days, 13, days);

        double[][] expected = new Covariance(returns).getCovarianceMatrix().getData();

        double[][] actual =
                Covariances.sample(ReturnTable.of(returns), 1).matrix().toArray();
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual[row]).containsExactly(expected[row], within(1e-17));
        }
    }

    /** The same bits, whatever stands beside. */
    @Test
    void doesNotDependOnTheOrderOfAssets() {
        ReturnTable table = ReturnTable.of(random(50, 9, 4));
        int[] shuffled = {8, 2, 5, 0, 7, 1, 3, 6, 4};

        SymmetricMatrix direct = Covariances.sample(table, 252).matrix().part(shuffled);
        SymmetricMatrix shuffledFirst =
                Covariances.sample(table.part(shuffled), 252).matrix();

        assertThat(shuffledFirst.rowMajor()).containsExactly(direct.rowMajor());
    }

    @Test
    void refusesHolesAndTooFewDays() {
        ReturnTable holes = ReturnTable.of(new double[][] {{0, 0}, {0, UNKNOWN}});
        ReturnTable oneDay = ReturnTable.of(new double[][] {{0, 0}});

        assertThatThrownBy(() -> Covariances.sample(holes, 252))
                .hasMessageContaining("return [1, 1] (row, asset) is 'NaN'");
        assertThatThrownBy(() -> LedoitWolf.toConstantVariance(holes, 252)).hasMessageContaining("return [1, 1]");
        assertThatThrownBy(() -> Covariances.sample(oneDay, 252)).hasMessageContaining("days of returns is '1'");
        assertThatThrownBy(() -> Covariances.sample(TWO_ASSETS, 0)).hasMessageContaining("periodsPerYear is '0.0'");
        assertThatThrownBy(() -> Covariances.exponential(TWO_ASSETS, 0.5, 252)).hasMessageContaining("span is '0.5'");
    }

    @Test
    void hasNothingToShrinkForOneAsset() {
        ReturnTable table = TWO_ASSETS.part(new int[] {0});

        CovarianceEstimate variance = LedoitWolf.toConstantVariance(table, 1);
        CovarianceEstimate correlation = LedoitWolf.toConstantCorrelation(table, 1);

        assertThat(variance.matrix().at(0, 0)).isCloseTo(0.0001, within(1e-18));
        assertThat(variance.treatment()).isEqualTo(new Treatment.Shrunk(2, ShrinkageTarget.CONSTANT_VARIANCE, 0));
        assertThat(correlation.matrix().at(0, 0)).isCloseTo(0.0002, within(1e-18));
        assertThat(correlation.treatment()).isEqualTo(new Treatment.Shrunk(2, ShrinkageTarget.CONSTANT_CORRELATION, 0));
    }

    @Test
    void refusesACorrelationWithAConstantSeries() {
        ReturnTable table = ReturnTable.of(new double[][] {{0.1, 0.01}, {0.2, 0.01}, {0.1, 0.01}});

        assertThat(Covariances.sample(table, 1).matrix().at(1, 1)).isZero();
        assertThat(LedoitWolf.toConstantVariance(table, 1).matrix().at(1, 1)).isNotNegative();
        assertThatThrownBy(() -> LedoitWolf.toConstantCorrelation(table, 1))
                .hasMessageContaining("deviation of the returns of asset 1");
    }

    /** The textbook forms, matrices of fourth moments and all. */
    @ParameterizedTest
    @ValueSource(ints = {4, 12, 60, 400})
    void shrinksAsTheMatrixFormsSay(int days) {
        double[][] returns = random(days, 17, 100 + days);
        ReturnTable table = ReturnTable.of(returns);

        double toVariance = intensity(LedoitWolf.toConstantVariance(table, 252));
        double toCorrelation = intensity(LedoitWolf.toConstantCorrelation(table, 252));

        assertThat(toVariance).isCloseTo(DirectShrinkage.toConstantVariance(returns), within(1e-12));
        assertThat(toCorrelation).isCloseTo(DirectShrinkage.toConstantCorrelation(returns), within(1e-12));
    }

    @Test
    void isInvertibleWithFewerDaysThanAssets() {
        ReturnTable table = ReturnTable.of(random(6, 20, 5));

        assertThat(smallestEigenvalue(Covariances.sample(table, 252).matrix())).isCloseTo(0, within(1e-12));
        assertThat(smallestEigenvalue(LedoitWolf.toConstantVariance(table, 252).matrix()))
                .isGreaterThan(1e-3);
    }

    @Test
    void isTheSampleWhereNothingIsMissing() {
        ReturnTable table = ReturnTable.of(random(40, 5, 6));

        CovarianceEstimate pairwise = PairwiseCovariance.of(table, 2, 252);

        double[] sample = Covariances.sample(table, 252).matrix().rowMajor();
        assertThat(pairwise.matrix().rowMajor()).containsExactly(sample, within(1e-16));
        assertThat(pairwise.treatment()).isInstanceOfSatisfying(Treatment.Pairwise.class, treatment -> {
            assertThat(treatment.commonDays().at(3, 1)).isEqualTo(40);
            assertThat(treatment.repair()).isInstanceOf(PsdRepair.NotNeeded.class);
        });
    }

    /** Over the two common days 0.0002 and 0.0004 and 0.0008, but the first has 0.0001 over its three. */
    @Test
    void takesEachPairOverItsOwnDays() {
        ReturnTable table = ReturnTable.of(new double[][] {{0.01, 0.02}, {0.02, UNKNOWN}, {0.03, 0.06}});

        CovarianceEstimate estimate = PairwiseCovariance.of(table, 2, 1);

        if (estimate.treatment() instanceof Treatment.Pairwise(var days, PsdRepair.Clipped repair)) {
            assertThat(days.rowMajor()).containsExactly(3, 2, 2, 2);
            assertThat(repair.negativeEigenvalues()).isEqualTo(1);
            assertThat(repair.smallestEigenvalue()).isCloseTo(0.00045 - Math.sqrt(0.0000002825), within(1e-12));
            assertThat(repair.negativeSum()).isEqualTo(repair.smallestEigenvalue());
            assertThat(repair.largest().before()).isEqualTo(0.0001, within(1e-17));
        } else {
            throw new AssertionError("0.0001 × 0.0008 < 0.0004², so it is indefinite: " + estimate);
        }
        assertThat(smallestEigenvalue(estimate.matrix())).isCloseTo(0, within(1e-18));
    }

    @Test
    void namesThePairWithTooFewCommonDays() {
        ReturnTable table = ReturnTable.of(new double[][] {{0.1, UNKNOWN}, {0.2, 0.1}, {0.3, 0.2}, {UNKNOWN, 0.1}});

        assertThatThrownBy(() -> PairwiseCovariance.of(table, 3, 252))
                .hasMessageContaining("common days of assets 0 and 1 is '2'");
        assertThatThrownBy(() -> PairwiseCovariance.of(table, 1, 252)).hasMessageContaining("minimumCommonDays");
    }

    /** Eigenvalues 3 and -1; without the second, every entry is 1.5. */
    @Test
    void saysWhatItRepaired() {
        SymmetricMatrix matrix = SymmetricMatrix.of(new double[][] {{1, 2}, {2, 1}});

        SpectralRepair repaired = SpectralRepair.of(matrix);

        assertThat(repaired.matrix().rowMajor()).containsExactly(new double[] {1.5, 1.5, 1.5, 1.5}, within(1e-15));
        assertThat(repaired.repair()).isInstanceOfSatisfying(PsdRepair.Clipped.class, clipped -> {
            assertThat(clipped.smallestEigenvalue()).isCloseTo(-1, within(1e-15));
            assertThat(clipped.negativeEigenvalues()).isEqualTo(1);
            assertThat(Math.abs(clipped.largest().after() - clipped.largest().before()))
                    .isCloseTo(0.5, within(1e-15));
        });
    }

    @Test
    void leavesASingularMatrixAlone() {
        SymmetricMatrix matrix = SymmetricMatrix.of(new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}});

        SpectralRepair repaired = SpectralRepair.of(matrix);

        assertThat(repaired.matrix()).isSameAs(matrix);
        assertThat(repaired.repair().smallestEigenvalue()).isCloseTo(0, within(1e-15));
    }

    @Test
    void earnsNothingOnWhatIsNotInvested() {
        ReturnTable table = ReturnTable.of(new double[][] {{0.1, UNKNOWN}, {-0.1, 0.2}});

        assertThat(table.portfolio(new double[] {0.5, 0})).containsExactly(0.05, -0.05);
        assertThat(table.portfolio(new double[] {0.5, 0.5})).containsExactly(UNKNOWN, 0.05);
        assertThatThrownBy(() -> table.portfolio(new double[1])).hasMessageContaining("weights is '1'");
    }

    private static double intensity(CovarianceEstimate estimate) {
        return estimate.treatment() instanceof Treatment.Shrunk shrunk ? shrunk.intensity() : UNKNOWN;
    }

    private static double smallestEigenvalue(SymmetricMatrix matrix) {
        double[] eigenvalues = new EigenDecomposition(new Array2DRowRealMatrix(matrix.toArray())).getRealEigenvalues();
        return Arrays.stream(eigenvalues).min().orElseThrow();
    }

    /** One common factor and noise of a size that differs between assets. */
    private static double[][] random(int days, int assets, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] returns = new double[days][assets];
        for (double[] day : returns) {
            double factor = 0.01 * random.nextGaussian();
            for (int asset = 0; asset < assets; asset++) {
                day[asset] = factor + 0.003 * (asset + 1) * random.nextGaussian();
            }
        }
        return returns;
    }
}
