package io.lumia.quant.backtest;

import io.lumia.kernel.AppException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holds the same weights through a table of prices, going back to them on some days. Decided and traded at the close of the day; the
 * day's value is what is left after costs.
 *
 * @param prices   by day, then by asset; all above zero
 * @param days     ascending rows of the table on which is traded
 * @param weights  by asset
 * @param costRate part of a traded amount, each way
 * @param whole    whether only whole shares are bought
 */
public record WeightBacktest(double[][] prices, int[] days, double[] weights, double costRate, boolean whole) {

    private static final String NAME = "%06d";

    public WeightBacktest {
        if (prices.length == 0) {
            throw AppException.invalid("days of prices", 0, "one or more");
        }
    }

    /**
     * What became of the capital.
     *
     * @param values by day, after costs
     * @param state  at the end
     */
    public record Outcome(double[] values, AccountState state) {}

    public Outcome run(double capital) {
        Account account = new Account(AccountState.of(capital), costRate);
        List<String> names =
                IntStream.range(0, weights.length).mapToObj(NAME::formatted).toList();
        double[] values = new double[prices.length];
        int next = 0;
        for (int day = 0; day < prices.length; day++) {
            double[] today = prices[day];
            if (next < days.length && days[next] == day) {
                trade(account, names, today);
                next++;
            }
            values[day] = account.value(name -> today[Integer.parseInt(name)]);
        }
        return new Outcome(values, account.state());
    }

    private void trade(Account account, List<String> names, double[] today) {
        double value = account.value(name -> today[Integer.parseInt(name)]);
        double[] target = whole
                ? TargetWeights.wholeShares(value, today, weights, costRate)
                : fractional(account, names, today, value);
        for (int i = 0; i < target.length; i++) {
            account.trade(names.get(i), target[i] - account.shares(names.get(i)), today[i]);
        }
    }

    private double[] fractional(Account account, List<String> names, double[] today, double value) {
        double[] held = IntStream.range(0, today.length)
                .mapToDouble(i -> account.shares(names.get(i)) * today[i])
                .toArray();
        double invested = TargetWeights.investable(value, held, weights, costRate);
        return IntStream.range(0, today.length)
                .mapToDouble(i -> weights[i] * invested / today[i])
                .toArray();
    }
}
