package io.lumia.quant.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianTransferEntropyTest {

    private static final HistoryLengths ONE = new HistoryLengths(1, 1);

    /** Standard error of a partial correlation's logarithm: below 1 / √n. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 2})
    void findsWhatTheCouplingTells(double a) {
        SeriesPair pair = TestPairs.coupled(100_000, a, 1);

        assertThat(GaussianTransferEntropy.of(pair, ONE).nats()).isCloseTo(TestPairs.coupledNats(a), within(0.01));
        assertThat(GaussianTransferEntropy.of(pair.reversed(), ONE).nats()).isCloseTo(0, within(1e-4));
    }

    /** Half the logarithm of the quotient of squared errors, by commons-math's QR decomposition. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "5, 1", "1, 4"})
    void agreesWithTwoRegressions(int k, int l) {
        SeriesPair pair = TestPairs.coupled(300, 0.4, 2);
        HistoryLengths histories = new HistoryLengths(k, l);

        double expected = 0.5 * Math.log(squaredErrors(pair, k, 0, histories) / squaredErrors(pair, k, l, histories));

        assertThat(GaussianTransferEntropy.of(pair, histories).nats()).isCloseTo(expected, within(1e-13));
    }

    private static double squaredErrors(SeriesPair pair, int k, int l, HistoryLengths histories) {
        double[] next = Arrays.copyOfRange(pair.target(), histories.first(), pair.size());
        double[][] rows = new double[next.length][k + l];
        for (int i = 0; i < rows.length; i++) {
            int t = histories.first() + i;
            for (int column = 0; column < k + l; column++) {
                rows[i][column] = column < k ? pair.target()[t - 1 - column] : pair.source()[t - 1 - column + k];
            }
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(next, rows);
        return regression.calculateResidualSumOfSquares();
    }

    @Test
    void doesNotDependOnUnits() {
        SeriesPair pair = TestPairs.coupled(500, 0.2, 3);
        double[] percent =
                Arrays.stream(pair.source()).map(value -> 5 - 100 * value).toArray();

        double same = GaussianTransferEntropy.of(SeriesPair.of(percent, pair.target()), ONE)
                .nats();

        assertThat(same).isCloseTo(GaussianTransferEntropy.of(pair, ONE).nats(), within(1e-13));
    }

    /** With two degrees of freedom a chi-square distribution is exponential: P(> x) = exp(-x / 2). */
    @Test
    void knowsHowLikelyChanceIs() {
        GaussianTransferEntropy estimate =
                GaussianTransferEntropy.of(TestPairs.coupled(400, 0.05, 4), new HistoryLengths(1, 2));

        assertThat(estimate.pValueAnalytic()).isCloseTo(Math.exp(-estimate.samples() * estimate.nats()), within(1e-12));
    }

    /** Of 1,000 pairs without coupling 50 ± 7 have a p-value below 0.05. */
    @Test
    void isSeldomSurprisedByChance() {
        long surprised = LongStream.range(0, 1_000)
                .mapToObj(seed -> TestPairs.coupled(300, 0, seed))
                .filter(pair -> GaussianTransferEntropy.of(pair, new HistoryLengths(2, 3))
                                .pValueAnalytic()
                        < 0.05)
                .count();

        assertThat(surprised).isBetween(25L, 80L);
    }

    @Test
    void refusesWhatHasNoAnswer() {
        double[] noise = TestPairs.coupled(50, 0, 5).source();
        double[] later = new double[50];
        System.arraycopy(noise, 0, later, 1, 49);

        assertThatThrownBy(() -> GaussianTransferEntropy.of(SeriesPair.of(noise, new double[50]), ONE))
                .hasMessageContaining("target [1 to 49] is '0.0'; allowed: values that are not all the same");
        assertThatThrownBy(() -> GaussianTransferEntropy.of(SeriesPair.of(noise, noise), ONE)
                        .nats())
                .hasMessageContaining("source's history is 'a combination of the others at lag 1'");
        assertThatThrownBy(() -> GaussianTransferEntropy.of(SeriesPair.of(noise, later), ONE)
                        .nats())
                .hasMessageContaining("the histories leave no doubt");
        assertThatThrownBy(() -> GaussianTransferEntropy.of(TestPairs.coupled(4, 0, 6), ONE))
                .hasMessageContaining("length of the series is '4'; allowed: 5 or more");
        assertThatThrownBy(() -> SeriesPair.of(noise, new double[49]))
                .hasMessageContaining("length of the target is '49'; allowed: 50");
        assertThatThrownBy(() -> SeriesPair.of(new double[] {0, Double.POSITIVE_INFINITY}, new double[2]))
                .hasMessageContaining("source [1] is 'Infinity'");
    }
}
