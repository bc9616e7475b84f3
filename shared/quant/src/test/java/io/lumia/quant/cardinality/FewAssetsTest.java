package io.lumia.quant.cardinality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.SymmetricMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FewAssetsTest {

    private static final Offset<Double> EXACT = within(1e-12);

    /** Independent assets without return: half of each adds a quarter of its variance. */
    @Test
    void holdsTheTwoOfLeastVarianceEqually() {
        FewAssets few = FewAssets.of(problem(2, new Holding.Equal(2), independent(0.16, 0.04, 0.25, 0.09)));

        assertThat(few.selection()).containsExactly(1, 3);
        assertThat(few.weights()).containsExactly(0, 0.5, 0, 0.5);
        assertThat(few.objective()).isCloseTo(2 * (0.04 + 0.09) / 4, EXACT);
        assertThat(few.isProven()).isTrue();
    }

    /** The last two vary most, but against each other: (0.25 + 0.25 - 2 × 0.25) / 4 = 0. */
    @Test
    void seesThatTwoRiskyAssetsHedgeEachOther() {
        SymmetricMatrix covariance = SymmetricMatrix.of(new double[][] {
            {0.04, 0, 0, 0},
            {0, 0.04, 0, 0},
            {0, 0, 0.25, -0.25},
            {0, 0, -0.25, 0.25}
        });

        FewAssets few = FewAssets.of(problem(1, new Holding.Equal(2), covariance));

        assertThat(few.selection()).containsExactly(2, 3);
        assertThat(few.objective()).isCloseTo(0, EXACT);
    }

    /** Least variance of two independent assets: weights as 1/variance, variance 0.04 × 0.08 / (0.04 + 0.08). */
    @Test
    void weighsWhatItHolds() {
        FewAssets few = FewAssets.of(problem(1, new Holding.Between(2, 0.1, 0.9), independent(0.08, 0.5, 0.04)));

        assertThat(few.selection()).containsExactly(0, 2);
        assertThat(few.weights()[0]).isCloseTo(1.0 / 3, EXACT);
        assertThat(few.weights()[2]).isCloseTo(2.0 / 3, EXACT);
        assertThat(few.objective()).isCloseTo(0.04 * 0.08 / 0.12, EXACT);
    }

    /**
     * Unlimited, the second asset would have 0.2. At 0.3 it is worth holding, 0.01 × 0.49 + 0.04 × 0.09 = 0.0085 against 0.01
     * without it; at 0.45 it is not, 0.01 × 0.3025 + 0.04 × 0.2025 = 0.011125.
     */
    @Test
    void holdsAnAssetAtItsLeastWeightOrNotAtAll() {
        SymmetricMatrix covariance = independent(0.01, 0.04);

        FewAssets some = FewAssets.of(problem(1, new Holding.Between(2, 0.3, 1), covariance));
        FewAssets none = FewAssets.of(problem(1, new Holding.Between(2, 0.45, 1), covariance));

        assertThat(some.weights()).containsExactly(new double[] {0.7, 0.3}, EXACT);
        assertThat(some.objective()).isCloseTo(0.0085, EXACT);
        assertThat(none.weights()).containsExactly(1, 0);
        assertThat(none.objective()).isCloseTo(0.01, EXACT);
    }

    /** 0.7 × 0.2 + 0.3 × 0.15: a third asset is allowed and not worth it. */
    @Test
    void takesTheBestReturnsWhereRiskDoesNotMatter() {
        FewAssetsProblem problem = new FewAssetsProblem(
                new double[] {0.1, 0.2, 0.15}, independent(0.04, 0.04, 0.04), 0, new Holding.Between(3, 0.1, 0.7));

        FewAssets few = FewAssets.of(problem);

        assertThat(few.selection()).containsExactly(1, 2);
        assertThat(few.objective()).isCloseTo(-0.185, EXACT);
        assertThat(few.isProven()).isTrue();
    }

    @Test
    void holdsTheOnlyAsset() {
        SymmetricMatrix covariance = independent(0.04);

        assertThat(FewAssets.of(problem(1, new Holding.Equal(1), covariance)).objective())
                .isCloseTo(0.04, EXACT);
        assertThat(FewAssets.of(problem(1, new Holding.Between(1, 0.5, 1), covariance))
                        .weights())
                .containsExactly(1);
    }

    @Test
    void provesWhereNothingHasRiskOrReturn() {
        FewAssets few = FewAssets.of(problem(1, new Holding.Between(2, 0.1, 0.7), independent(0, 0, 0)));

        assertThat(few.objective()).isZero();
        assertThat(few.isProven()).isTrue();
    }

    /** 49 times the double next to 1/49 is not one, and 0.1 added ten times is not either. */
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 49})
    void fillsLimitsThatLeaveNoRoom(int most) {
        double share = 1.0 / most;
        RandomMarkets markets = new RandomMarkets(new SplittableRandom(most));
        FewAssetsProblem equal = markets.problem(RandomMarkets.Kind.PLAIN, 60, new Holding.Equal(most));

        FewAssets asEqual = FewAssets.of(equal);
        FewAssets asUpper = FewAssets.of(with(equal, new Holding.Between(most, 0.01, share)));
        FewAssets asBoth = FewAssets.of(with(equal, new Holding.Between(most, share, share)));

        assertThat(asEqual.isProven() && asUpper.isProven() && asBoth.isProven())
                .isTrue();
        assertThat(asUpper.selection()).isEqualTo(asEqual.selection());
        assertThat(asBoth.selection()).isEqualTo(asEqual.selection());
        assertThat(asUpper.objective()).isCloseTo(asEqual.objective(), EXACT);
        assertThat(Arrays.stream(asUpper.weights()).sum()).isCloseTo(1, EXACT);
    }

    @Test
    void saysWhatIsProvenWhenTheSearchEndsEarly() {
        FewAssetsProblem problem = new RandomMarkets(new SplittableRandom(5))
                .problem(RandomMarkets.Kind.PLAIN, 40, new Holding.Between(6, 0.05, 0.3));
        FewAssets whole = FewAssets.of(problem);

        FewAssets cut = FewAssets.of(problem, 1);

        assertThat(whole.isProven()).isTrue();
        assertThat(cut.nodes()).isEqualTo(1);
        assertThat(cut.isProven()).isFalse();
        assertThat(cut.gap()).isPositive().isEqualTo(cut.objective() - cut.lowerBound());
        assertThat(cut.lowerBound()).isLessThanOrEqualTo(whole.objective());
        assertThat(cut.objective()).isGreaterThanOrEqualTo(whole.objective());
    }

    @Test
    void refusesLimitsThatNoPortfolioMeets() {
        refuses("limits of weights is '0.02 to 0.3 for at most 3 assets'", () -> new Holding.Between(3, 0.02, 0.3));
        refuses("limits of weights is '0.3 to 0.32 for at most 9 assets'", () -> new Holding.Between(9, 0.3, 0.32));
        refuses("least weight of a held asset is '1.1'; allowed: 0 to 1", () -> new Holding.Between(3, 1.1, 1.2));
        refuses("least weight of a held asset is '-0.1'", () -> new Holding.Between(3, -0.1, 1));
        refuses("least weight of a held asset is 'NaN'", () -> new Holding.Between(3, Double.NaN, 1));
        refuses("largest weight of a held asset is '0.1'", () -> new Holding.Between(3, 0.2, 0.1));
        refuses("largest weight of a held asset is '0.0'", () -> new Holding.Between(3, 0, 0));
        refuses("number of assets to hold is '0'; allowed: 1 or more", () -> new Holding.Equal(0));
        refuses(
                "number of assets to hold is '4'; allowed: 1 to 3, all there are",
                () -> problem(1, new Holding.Equal(4), independent(1, 1, 1)));
    }

    @Test
    void refusesWhatIsNoProblem() {
        SymmetricMatrix two = independent(0.04, 0.09);
        Holding one = new Holding.Equal(1);

        refuses("number of assets is '0'", () -> new FewAssetsProblem(new double[0], two, 1, one));
        refuses("number of assets is '201'", () -> new FewAssetsProblem(new double[201], two, 1, one));
        refuses("order of the covariance is '2'; allowed: 3", () -> new FewAssetsProblem(new double[3], two, 1, one));
        refuses("risk aversion is '-1.0'", () -> problem(-1, one, two));
        refuses("risk aversion is 'Infinity'", () -> problem(Double.POSITIVE_INFINITY, one, two));
        refuses(
                "expected return of asset 1 is 'NaN'",
                () -> new FewAssetsProblem(new double[] {0.1, Double.NaN}, two, 1, one));
        refuses("maxNodes is '0'", () -> FewAssets.of(problem(1, one, two), 0));
    }

    /** The correlation would be 2. */
    @Test
    void refusesACovarianceThatIsNone() {
        SymmetricMatrix indefinite = SymmetricMatrix.of(new double[][] {{0.04, -0.08}, {-0.08, 0.04}});

        refuses(
                "covariance is 'not positive semidefinite'",
                () -> FewAssets.of(problem(1, new Holding.Equal(1), indefinite)));
    }

    private static void refuses(String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(AppException.class).hasMessageContaining(words);
    }

    private static FewAssetsProblem problem(double riskAversion, Holding holding, SymmetricMatrix covariance) {
        return new FewAssetsProblem(new double[covariance.order()], covariance, riskAversion, holding);
    }

    private static FewAssetsProblem with(FewAssetsProblem problem, Holding holding) {
        return new FewAssetsProblem(problem.expectedReturns(), problem.covariance(), problem.riskAversion(), holding);
    }

    private static SymmetricMatrix independent(double... variances) {
        double[][] rows = new double[variances.length][variances.length];
        for (int i = 0; i < variances.length; i++) {
            rows[i][i] = variances[i];
        }
        return SymmetricMatrix.of(rows);
    }
}
