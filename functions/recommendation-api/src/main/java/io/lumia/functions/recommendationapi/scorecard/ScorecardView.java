package io.lumia.functions.recommendationapi.scorecard;

import io.lumia.recommendation.record.ScorecardLine;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How recommendations of a configuration did after some sessions. */
@Serdeable
@Schema(
        name = "ScorecardLine",
        description =
                "How recommendations of a configuration did; returns are fractions over the sessions, not a year.")
record ScorecardView(
        @Schema(description = "After so many: 5, 20 or 60.") int sessions,

        @Schema(description = "Version of the engine's numbers.")
        String configuration,

        @Schema(description = "Which of the configurations on trial it was: a for the first one.")
        String variant,

        @Schema(description = "How many were graded.") long graded,

        @Schema(description = "How many of them had a benchmark to compare with.")
        long compared,

        @Schema(description = "Of all graded, dividends included, cash earning nothing.")
        double meanPortfolioReturn,

        @Schema(description = "Of the compared ones; null where there are none.") @Nullable
        Double meanBenchmarkReturn,

        @Schema(description = "Portfolio less benchmark, of the compared ones; null where there are none.") @Nullable
        Double meanExcess,

        @Schema(
                description =
                        "The part of the compared ones that did better than their benchmark; null where there are none.")
        @Nullable
        Double hitRate) {

    static ScorecardView of(ScorecardLine line) {
        return new ScorecardView(
                line.sessions(),
                line.configuration(),
                line.variant(),
                line.graded(),
                line.compared(),
                line.meanPortfolioReturn(),
                line.meanBenchmarkReturn(),
                line.meanExcess(),
                line.hitRate());
    }
}
