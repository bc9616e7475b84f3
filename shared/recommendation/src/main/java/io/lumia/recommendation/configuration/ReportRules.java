package io.lumia.recommendation.configuration;

import io.lumia.quant.risk.StressWindow;
import java.util.List;

/**
 * What an answer says beyond the weights.
 *
 * @param confidence      of value at risk: 0.95
 * @param marketShock     a fall of the benchmark that is assumed, below zero
 * @param worstSessions   the worst stretch of so many sessions in the look-back is shown
 * @param stressWindows   past windows, shown where the look-back covers them
 * @param paths           of the projection
 * @param blockSessions   mean length of the stretches of past returns that a path is made of
 * @param counterfactuals of the largest so many positions the answer says what would remove them
 * @param cashWarning     cash left over above this part of the capital is warned of
 */
public record ReportRules(
        double confidence,
        double marketShock,
        int worstSessions,
        List<StressWindow> stressWindows,
        int paths,
        int blockSessions,
        int counterfactuals,
        double cashWarning) {

    public ReportRules {
        stressWindows = List.copyOf(stressWindows);
    }
}
