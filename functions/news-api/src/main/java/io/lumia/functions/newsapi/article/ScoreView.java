package io.lumia.functions.newsapi.article;

import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.ScoredArticles.KeptScore;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How positive a text is, and how sure that is. */
@Serdeable
@Schema(name = "ArticleScore", description = "How positive a text is, and how sure that is.")
record ScoreView(
        @Schema(description = "p(positive) less p(negative), from -1 to 1; null where the text was not scored.")
        @Nullable
        Double score,

        @Schema(description = "A fraction; calibrated.") @Nullable
        Double negative,

        @Schema(description = "A fraction; calibrated.") @Nullable
        Double neutral,

        @Schema(description = "A fraction; calibrated.") @Nullable
        Double positive,

        @Schema(description = "How likely the most likely of the three is right; a fraction.") @Nullable
        Double confidence,

        @Schema(description = "Below the threshold of its kind, or not scored: it enters no aggregate.")
        boolean abstained,

        @Schema(
                description = "Who scored it; the lexicon where the transformer could not answer.",
                allowableValues = {"transformer", "lexicon", "nobody"})
        String scoredBy,

        @Schema(description = "Why it was not scored, such as not_english; empty where it was.")
        String reason,

        Instant scoredAt) {

    static ScoreView of(KeptScore score) {
        @Nullable Probabilities probabilities = score.probabilities();
        return new ScoreView(
                probabilities == null ? null : probabilities.score(),
                probabilities == null ? null : probabilities.negative(),
                probabilities == null ? null : probabilities.neutral(),
                probabilities == null ? null : probabilities.positive(),
                probabilities == null ? null : score.confidence(),
                score.abstained(),
                score.scoredBy(),
                score.reason(),
                score.scoredAt());
    }
}
