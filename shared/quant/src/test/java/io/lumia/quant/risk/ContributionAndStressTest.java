package io.lumia.quant.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.quant.linear.SymmetricMatrix;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionAndStressTest {

    private static final List<LocalDate> WEEK =
            LocalDate.of(2020, 3, 9).datesUntil(LocalDate.of(2020, 3, 14)).toList();
    private static final ReturnSeries RETURNS = ReturnSeries.of(0.1, -0.2, -0.5, 0.25, 0.1);

    /** Volatilities 20 % and 40 %, uncorrelated, half each: variance 0.01 + 0.04. */
    @Test
    void dividesVolatilityAmongAssets() {
        SymmetricMatrix covariance = SymmetricMatrix.of(new double[][] {{0.04, 0}, {0, 0.16}});

        RiskContribution contribution = RiskContribution.of(new double[] {0.5, 0.5}, covariance);

        assertThat(contribution.volatility()).isCloseTo(Math.sqrt(0.05), within(1e-15));
        assertThat(contribution.relative()).containsExactly(new double[] {0.2, 0.8}, within(1e-15));
        assertThat(contribution.marginal())
                .containsExactly(new double[] {0.02 / Math.sqrt(0.05), 0.08 / Math.sqrt(0.05)}, within(1e-15));
    }

    @Test
    void countsAHedgeBelowZero() {
        SymmetricMatrix covariance = SymmetricMatrix.of(new double[][] {{0.04, -0.03}, {-0.03, 0.04}});

        RiskContribution contribution = RiskContribution.of(new double[] {0.8, 0.2}, covariance);

        assertThat(contribution.absolute()[1]).isNegative();
    }

    @Test
    void isOneAssetsOwnVolatility() {
        RiskContribution contribution =
                RiskContribution.of(new double[] {1}, SymmetricMatrix.of(new double[][] {{0.04}}));

        assertThat(contribution.volatility()).isCloseTo(0.2, within(1e-15));
        assertThat(contribution.relative()).containsExactly(1);
    }

    @Test
    void hasNoSharesOfNoVolatility() {
        RiskContribution contribution =
                RiskContribution.of(new double[] {0, 1}, SymmetricMatrix.of(new double[][] {{0.04, 0}, {0, 0}}));

        assertThat(contribution.volatility()).isZero();
        assertThat(contribution.relative()).containsOnly(Double.NaN);
        assertThatThrownBy(() -> RiskContribution.of(new double[2], SymmetricMatrix.of(new double[][] {{1}})))
                .hasMessageContaining("weights is '2'");
    }

    @Test
    void refusesWhatIsNoWeightOrNoCovariance() {
        SymmetricMatrix indefinite = SymmetricMatrix.of(new double[][] {{1, 2}, {2, 1}});

        assertThatThrownBy(() -> RiskContribution.of(new double[] {1, -1}, indefinite))
                .hasMessageContaining("variance of the portfolio is '-2.0'");
        assertThatThrownBy(() -> RiskContribution.of(new double[] {1, Double.NaN}, indefinite))
                .hasMessageContaining("weight [1] is 'NaN'");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 100})
    void sumsToTheVolatilityAndToOne(int assets) {
        SplittableRandom random = new SplittableRandom(assets);
        double[] weights = random.doubles(assets, 0, 2.0 / assets).toArray();
        SymmetricMatrix covariance = randomCovariance(assets, random);

        RiskContribution contribution = RiskContribution.of(weights, covariance);

        double sum = 0;
        double shares = 0;
        for (int i = 0; i < assets; i++) {
            sum += contribution.absolute()[i];
            shares += contribution.relative()[i];
        }
        assertThat(sum).isEqualTo(contribution.volatility());
        assertThat(sum).isCloseTo(Math.sqrt(covariance.quadraticForm(weights)), within(1e-13));
        assertThat(shares).isCloseTo(1, within(1e-14));
    }

    /** -20 % and -50 % in a row leave 0.4. */
    @Test
    void findsTheWorstStretch() {
        assertThat(StressTest.worst(RETURNS, 1)).isEqualTo(new StressTest.WorstWindow(-0.5, 2, 2));
        assertThat(StressTest.worst(RETURNS, 2).totalReturn()).isCloseTo(-0.6, within(1e-15));
        assertThat(StressTest.worst(RETURNS, 2).first()).isEqualTo(1);
        assertThat(StressTest.worst(RETURNS, 5).totalReturn())
                .isCloseTo(Performance.totalReturn(RETURNS), within(1e-15));
        assertThatThrownBy(() -> StressTest.worst(RETURNS, 6)).hasMessageContaining("length of the window is '6'");
    }

    /** Tuesday to Thursday: 0.8 × 0.5 × 1.25. */
    @Test
    void measuresAWindowOfThePast() {
        StressWindow window = new StressWindow("three days", WEEK.get(1), WEEK.get(3));

        StressResult result = StressTest.during(window, WEEK, RETURNS);

        assertThat(result).isInstanceOfSatisfying(StressResult.Measured.class, measured -> {
            assertThat(measured.totalReturn()).isCloseTo(-0.5, within(1e-15));
            assertThat(measured.maximumDrawdown()).isCloseTo(-0.6, within(1e-15));
            assertThat(measured.sessions()).isEqualTo(3);
        });
    }

    @Test
    void hasNoNumberForAWindowThatItDoesNotCover() {
        StressWindow early = new StressWindow("since February", LocalDate.of(2020, 2, 20), LocalDate.of(2020, 3, 12));
        StressWindow late = new StressWindow("to summer", LocalDate.of(2020, 3, 10), LocalDate.of(2020, 6, 30));
        StressWindow weekend = new StressWindow("from Sunday", LocalDate.of(2020, 3, 8), LocalDate.of(2020, 3, 15));

        assertThat(StressTest.during(early, WEEK, RETURNS))
                .isEqualTo(new StressResult.NotCovered(early, WEEK.getFirst(), WEEK.getLast()));
        assertThat(StressTest.during(late, WEEK, RETURNS)).isInstanceOf(StressResult.NotCovered.class);
        assertThat(StressTest.during(weekend, WEEK, RETURNS)).isInstanceOf(StressResult.Measured.class);
    }

    @Test
    void refusesDatesThatDoNotFit() {
        StressWindow window = new StressWindow("week", WEEK.getFirst(), WEEK.getLast());

        assertThatThrownBy(() -> StressTest.during(window, WEEK.subList(0, 3), RETURNS))
                .hasMessageContaining("dates is '3'");
        assertThatThrownBy(() -> StressTest.during(window, WEEK.reversed(), RETURNS))
                .hasMessageContaining("date [1] is '2020-03-12'");
        assertThatThrownBy(() -> new StressWindow("backwards", WEEK.getLast(), WEEK.getFirst()))
                .hasMessageContaining("end of the window backwards");
    }

    @Test
    void movesEveryAssetByItsShock() {
        ShockResult market = StressTest.marketShock(new double[] {0.5, 0.25}, new double[] {1.2, 2}, -0.2);
        ShockResult own = StressTest.shock(new double[] {0.5, 0.25}, new double[] {-0.3, 0});

        assertThat(market.contributions()).containsExactly(new double[] {-0.12, -0.1}, within(1e-15));
        assertThat(market.portfolioReturn()).isCloseTo(-0.22, within(1e-15));
        assertThat(own.portfolioReturn()).isEqualTo(-0.15);
        assertThatThrownBy(() -> StressTest.marketShock(new double[] {1}, new double[] {Double.NaN}, -0.2))
                .hasMessageContaining("beta [0] is 'NaN'");
        assertThatThrownBy(() -> StressTest.shock(new double[] {1}, new double[0]))
                .hasMessageContaining("shocks is '0'");
    }

    private static SymmetricMatrix randomCovariance(int assets, SplittableRandom random) {
        double[] loadings = random.doubles(assets, 0.1, 0.3).toArray();
        double[][] rows = new double[assets][assets];
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < assets; j++) {
                rows[i][j] = loadings[i] * loadings[j] + (i == j ? 0.01 : 0);
            }
        }
        return SymmetricMatrix.of(rows);
    }
}
