package io.lumia.functions.recommendationapi.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lumia.functions.recommendationapi.recommendation.RecommendationBody;
import io.lumia.recommendation.backtest.job.BacktestDraft;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which advice is to be tried on the past. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BacktestOrder", description = "Would that advice have worked? request, from and to must be there.")
record BacktestBody(
        @Schema(description = "As for a recommendation, without as_of and current_holdings: it begins with cash.")
        @Nullable
        RecommendationBody request,

        @Schema(description = "YYYY-MM-DD; the first decision is on this day or after it.") @Nullable
        String from,

        @Schema(description = "YYYY-MM-DD, at most the last session that has closed.") @Nullable
        String to,

        @Schema(
                description = "When to decide anew.",
                allowableValues = {
                    "monthly_first",
                    "monthly_last",
                    "quarterly_first",
                    "quarterly_last",
                    "every_sessions"
                },
                defaultValue = "monthly_last")
        @Nullable
        String rebalancing,

        @Schema(description = "Of every_sessions, and of nothing else: sessions from one decision to the next.")
        @Nullable
        Integer everySessions,

        @Schema(
                description = "At which close a decision is traded: the next session's, or, as nobody could, its own.",
                allowableValues = {"next_close", "same_close"},
                defaultValue = "next_close")
        @Nullable
        String execution,

        @Schema(description = "Of the report's ranges, which are drawn.", defaultValue = "1") @Nullable
        Long seed) {

    BacktestDraft draft() {
        return new BacktestDraft(
                request == null ? null : request.draft(), from, to, rebalancing, everySessions, execution, seed);
    }

    /** As it was asked for. */
    static BacktestBody of(BacktestDraft draft) {
        return new BacktestBody(
                draft.request() == null ? null : RecommendationBody.of(draft.request()),
                draft.from(),
                draft.to(),
                draft.rebalancing(),
                draft.everySessions(),
                draft.execution(),
                draft.seed());
    }
}
