package io.lumia.quant.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.quant.information.KraskovTransferEntropy.Algorithm;
import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KraskovTransferEntropyTest {

    private static final HistoryLengths ONE = new HistoryLengths(1, 1);

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void findsWhatTheCouplingTells(Algorithm algorithm) {
        SeriesPair pair = TestPairs.coupled(4_000, 0.5, 1);

        assertThat(KraskovTransferEntropy.of(pair, ONE, algorithm, 4).nats())
                .isCloseTo(TestPairs.coupledNats(0.5), within(0.04));
        assertThat(KraskovTransferEntropy.of(pair.reversed(), ONE, algorithm, 4).nats())
                .isCloseTo(0, within(0.04));
    }

    /** The value follows the square of the source, to which it is not correlated. */
    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void seesWhatIsNotLinear(Algorithm algorithm) {
        SeriesPair noise = TestPairs.coupled(2_000, 0, 2);
        double[] target = noise.target().clone();
        for (int t = 1; t < target.length; t++) {
            target[t] = 0.3 * target[t] + noise.source()[t - 1] * noise.source()[t - 1];
        }
        SeriesPair pair = SeriesPair.of(noise.source(), target);

        assertThat(KraskovTransferEntropy.of(pair, ONE, algorithm, 4).nats()).isGreaterThan(0.5);
        assertThat(GaussianTransferEntropy.of(pair, ONE).nats()).isLessThan(0.05);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 4", "2, 1, 4", "1, 3, 1", "3, 2, 10"})
    void agreesWithTheFormulasReadDirectly(int k, int l, int neighbours) {
        SeriesPair pair = TestPairs.coupled(200, 0.5, 3);
        HistoryLengths histories = new HistoryLengths(k, l);
        DirectKraskov direct = new DirectKraskov(pair.source(), pair.target(), histories, neighbours);

        assertThat(KraskovTransferEntropy.of(pair, histories, Algorithm.FIRST, neighbours)
                        .nats())
                .isCloseTo(direct.first(), within(1e-13));
        assertThat(direct.second())
                .containsExactly(
                        new double[] {
                            KraskovTransferEntropy.of(pair, histories, Algorithm.SECOND, neighbours)
                                    .nats()
                        },
                        within(1e-13));
    }

    /** Where neighbours are equally far the first algorithm has one value still, the second one of several. */
    @Test
    void takesOneOfTheChoicesAmongNeighboursEquallyFar() {
        SeriesPair pair = TestPairs.withDaysWithoutAMove(60, 3);
        DirectKraskov direct = new DirectKraskov(pair.source(), pair.target(), ONE, 4);
        double second =
                KraskovTransferEntropy.of(pair, ONE, Algorithm.SECOND, 4).nats();

        assertThat(KraskovTransferEntropy.of(pair, ONE, Algorithm.FIRST, 4).nats())
                .isCloseTo(direct.first(), within(1e-13));
        assertThat(direct.second()).hasSizeGreaterThan(10);
        assertThat(Arrays.stream(direct.second())).anyMatch(value -> Math.abs(value - second) < 1e-13);
    }

    /** With all others as neighbours every box holds all: ψ(K) - 2/K + ψ(K) - 2 (ψ(K) - 1/K) is zero. */
    @Test
    void knowsNothingWhenEveryoneIsANeighbour() {
        KraskovTransferEntropy estimate =
                KraskovTransferEntropy.of(TestPairs.coupled(30, 0.5, 5), ONE, Algorithm.SECOND, 28);

        assertThat(estimate.samples()).isEqualTo(29);
        assertThat(estimate.nats()).isCloseTo(0, within(1e-14));
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void doesNotDependOnUnits(Algorithm algorithm) {
        SeriesPair pair = TestPairs.coupled(300, 0.5, 6);
        double[] percent =
                Arrays.stream(pair.target()).map(value -> 5 - 100 * value).toArray();

        double same = KraskovTransferEntropy.of(SeriesPair.of(pair.source(), percent), ONE, algorithm, 4)
                .nats();

        assertThat(same)
                .isCloseTo(KraskovTransferEntropy.of(pair, ONE, algorithm, 4).nats(), within(1e-13));
    }

    /** Commons-math's own error is up to 3e-9. */
    @Test
    void knowsTheDigammaFunctionOfWholeNumbers() {
        double[] digamma = KraskovTransferEntropy.digamma(2_000);

        for (int n = 1; n <= 2_000; n++) {
            assertThat(digamma[n]).isCloseTo(Gamma.digamma(n), within(5e-9));
        }
        assertThat(digamma[2] - digamma[1]).isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotMeasure() {
        SeriesPair five = TestPairs.coupled(5, 0, 7);

        assertThatThrownBy(() -> KraskovTransferEntropy.of(five, ONE, Algorithm.FIRST, 0))
                .hasMessageContaining("neighbours is '0'");
        assertThatThrownBy(() -> KraskovTransferEntropy.of(five, ONE, Algorithm.FIRST, 101))
                .hasMessageContaining("neighbours is '101'");
        assertThatThrownBy(() -> KraskovTransferEntropy.of(five, ONE, Algorithm.FIRST, 4))
                .hasMessageContaining("length of the series is '5'; allowed: 6 or more");
        assertThat(KraskovTransferEntropy.of(five, ONE, Algorithm.FIRST, 3).nats())
                .isFinite();
        assertThatThrownBy(() -> KraskovTransferEntropy.of(TestPairs.coupled(10_002, 0, 8), ONE, Algorithm.FIRST, 4))
                .hasMessageContaining("samples is '10001'; allowed: at most 10000");
        assertThatThrownBy(() -> KraskovTransferEntropy.of(
                        SeriesPair.of(new double[9], TestPairs.coupled(9, 0, 9).target()), ONE, Algorithm.FIRST, 4))
                .hasMessageContaining("source [0 to 7] is '0.0'");
    }
}
