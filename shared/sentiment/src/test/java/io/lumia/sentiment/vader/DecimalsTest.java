package io.lumia.sentiment.vader;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Expected values by Python's {@code round(value, decimals)}. */
class DecimalsTest {

    @Test
    void roundsATieToTheEvenNeighbour() {
        assertThat(Decimals.round(0.0625, 3)).isEqualTo(0.062);
        assertThat(Decimals.round(0.1875, 3)).isEqualTo(0.188);
        assertThat(Decimals.round(-0.0625, 3)).isEqualTo(-0.062);
    }

    @Test
    void seesOnWhichSideOfATieADoubleLies() {
        // None of these is a tie: the nearest doubles are 0.00050000000000000001…, 0.26750000000000001… and
        // 0.00449999999999999966….
        assertThat(Decimals.round(0.0005, 3)).isEqualTo(0.001);
        assertThat(Decimals.round(0.2675, 3)).isEqualTo(0.268);
        assertThat(Decimals.round(0.0045, 3)).isEqualTo(0.004);
    }

    @Test
    void hasNoNegativeZero() {
        assertThat(Decimals.round(-0.00001, 4)).isEqualTo(0.0);
        assertThat(1 / Decimals.round(-0.00001, 4)).isPositive();
    }

    @Test
    void agreesWithExactDecimalArithmetic() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(15);
        for (int i = 0; i < 100_000; i++) {
            double nearTie = (random.nextInt(-1_000, 1_000) + 0.5) / 1_000 + random.nextInt(-2, 3) * 1e-17;
            double any = random.nextDouble(-1, 1);

            assertThat(Decimals.round(nearTie, 3)).isEqualTo(Double.parseDouble(byBigDecimal(nearTie, 3)) + 0.0);
            assertThat(Decimals.round(any, 4)).isEqualTo(Double.parseDouble(byBigDecimal(any, 4)) + 0.0);
        }
    }

    private static String byBigDecimal(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
