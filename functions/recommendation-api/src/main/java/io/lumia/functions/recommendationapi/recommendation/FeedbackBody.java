package io.lumia.functions.recommendationapi.recommendation;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody says of a recommendation. */
@Serdeable
@Schema(name = "FeedbackOrder", description = "What was done with a recommendation, or is said of it.")
record FeedbackBody(
        @Schema(
                description =
                        "rating with a value, comment with a text, followed or ignored for whether it was bought so, clicked for what was opened.",
                allowableValues = {"rating", "comment", "followed", "ignored", "clicked"})
        String kind,

        @Schema(description = "Of a rating, and of nothing else.", minimum = "1", maximum = "5") @Nullable
        Integer value,

        @Schema(description = "At most 1,000 characters; a comment must have one.") @Nullable
        String text) {}
