package io.lumia.recommendation.backtest;

import io.lumia.quant.backtest.AccountState;
import java.util.List;

/**
 * How far a backtest has come, between two decisions: all that is needed to go on. As JSON about 100 bytes a session and 1.5 kB a decision
 * of twenty positions, and what the three accounts hold: some 120 kB for five years by the month, 2 MB for the longest that is allowed.
 *
 * @param next        index of the decision that comes next
 * @param benchmarkId asset id of the benchmark; empty before the first decision
 * @param values      from the first decision's session to the next one's
 * @param decisions   made so far
 */
public record BacktestState(
        int next,
        String benchmarkId,
        AccountState portfolio,
        AccountState benchmark,
        AccountState equalWeight,
        List<DayValue> values,
        List<Decision> decisions) {

    public BacktestState {
        values = List.copyOf(values);
        decisions = List.copyOf(decisions);
    }

    /** Before anything was decided. */
    public static BacktestState start(double capital) {
        AccountState cash = AccountState.of(capital);
        return new BacktestState(0, "", cash, cash, cash, List.of(), List.of());
    }
}
