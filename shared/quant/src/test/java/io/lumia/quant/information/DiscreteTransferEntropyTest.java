package io.lumia.quant.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscreteTransferEntropyTest {

    private static final HistoryLengths ONE = new HistoryLengths(1, 1);

    /** The target repeats the source a day later; each of its own values is followed by 0 and by 1 equally often. */
    @Test
    void isOneBitWhereTheSourceTellsAllAndTheTargetNothing() {
        CodedSeries source = new CodedSeries(2, new int[] {0, 0, 1, 1, 0});
        CodedSeries target = new CodedSeries(2, new int[] {1, 0, 0, 1, 1});

        DiscreteTransferEntropy estimate = DiscreteTransferEntropy.of(source, target, ONE);

        assertThat(estimate.samples()).isEqualTo(4);
        assertThat(estimate.bits()).isCloseTo(1, within(1e-15));
        assertThat(estimate.nats()).isCloseTo(Math.log(2), within(1e-15));
    }

    /** After 0 the target is 0, 0, 1, an uncertainty of H(⅓) = log₂ 3 - ⅔ bits; one source takes nothing away of it, one all. */
    @Test
    void isWhatUncertaintyTheSourceTakesAway() {
        CodedSeries target = new CodedSeries(2, new int[] {0, 0, 0, 1});
        CodedSeries silent = new CodedSeries(2, new int[] {0, 0, 0, 0});
        CodedSeries telling = new CodedSeries(2, new int[] {0, 0, 1, 0});

        assertThat(DiscreteTransferEntropy.of(silent, target, ONE).bits()).isCloseTo(0, within(1e-15));
        assertThat(DiscreteTransferEntropy.of(telling, target, ONE).bits())
                .isCloseTo(Math.log(3) / Math.log(2) - 2.0 / 3, within(1e-15));
    }

    /** Each of two sources alone would tell nothing about their exclusive or. */
    @Test
    void seesWhatOnlyBothHistoriesTogetherTell() {
        CodedSeries source = coded(2, 4_000, 1);
        int[] parity = new int[source.size()];
        for (int t = 1; t < parity.length; t++) {
            parity[t] = parity[t - 1] ^ source.codes()[t - 1];
        }

        double bits = DiscreteTransferEntropy.of(source, new CodedSeries(2, parity), ONE)
                .bits();

        assertThat(bits).isCloseTo(1, within(0.002));
    }

    /** Three days back: a history of two does not reach it. */
    @Test
    void looksAsFarBackAsTheSourcesHistory() {
        CodedSeries source = coded(3, 6_000, 2);
        int[] later = new int[source.size()];
        System.arraycopy(source.codes(), 0, later, 3, later.length - 3);
        CodedSeries target = new CodedSeries(3, later);

        assertThat(DiscreteTransferEntropy.of(source, target, new HistoryLengths(1, 2))
                        .bits())
                .isLessThan(0.01);
        assertThat(DiscreteTransferEntropy.of(source, target, new HistoryLengths(1, 3))
                        .bits())
                .isCloseTo(Math.log(3) / Math.log(2), within(0.01));
    }

    /** 2 n times the estimate follows a chi-square distribution: its mean are the degrees of freedom. */
    @ParameterizedTest
    @CsvSource({"2, 2, 1, 1", "3, 2, 1, 2", "2, 4, 2, 1"})
    void isBiasedAsItsJavadocSaysWhereThereIsNothing(int sourceBase, int targetBase, int k, int l) {
        HistoryLengths histories = new HistoryLengths(k, l);
        double sum = 0;
        for (int seed = 0; seed < 200; seed++) {
            DiscreteTransferEntropy estimate = DiscreteTransferEntropy.of(
                    coded(sourceBase, 1_000, seed), coded(targetBase, 1_000, -1 - seed), histories);
            assertThat(estimate.nats()).isGreaterThan(-1e-14);
            sum += 2 * estimate.samples() * estimate.nats();
        }

        double degrees = (targetBase - 1) * (Math.pow(sourceBase, l) - 1) * Math.pow(targetBase, k);
        assertThat(sum / 200).isCloseTo(degrees, within(5 * Math.sqrt(2 * degrees / 200)));
    }

    @Test
    void codesSigns() {
        assertThat(CodedSeries.ofSigns(new double[] {0.1, 0, -0.1, -0.0, 1e-300})
                        .codes())
                .containsExactly(1, 0, 0, 0, 1);
    }

    /** Ascending: -0.1, -0.0, 0.0, 0.2, 0.2, 0.3, two of a code; equal ones in their order. */
    @Test
    void codesRanks() {
        double[] series = {0.3, -0.1, 0.2, 0.2, -0.0, 0.0};

        assertThat(CodedSeries.ofQuantiles(series, 3).codes()).containsExactly(2, 0, 1, 2, 0, 1);
        assertThat(CodedSeries.ofQuantiles(new double[] {0.0, -0.0, 0.0, -0.0}, 4)
                        .codes())
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void refusesWhatItCannotCount() {
        CodedSeries two = new CodedSeries(2, new int[30]);

        assertThatThrownBy(() -> new CodedSeries(2, new int[] {0, 2})).hasMessageContaining("code [1] is '2'");
        assertThatThrownBy(() -> new CodedSeries(1, new int[0])).hasMessageContaining("base is '1'");
        assertThatThrownBy(() -> new CodedSeries(1_001, new int[0])).hasMessageContaining("base is '1001'");
        assertThatThrownBy(() -> CodedSeries.ofSigns(new double[] {0, Double.NaN}))
                .hasMessageContaining("series [1] is 'NaN'");
        assertThatThrownBy(() -> DiscreteTransferEntropy.of(new CodedSeries(2, new int[29]), two, ONE))
                .hasMessageContaining("length of the target is '30'; allowed: 29");
        assertThatThrownBy(() -> DiscreteTransferEntropy.of(two, two, new HistoryLengths(30, 1)))
                .hasMessageContaining("states is '4.294967296E9'; allowed: at most 1048576");
        assertThatThrownBy(() -> DiscreteTransferEntropy.of(two, two, new HistoryLengths(10, 10)))
                .hasMessageContaining("states is '2097152.0'");
        assertThat(DiscreteTransferEntropy.of(two, two, new HistoryLengths(10, 9))
                        .nats())
                .isZero();
    }

    @Test
    void refusesHistoriesThatDoNotFit() {
        CodedSeries three = new CodedSeries(2, new int[] {0, 1, 0});

        assertThatThrownBy(() -> new HistoryLengths(0, 1)).hasMessageContaining("target history is '0'");
        assertThatThrownBy(() -> new HistoryLengths(1, 33)).hasMessageContaining("source history is '33'");
        assertThat(DiscreteTransferEntropy.of(three, three, new HistoryLengths(2, 1))
                        .samples())
                .isEqualTo(1);
        assertThatThrownBy(() -> DiscreteTransferEntropy.of(three, three, new HistoryLengths(1, 3)))
                .hasMessageContaining("length of the series is '3'; allowed: 4 or more");
    }

    private static CodedSeries coded(int base, int size, long seed) {
        return new CodedSeries(
                base, new SplittableRandom(seed).ints(size, 0, base).toArray());
    }
}
