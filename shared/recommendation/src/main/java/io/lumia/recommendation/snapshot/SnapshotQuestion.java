package io.lumia.recommendation.snapshot;

import io.lumia.kernel.AppException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which snapshot is wanted.
 *
 * @param lookbackSessions sessions of prices, 1 to {@value #MAX_LOOKBACK}
 * @param riskFreeSeries   symbols of series in percent a year, the first that has a value wins
 * @param riskFreeMaxDays  an older value is not counted
 * @param sentimentModel   version of the model whose scores count; null for the one that is active
 */
public record SnapshotQuestion(
        SnapshotTime time,
        int lookbackSessions,
        List<String> riskFreeSeries,
        int riskFreeMaxDays,
        @Nullable String sentimentModel) {

    public static final int MAX_LOOKBACK = 5_000;

    public SnapshotQuestion {
        riskFreeSeries = List.copyOf(riskFreeSeries);
        if (lookbackSessions < 1 || lookbackSessions > MAX_LOOKBACK) {
            throw AppException.invalid("look-back", lookbackSessions, "1 to " + MAX_LOOKBACK);
        }
    }
}
