package io.lumia.quant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    @Test
    void paysTheCostOfBuyingAndOfSelling() {
        Account account = new Account(AccountState.of(1_000), 0.01);

        account.trade("A", 5, 100);
        account.trade("A", -2, 110);

        // 1000 - 500 - 5 + 220 - 2.2
        assertThat(account.cash()).isCloseTo(712.8, within(1e-9));
        assertThat(account.shares("A")).isEqualTo(3);
        assertThat(account.costs()).isCloseTo(7.2, within(1e-12));
        assertThat(account.traded()).isEqualTo(720);
        assertThat(account.value(_ -> 120)).isCloseTo(712.8 + 360, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"10, 4, 40, 0", "5, 1.5, 7, 0.5", "10, 0.7, 7, 0", "25, 0.1, 2, 0.5"})
    void keepsWholeSharesOfASplitAndPaysTheRest(double held, double newPerOld, double kept, double paid) {
        Account account = new Account(AccountState.of(held * 10), 0);
        account.trade("A", held, 10);

        account.split("A", newPerOld, 8);

        assertThat(account.shares("A")).isEqualTo(kept);
        assertThat(account.cash()).isCloseTo(paid * 8, within(1e-9));
    }

    @Test
    void turnsADeadAssetIntoCashWithoutACost() {
        Account account = new Account(AccountState.of(100), 0);
        account.trade("A", 10, 10);

        account.settle("A", 3);

        assertThat(account.cash()).isEqualTo(30);
        assertThat(account.shares()).isEmpty();
    }

    @Test
    void goesOnFromAState() {
        Account account = new Account(AccountState.of(100), 0.001);
        account.trade("B", 3, 10);
        account.trade("A", 2, 10);

        Account other = new Account(account.state(), 0.001);

        assertThat(other.state()).isEqualTo(account.state());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1, Double.NaN})
    void refusesAnImpossibleCost(double rate) {
        AccountState state = AccountState.of(1);

        assertThatThrownBy(() -> new Account(state, rate)).hasMessageContaining("cost rate");
    }

    @Test
    void leavesOfAnAllCashPortfolioTheValueOverOnePlusTheCost() {
        double left = TargetWeights.investable(1_010, new double[] {0, 0}, new double[] {0.5, 0.5}, 0.01);

        assertThat(left).isCloseTo(1_000, within(1e-9));
    }

    @Test
    void solvesTheCostEquationForAnyHoldings() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            int size = 1 + random.nextInt(30);
            double[] held = random.doubles(size, 0, 100).toArray();
            double[] weights = random.doubles(size, 0.01, 1).toArray();
            double sum = Arrays.stream(weights).sum();
            Arrays.setAll(weights, i -> weights[i] / sum);
            double value = Arrays.stream(held).sum() + random.nextDouble(50);

            double left = TargetWeights.investable(value, held, weights, 0.05);

            double cost = IntStream.range(0, size)
                    .mapToDouble(i -> 0.05 * Math.abs(weights[i] * left - held[i]))
                    .sum();
            assertThat(left + cost).isCloseTo(value, within(1e-9 * value));
        }
    }

    /** Of whole shares this need not hold: a cost may keep one from buying what then falls. */
    @Test
    void neverGainsByCosts() {
        SplittableRandom random = new SplittableRandom(9);
        for (int round = 0; round < 50; round++) {
            double[][] prices = walks(random, 120, 6);
            int[] days = IntStream.range(0, 12).map(i -> i * 10).toArray();
            double[] weights = {0.1, 0.3, 0.2, 0.15, 0.05, 0.2};
            double before = Double.POSITIVE_INFINITY;
            for (double rate : new double[] {0, 0.0005, 0.002, 0.01, 0.05}) {
                double[] values = new WeightBacktest(prices, days, weights, rate, false)
                        .run(1e6)
                        .values();

                assertThat(values[119]).isLessThan(before);
                before = values[119];
            }
        }
    }

    private static double[][] walks(SplittableRandom random, int days, int assets) {
        double[][] prices = new double[days][assets];
        Arrays.fill(prices[0], 50);
        for (int day = 1; day < days; day++) {
            for (int i = 0; i < assets; i++) {
                prices[day][i] = prices[day - 1][i] * (1 + 0.02 * random.nextGaussian());
            }
        }
        return prices;
    }
}
