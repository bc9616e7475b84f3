package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.recommendation.record.Feedback;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody did with a recommendation, or says of it. */
@Serdeable
@Schema(name = "RecommendationFeedback", description = "What somebody did with a recommendation, or says of it.")
record FeedbackView(
        @Schema(description = "Of the feedback.") UUID id,

        @Schema(
                description = "What was done or said.",
                allowableValues = {"rating", "comment", "followed", "ignored", "clicked"})
        String kind,

        @Schema(description = "Of a rating: from 1, useless, to 5.") @Nullable
        Integer value,

        @Schema(description = "Empty where nothing is said.")
        String text,

        @Schema(description = "Who said so.") String actor,
        @Schema(description = "When.") Instant at) {

    static FeedbackView of(Feedback feedback) {
        return new FeedbackView(
                feedback.id(),
                feedback.kind().code(),
                feedback.value(),
                feedback.text(),
                feedback.actor(),
                feedback.at());
    }
}
