package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.recommendation.advice.Advice;
import io.lumia.recommendation.advice.Basis;
import io.lumia.recommendation.advice.PortfolioSummary;
import io.lumia.recommendation.advice.Position;
import io.lumia.recommendation.advice.Projection;
import io.lumia.recommendation.advice.Recommended;
import io.lumia.recommendation.advice.Recommended.NextInLine;
import io.lumia.recommendation.advice.Recommended.Sale;
import io.lumia.recommendation.advice.Withheld;
import io.lumia.recommendation.record.Feedback;
import io.lumia.recommendation.record.Grade;
import io.lumia.recommendation.record.RequestDocument;
import io.lumia.recommendation.record.StoredRecommendation;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recommendation with its reasons, or why there is none. */
@Serdeable
@Schema(
        name = "Recommendation",
        description = "What to hold and why, or why nothing is recommended. Not investment advice.")
record RecommendationView(
        @Schema(description = "Of this recommendation, for GET /recommendations/{id}, its replay and feedback.")
        UUID id,

        @Schema(
                description = "withheld: reasons says why, and there are no positions.",
                allowableValues = {"recommended", "withheld"})
        String outcome,

        @Schema(description = "When it was made.") Instant createdAt,

        @Schema(description = "The question in full, defaults included.")
        RequestDocument request,

        @Schema(description = "Which of the configurations on trial was used: a for the first one.")
        String variant,

        @Schema(
                description =
                        "SHA-256 over the answer, without the instants at which it was asked: a replay has the same.")
        String resultHash,

        @Schema(description = "What the answer was made from: snapshot, session, versions, seed, universe.")
        Basis basis,

        @Schema(description = "Largest first. Weights and returns are fractions, returns and volatilities a year.")
        List<Position> positions,

        @Schema(description = "The portfolio as a whole, cash included; null where nothing is recommended.") @Nullable
        PortfolioSummary summary,

        @Schema(description = "What the capital could become, as a distribution; null where nothing is recommended.")
        @Nullable
        Projection projection,

        @Schema(description = "Assets that would come in next.")
        List<NextInLine> nextInLine,

        @Schema(description = "Present holdings that are not part of it.")
        List<Sale> sales,

        @Schema(description = "Why nothing is recommended, and what would change that; empty where something is.")
        List<ReasonView> reasons,

        @Schema(description = "What a reader must know before believing it.")
        List<String> warnings,

        @Schema(description = "In plain words, made from the numbers.")
        List<String> explanation,

        @Schema(description = "Said with every answer.") String disclaimer,

        @Schema(description = "What became of it after 5, 20 and 60 sessions, as far as they are over.")
        List<GradeView> grades,

        @Schema(description = "What was said of it, oldest first.")
        List<FeedbackView> feedback) {

    /** As it was just made: nobody has said anything of it yet. */
    static RecommendationView of(StoredRecommendation stored, RequestDocument request, Advice advice) {
        return of(stored, request, advice, List.of(), List.of());
    }

    static RecommendationView of(
            StoredRecommendation stored,
            RequestDocument request,
            Advice advice,
            List<Grade> grades,
            List<Feedback> feedback) {
        List<GradeView> gradeViews = grades.stream().map(GradeView::of).toList();
        List<FeedbackView> feedbackViews =
                feedback.stream().map(FeedbackView::of).toList();
        return switch (advice) {
            case Recommended made ->
                new RecommendationView(
                        stored.id(),
                        stored.outcome().code(),
                        stored.createdAt(),
                        request,
                        stored.variant(),
                        stored.resultHash(),
                        made.basis(),
                        made.positions(),
                        made.summary(),
                        made.projection(),
                        made.nextInLine(),
                        made.sales(),
                        List.of(),
                        made.warnings(),
                        made.explanation(),
                        made.disclaimer(),
                        gradeViews,
                        feedbackViews);
            case Withheld withheld ->
                new RecommendationView(
                        stored.id(),
                        stored.outcome().code(),
                        stored.createdAt(),
                        request,
                        stored.variant(),
                        stored.resultHash(),
                        withheld.basis(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        withheld.reasons().stream().map(ReasonView::of).toList(),
                        List.of(),
                        List.of(),
                        withheld.disclaimer(),
                        gradeViews,
                        feedbackViews);
        };
    }
}
