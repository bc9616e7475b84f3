package io.lumia.recommendation.backtest.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backtest on its way.
 *
 * @param actor         who asked for it
 * @param draft         as JSON, as it was asked for
 * @param configuration version of the engine's numbers
 * @param knownAt       when it was asked for; what our books learned later does not count
 * @param progress      part of the decisions that were made, 0 to 1
 * @param startedAt     null before it ran
 * @param finishedAt    null before it ended
 * @param report        as JSON; null unless it succeeded
 * @param failure       why it failed; null unless it did
 */
public record BacktestJob(
        UUID id,
        String actor,
        String draft,
        String configuration,
        Instant knownAt,
        BacktestStatus status,
        double progress,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String report,
        @Nullable String failure) {

    /** Of which nothing was done yet. */
    public static BacktestJob queued(UUID id, String actor, String draft, String configuration, Instant now) {
        return new BacktestJob(id, actor, draft, configuration, now, BacktestStatus.QUEUED, 0, null, null, null, null);
    }
}
