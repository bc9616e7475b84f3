package io.lumia.functions.marketapi.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class PairCorrelationTest {

    private static final long MONDAY = 16_076;

    @Test
    void equalsAnIndependentCalculation() {
        Random random = new Random(7);
        double[] a = walk(random, 300);
        double[] b = walk(random, 300);
        for (int i = 0; i < b.length; i++) {
            b[i] *= Math.sqrt(a[i]);
        }

        PairCorrelation found = PairCorrelation.of(daily(a), daily(b), 252);

        double expected = new PearsonsCorrelation().correlation(lastReturns(a, 252), lastReturns(b, 252));
        assertThat(found.value()).isCloseTo(expected, within(1e-12));
        assertThat(found.pairs()).isEqualTo(252);
        assertThat(found.lastDay()).isEqualTo(MONDAY + 299);
        assertThat(found.firstDay()).isEqualTo(MONDAY + 48);
    }

    /** Only the newest 100 of 299. */
    @Test
    void olderReturnsDoNotCount() {
        double[] a = walk(new Random(1), 300);
        double[] b = walk(new Random(2), 300);

        PairCorrelation found = PairCorrelation.of(daily(a), daily(b), 100);

        assertThat(found.value())
                .isCloseTo(
                        new PearsonsCorrelation().correlation(lastReturns(a, 100), lastReturns(b, 100)), within(1e-12));
    }

    /** From 4 on day 2 to 16 on day 5 is one return of both, though the other traded between too. */
    @Test
    void returnsGoFromOneCommonSessionToTheNext() {
        CloseSeries stock = new CloseSeries(new long[] {1, 2, 5}, new double[] {2, 4, 16});
        CloseSeries crypto = new CloseSeries(new long[] {1, 2, 3, 4, 5}, new double[] {3, 6, 999, 0.001, 24});

        PairCorrelation found = PairCorrelation.of(stock, crypto, 10);

        assertThat(found.pairs()).isEqualTo(2);
        assertThat(found.firstDay()).isEqualTo(2);
        assertThat(found.value()).isCloseTo(1, within(1e-15));
    }

    @Test
    void anAssetMovesLikeItselfAndAgainstItsInverse() {
        double[] a = walk(new Random(3), 100);
        double[] inverse =
                IntStream.range(0, a.length).mapToDouble(i -> 1 / a[i]).toArray();

        assertThat(PairCorrelation.of(daily(a), daily(a), 252).value()).isCloseTo(1, within(1e-15));
        assertThat(PairCorrelation.of(daily(a), daily(inverse), 252).value()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void whatDoesNotMoveHasNoCorrelation() {
        double[] flat = IntStream.range(0, 100).mapToDouble(_ -> 5).toArray();
        PairCorrelation found = PairCorrelation.of(daily(walk(new Random(4), 100)), daily(flat), 252);

        assertThat(found.value()).isNaN();
        assertThat(found.pairs()).isEqualTo(99);
    }

    @Test
    void withoutACommonSessionThereIsNothing() {
        CloseSeries early = new CloseSeries(new long[] {1, 2}, new double[] {1, 2});
        CloseSeries late = new CloseSeries(new long[] {3, 4}, new double[] {1, 2});

        assertThat(PairCorrelation.of(early, late, 252).pairs()).isZero();
        assertThat(PairCorrelation.of(early, CloseSeries.empty(), 252).pairs()).isZero();
    }

    @Test
    void aCloseThatIsNotAboveZeroIsLeftOut() {
        CloseSeries a = new CloseSeries(new long[] {1, 2, 3, 4}, new double[] {1, 0, 2, 3});
        CloseSeries b = new CloseSeries(new long[] {1, 2, 3, 4}, new double[] {1, 5, 2, 3});

        assertThat(PairCorrelation.of(a, b, 252).pairs()).isEqualTo(2);
    }

    private static CloseSeries daily(double[] closes) {
        return new CloseSeries(LongStream.range(MONDAY, MONDAY + closes.length).toArray(), closes);
    }

    private static double[] walk(Random random, int length) {
        double[] closes = new double[length];
        double close = 100;
        for (int i = 0; i < length; i++) {
            close *= Math.exp(0.02 * random.nextGaussian());
            closes[i] = close;
        }
        return closes;
    }

    private static double[] lastReturns(double[] closes, int most) {
        return IntStream.range(closes.length - most, closes.length)
                .mapToDouble(i -> Math.log(closes[i] / closes[i - 1]))
                .toArray();
    }
}
