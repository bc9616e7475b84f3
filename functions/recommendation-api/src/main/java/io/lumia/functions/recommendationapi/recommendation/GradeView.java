package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.recommendation.record.Grade;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a recommendation. */
@Serdeable
@Schema(
        name = "RecommendationGrade",
        description = "What became of a recommendation; returns are fractions with dividends, cash earns nothing.")
record GradeView(
        @Schema(description = "After so many: 5, 20 or 60.") int sessions,

        @Schema(description = "Whose closes were counted.") LocalDate session,

        @Schema(description = "When it was graded.") Instant gradedAt,

        @Schema(description = "What the recommended shares and cash earned, dividends included, a fraction.")
        double portfolioReturn,

        @Schema(description = "Null where the benchmark has no prices on both days.") @Nullable
        Double benchmarkReturn,

        @Schema(description = "Portfolio less benchmark; null without one.") @Nullable
        Double excess,

        @Schema(description = "Whether the portfolio did better; null without a benchmark.") @Nullable
        Boolean hit,

        @Schema(description = "What a reader must know, such as an asset that stopped trading.")
        List<String> notes) {

    static GradeView of(Grade grade) {
        return new GradeView(
                grade.sessions(),
                grade.session(),
                grade.gradedAt(),
                grade.portfolioReturn(),
                grade.benchmarkReturn(),
                grade.excess(),
                grade.hit(),
                grade.notes());
    }
}
