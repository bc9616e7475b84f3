package io.lumia.quant.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.quant.information.KraskovTransferEntropy.Algorithm;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignificanceTest {

    private static final HistoryLengths ONE = new HistoryLengths(1, 1);

    static Stream<Function<SeriesPair, TransferEntropy>> estimators() {
        return Stream.of(
                pair -> DiscreteTransferEntropy.of(
                        CodedSeries.ofQuantiles(pair.source(), 3), CodedSeries.ofQuantiles(pair.target(), 3), ONE),
                pair -> GaussianTransferEntropy.of(pair, ONE),
                pair -> KraskovTransferEntropy.of(pair, ONE, Algorithm.FIRST, 4),
                pair -> KraskovTransferEntropy.of(pair, ONE, Algorithm.SECOND, 4));
    }

    @ParameterizedTest
    @MethodSource("estimators")
    void tellsTheDirectionOfACoupling(Function<SeriesPair, TransferEntropy> estimator) {
        SeriesPair pair = TestPairs.coupled(500, 0.6, 1);

        Significance forth = Significance.of(estimator.apply(pair), 99, 1);
        Significance back = Significance.of(estimator.apply(pair.reversed()), 99, 1);

        assertThat(forth.pValue()).isEqualTo(0.01);
        assertThat(forth.excessNats()).isGreaterThan(3 * forth.surrogateDeviation());
        assertThat(back.pValue()).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @MethodSource("estimators")
    void givesTheSameForTheSameSeed(Function<SeriesPair, TransferEntropy> estimator) {
        TransferEntropy estimate = estimator.apply(TestPairs.coupled(100, 0.1, 2));

        assertThat(Significance.of(estimate, 19, 7)).isEqualTo(Significance.of(estimate, 19, 7));
        assertThat(Significance.of(estimate, 19, 7)).isNotEqualTo(Significance.of(estimate, 19, 8));
    }

    /** Two of four are not smaller: 3/5. Their mean is 0.25, their squared deviations sum to 0.05. */
    @Test
    void countsHowManyAreNotSmaller() {
        Significance significance = Significance.of(0.3, new double[] {0.1, 0.2, 0.3, 0.4});

        assertThat(significance.pValue()).isEqualTo(0.6);
        assertThat(significance.surrogateMean()).isCloseTo(0.25, within(1e-15));
        assertThat(significance.surrogateDeviation()).isCloseTo(Math.sqrt(0.05 / 3), within(1e-15));
        assertThat(significance.excessNats()).isCloseTo(0.05, within(1e-15));
    }

    /** Chi-square with 1 degree of freedom over 2n: what the analytic p-value assumes. */
    @Test
    void agreesWithTheAnalyticPValue() {
        GaussianTransferEntropy estimate = GaussianTransferEntropy.of(TestPairs.coupled(1_000, 0.05, 3), ONE);

        Significance significance = Significance.of(estimate, 2_000, 1);

        assertThat(significance.pValue()).isCloseTo(estimate.pValueAnalytic(), within(0.04));
        assertThat(significance.surrogateMean()).isCloseTo(0.5 / estimate.samples(), within(1e-4));
    }

    /** Of 200 pairs without coupling 10 ± 3 have a p-value of 0.05 or less. */
    @Test
    void isSeldomSurprisedByChance() {
        long surprised = LongStream.range(0, 200)
                .filter(seed ->
                        Significance.of(GaussianTransferEntropy.of(TestPairs.coupled(100, 0, seed), ONE), 99, seed)
                                        .pValue()
                                <= 0.05)
                .count();

        assertThat(surprised).isBetween(2L, 22L);
    }

    @Test
    void refusesTooFewAndTooMany() {
        TransferEntropy estimate = GaussianTransferEntropy.of(TestPairs.coupled(100, 0, 4), ONE);

        assertThatThrownBy(() -> Significance.of(estimate, 18, 1))
                .hasMessageContaining("surrogates is '18'; allowed: 19 to 10000");
        assertThatThrownBy(() -> Significance.of(estimate, 10_001, 1)).hasMessageContaining("surrogates is '10001'");
    }
}
