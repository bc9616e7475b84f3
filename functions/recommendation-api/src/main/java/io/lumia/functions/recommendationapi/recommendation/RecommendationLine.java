package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.recommendation.record.ListedRecommendation;
import io.lumia.recommendation.record.RequestDocument;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A recommendation in a list. */
@Serdeable
@Schema(name = "RecommendationLine", description = "A recommendation without its answer: GET it by its id.")
record RecommendationLine(
        @Schema(description = "Of the recommendation.") UUID id,
        @Schema(description = "When it was made.") Instant createdAt,

        @Schema(
                description = "recommended or withheld.",
                allowableValues = {"recommended", "withheld"})
        String outcome,

        RequestDocument request,

        @Schema(description = "SHA-256 over the rows that it was made from and when our books learned them.")
        String snapshotId,

        @Schema(description = "Up to when was looked.") Instant asOf,

        @Schema(description = "Of the prices.") LocalDate session,

        @Schema(description = "Version of the engine's numbers.")
        String configuration,

        @Schema(description = "Which of the configurations on trial was used: a for the first one.")
        String variant,

        @Schema(description = "SHA-256 over the answer's bytes, which a replay compares.")
        String resultHash) {

    static RecommendationLine of(ListedRecommendation listed, RequestDocument request) {
        return new RecommendationLine(
                listed.id(),
                listed.createdAt(),
                listed.outcome().code(),
                request,
                listed.snapshotId(),
                listed.asOf(),
                listed.session(),
                listed.configuration(),
                listed.variant(),
                listed.resultHash());
    }
}
