package io.lumia.functions.recommendationapi.backtest;

import io.lumia.platform.json.JsonCodec;
import io.lumia.recommendation.backtest.BacktestReport;
import io.lumia.recommendation.backtest.job.BacktestDraft;
import io.lumia.recommendation.backtest.job.BacktestJob;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A backtest on its way, or what came of it. */
@Serdeable
@Schema(name = "Backtest", description = "A backtest on its way, or what came of it. Not investment advice.")
record BacktestView(
        @Schema(description = "Of the job.") UUID id,

        @Schema(description = "As it was asked for; what was left out is not there, and its default counts.")
        BacktestBody order,

        @Schema(
                description = "Where the job is.",
                allowableValues = {"queued", "running", "succeeded", "failed"})
        String status,

        @Schema(description = "Part of the decisions that were made, 0 to 1.")
        double progress,

        @Schema(description = "Version of the engine's numbers.")
        String configuration,

        @Schema(description = "When it was asked for; what our books learned later does not count.")
        Instant knownAt,

        @Schema(description = "Null before it ran.") @Nullable
        Instant startedAt,

        @Schema(description = "Null before it ended.") @Nullable
        Instant finishedAt,

        @Schema(description = "Why it failed; null unless it did.") @Nullable
        String failure,

        @Schema(description = "Null unless it succeeded, and in lists.") @Nullable
        BacktestReport report) {

    static BacktestView of(BacktestJob job, JsonCodec json) {
        String report = job.report();
        return new BacktestView(
                job.id(),
                BacktestBody.of(json.read(job.draft(), BacktestDraft.class)),
                job.status().code(),
                job.progress(),
                job.configuration(),
                job.knownAt(),
                job.startedAt(),
                job.finishedAt(),
                job.failure(),
                report == null ? null : json.read(report, BacktestReport.class));
    }
}
