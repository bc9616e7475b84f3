package io.lumia.recommendation.backtest;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was decided at a session's close and what came of it.
 *
 * @param traded     session of the trades; the decision's own where nothing was recommended
 * @param snapshotId of what the engine saw
 * @param riskFree   a year, as the snapshot has it
 * @param eligible   assets that could be recommended
 * @param withheld   why nothing was recommended, codes of {@code Withheld.Code} in lower case; empty where something was
 * @param targets    shares by asset id, as they were on the day of the decision; empty where nothing was recommended
 * @param value      of the portfolio before the trades
 * @param bought     amount
 * @param sold       amount
 * @param cost       of the trades
 * @param unfilled   assets that should have been traded and had no price on the day
 * @param scaledDown whether the money did not suffice for all that was to be bought, prices having risen or costs been paid
 * @param settled    ids of assets that were held, died before the next decision and became cash
 */
public record Decision(
        LocalDate session,
        LocalDate traded,
        String snapshotId,
        double riskFree,
        int eligible,
        List<String> withheld,
        Map<String, Double> targets,
        double value,
        double bought,
        double sold,
        double cost,
        int unfilled,
        boolean scaledDown,
        List<String> settled) {

    public Decision {
        withheld = List.copyOf(withheld);
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        settled = List.copyOf(settled);
    }

    public boolean isWithheld() {
        return !withheld.isEmpty();
    }

    /** Half of what was bought and sold, as part of the value: 0.5 where cash was wholly invested, 1 where all was exchanged. */
    public double turnover() {
        return (bought + sold) / 2 / value;
    }
}
