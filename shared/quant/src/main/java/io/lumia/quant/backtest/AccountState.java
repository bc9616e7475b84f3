package io.lumia.quant.backtest;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an account is at a moment; enough to go on from.
 *
 * @param cash   may be below zero where costs were not kept back
 * @param shares by asset, in the order of their names; none is zero
 * @param costs  paid so far
 * @param traded amounts bought and sold so far, both counted
 */
public record AccountState(double cash, Map<String, Double> shares, double costs, double traded) {

    public AccountState {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    }

    /** Nothing but money. */
    public static AccountState of(double capital) {
        return new AccountState(capital, new TreeMap<>(), 0, 0);
    }
}
