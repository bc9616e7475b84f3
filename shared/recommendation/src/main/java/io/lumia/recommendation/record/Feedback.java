package io.lumia.recommendation.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a recommendation, or says of it.
 *
 * @param value of a rating, {@value #LEAST_RATING} to {@value #MOST_RATING}; null of other kinds
 * @param text  at most {@value #MAX_TEXT_CHARACTERS} characters; empty where nothing is said
 */
public record Feedback(
        UUID id,
        UUID recommendationId,
        String actor,
        Instant at,
        FeedbackKind kind,
        @Nullable Integer value,
        String text) {

    public static final int LEAST_RATING = 1;
    public static final int MOST_RATING = 5;
    public static final int MAX_TEXT_CHARACTERS = 1_000;
}
