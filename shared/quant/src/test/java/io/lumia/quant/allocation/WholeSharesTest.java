package io.lumia.quant.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeSharesTest {

    @Test
    void buysASingleAssetAsOftenAsTheCapitalGoes() {
        ShareTarget target = new ShareTarget(new double[] {1}, new double[] {30}, 100);

        WholeShares greedy = GreedyAllocation.of(target);
        ExactAllocation exact = ExactAllocation.of(target);

        assertThat(greedy.shares()).containsExactly(3);
        assertThat(greedy.leftover()).isEqualTo(10);
        assertThat(greedy.gap()).isEqualTo(20);
        assertThat(exact.allocation().shares()).containsExactly(3);
        assertThat(exact.proven()).isTrue();
        assertThat(exact.lowestGap()).isEqualTo(20);
    }

    /** Wanted 50 and 50. One of each is 20 too little and 10 too much, with 10 left; three at 30 are 40, 50 and 10. */
    @Test
    void weighsGapsAgainstCash() {
        ShareTarget target = new ShareTarget(new double[] {0.5, 0.5}, new double[] {30, 60}, 100);

        WholeShares exact = ExactAllocation.of(target).allocation();

        assertThat(exact.shares()).containsExactly(1, 1);
        assertThat(exact.leftover()).isEqualTo(10);
        assertThat(exact.gap()).isEqualTo(20 + 10 + 10);
    }

    /**
     * Wanted 3.9 shares at 10 and 1.95 at 100 of a capital of 234: rounded down 34 + 95 are cut off and 104 left. One share of the
     * second for 100 leaves 4 and a shortfall of 9 on the first: gap 9 + 5 + 4.
     */
    @Test
    void buysTheShareThatTheMostWasCutFrom() {
        ShareTarget target = new ShareTarget(new double[] {39.0 / 234, 195.0 / 234}, new double[] {10, 100}, 234);

        WholeShares exact = ExactAllocation.of(target).allocation();

        assertThat(exact.shares()).containsExactly(3, 2);
        assertThat(exact.gap()).isCloseTo(18, within(1e-9));
    }

    /**
     * Wanted 1.95 shares at 100 and 11 at 5, of a capital of 250. A second share at 100 needs 100 and 95 are left: one share
     * at 5 less makes it fit. Gap: 5 too much, 5 too little, no cash. Greedy only ever buys, and keeps 95.
     */
    @Test
    void sellsACheapShareToAffordADearOne() {
        ShareTarget target = new ShareTarget(new double[] {195.0 / 250, 55.0 / 250}, new double[] {100, 5}, 250);

        ExactAllocation exact = ExactAllocation.of(target);

        assertThat(exact.allocation().shares()).containsExactly(2, 10);
        assertThat(exact.allocation().leftover()).isZero();
        assertThat(exact.allocation().gap()).isCloseTo(10, within(1e-9));
        assertThat(GreedyAllocation.of(target).shares()).containsExactly(1, 11);
    }

    @Test
    void keepsCashWhenEveryShareIsTooDear() {
        ShareTarget target = new ShareTarget(new double[] {0.7, 0.3}, new double[] {150, 400}, 100);

        assertThat(GreedyAllocation.of(target).leftover()).isEqualTo(100);
        assertThat(ExactAllocation.of(target).allocation().shares()).containsExactly(0, 0);
        assertThat(ExactAllocation.of(target).allocation().gap()).isEqualTo(200);
    }

    @Test
    void buysNothingOfWeightZero() {
        ShareTarget target = new ShareTarget(new double[] {0, 1}, new double[] {1, 30}, 100);

        assertThat(GreedyAllocation.of(target).shares()).containsExactly(0, 3);
        assertThat(ExactAllocation.of(target).allocation().shares()).containsExactly(0, 3);
    }

    @Test
    void dividesRoundedWeightsByTheirSum() {
        ShareTarget target = new ShareTarget(new double[] {0.5000004, 0.5000004}, new double[] {1, 1}, 1_000_000);

        assertThat(GreedyAllocation.of(target).shares()).containsExactly(500_000, 500_000);
        assertThat(GreedyAllocation.of(target).gap()).isZero();
    }

    @Test
    void saysWhenTheSearchEndedWithoutProof() {
        ShareTarget target = random(30, 25_000, 3);

        ExactAllocation cut = ExactAllocation.of(target, 50);

        assertThat(cut.proven()).isFalse();
        assertThat(cut.nodes()).isEqualTo(50);
        assertThat(cut.lowestGap()).isLessThan(cut.allocation().gap());
        assertThat(cut.allocation().gap())
                .isLessThanOrEqualTo(GreedyAllocation.of(target).gap());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void findsWhatTryingAllSharesFinds(long seed) {
        for (int assets = 2; assets <= 4; assets++) {
            ShareTarget target = random(assets, 600, seed);

            ExactAllocation exact = ExactAllocation.of(target);

            assertThat(exact.proven()).isTrue();
            assertThat(exact.allocation().gap()).isCloseTo(lowestGap(target, new long[assets], 0), within(1e-9));
            assertThat(spent(target, exact.allocation()) + exact.allocation().leftover())
                    .isCloseTo(target.capital(), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 20, 30})
    void isNeverWorseThanGreedyAndNeverOverspends(int assets) {
        for (long seed = 1; seed <= 5; seed++) {
            ShareTarget target = random(assets, 25_000, seed);

            ExactAllocation exact = ExactAllocation.of(target, 100_000);
            WholeShares greedy = GreedyAllocation.of(target);

            assertThat(exact.allocation().gap()).isLessThanOrEqualTo(greedy.gap());
            assertThat(exact.lowestGap()).isLessThanOrEqualTo(exact.allocation().gap());
            assertThat(spent(target, exact.allocation())).isLessThanOrEqualTo(25_000 * (1 + 1e-12));
            assertThat(spent(target, greedy)).isLessThanOrEqualTo(25_000 * (1 + 1e-12));
        }
    }

    @Test
    void refusesWhatCannotBeBoughtNamingIt() {
        double[] one = {1};

        assertThatThrownBy(() -> new ShareTarget(new double[] {0.5, 0.4}, new double[] {1, 1}, 100))
                .hasMessageContaining("sum of the weights is '0.9'");
        assertThatThrownBy(() -> new ShareTarget(new double[] {1.5, -0.5}, new double[] {1, 1}, 100))
                .hasMessageContaining("weight [1] is '-0.5'");
        assertThatThrownBy(() -> new ShareTarget(new double[] {Double.NaN}, one, 100))
                .hasMessageContaining("weight [0] is 'NaN'");
        assertThatThrownBy(() -> new ShareTarget(one, new double[] {0}, 100))
                .hasMessageContaining("price [0] is '0.0'");
        assertThatThrownBy(() -> new ShareTarget(one, one, Double.NaN)).hasMessageContaining("capital is 'NaN'");
        assertThatThrownBy(() -> new ShareTarget(one, new double[0], 1)).hasMessageContaining("prices is '0'");
        assertThatThrownBy(() -> ExactAllocation.of(new ShareTarget(one, one, 1), 0))
                .hasMessageContaining("maxNodes is '0'");
    }

    private static double lowestGap(ShareTarget target, long[] shares, int asset) {
        double left = target.capital() - spent(target, target.withShares(shares));
        if (asset == shares.length) {
            return target.withShares(shares).gap();
        }
        double lowest = Double.POSITIVE_INFINITY;
        for (long count = 0; count * target.prices()[asset] <= left; count++) {
            shares[asset] = count;
            lowest = Math.min(lowest, lowestGap(target, shares, asset + 1));
        }
        shares[asset] = 0;
        return lowest;
    }

    private static double spent(ShareTarget target, WholeShares allocation) {
        double spent = 0;
        for (int asset = 0; asset < target.assets(); asset++) {
            spent += allocation.shares()[asset] * target.prices()[asset];
        }
        return spent;
    }

    private static ShareTarget random(int assets, double capital, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = random.doubles(assets, 0, 1).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int asset = 0; asset < assets; asset++) {
            weights[asset] /= sum;
        }
        double[] prices = random.doubles(assets)
                .map(uniform -> Math.round(100 * Math.exp(2.5 + 3 * uniform)) / 100.0)
                .toArray();
        return new ShareTarget(weights, prices, capital);
    }
}
