package io.lumia.quant.backtest;

import io.lumia.kernel.AppException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Cash and shares of one currency. A trade of an amount costs {@code costRate} of it, each way, taken from the cash; cash earns
 * nothing. Assets are kept in the order of their names, so that sums do not depend on the order of trades.
 *
 * <p>Amounts are doubles: over a thousand trades of a million the rounding is some billionths.
 */
public final class Account {

    /** Share counts nearer to a whole number than this are that number: 0.7 × 10 is 7. */
    private static final double WHOLE = 1e-9;

    private final double costRate;
    private final SortedMap<String, Double> shares;
    private double cash;
    private double costs;
    private double traded;

    /** @param costRate part of a traded amount, 0 to below 1: 0.001 for ten basis points */
    public Account(AccountState state, double costRate) {
        if (!(costRate >= 0 && costRate < 1)) {
            throw AppException.invalid("cost rate", costRate, "0 to below 1");
        }
        this.costRate = costRate;
        this.shares = new TreeMap<>(state.shares());
        this.cash = state.cash();
        this.costs = state.costs();
        this.traded = state.traded();
    }

    public AccountState state() {
        return new AccountState(cash, shares, costs, traded);
    }

    public double cash() {
        return cash;
    }

    public double costRate() {
        return costRate;
    }

    /** Paid so far. */
    public double costs() {
        return costs;
    }

    /** Amounts bought and sold so far, both counted. */
    public double traded() {
        return traded;
    }

    public double shares(String asset) {
        return shares.getOrDefault(asset, 0.0);
    }

    /** A copy, by asset. */
    public SortedMap<String, Double> shares() {
        return new TreeMap<>(shares);
    }

    /** @param price of a share of an asset that is held */
    public double value(ToDoubleFunction<String> price) {
        double value = cash;
        for (Map.Entry<String, Double> holding : shares.entrySet()) {
            value += holding.getValue() * price.applyAsDouble(holding.getKey());
        }
        return value;
    }

    /** @param number of shares to buy; below zero to sell */
    public void trade(String asset, double number, double price) {
        double amount = Math.abs(number) * price;
        cash -= number * price + amount * costRate;
        costs += amount * costRate;
        traded += amount;
        keep(asset, shares(asset) + number);
    }

    /** Money that comes in without a trade, such as a dividend. */
    public void credit(double amount) {
        cash += amount;
    }

    /**
     * A split: of so many new shares per old one whole ones are kept, and the rest of a share is paid out.
     *
     * @param price of a new share
     */
    public void split(String asset, double newPerOld, double price) {
        double exact = shares(asset) * newPerOld;
        double nearest = Math.rint(exact);
        double whole = Math.abs(exact - nearest) < WHOLE ? nearest : Math.floor(exact);
        cash += Math.max(0, exact - whole) * price;
        keep(asset, whole);
    }

    /** Gives up all shares at a price, without a cost: what becomes of an asset that is no longer traded. */
    public void settle(String asset, double price) {
        cash += shares(asset) * price;
        shares.remove(asset);
    }

    private void keep(String asset, double number) {
        if (number == 0) {
            shares.remove(asset);
        } else {
            shares.put(asset, number);
        }
    }
}
