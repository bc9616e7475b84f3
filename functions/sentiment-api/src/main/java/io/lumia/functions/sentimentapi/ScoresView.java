package io.lumia.functions.sentimentapi;

import io.lumia.sentiment.NotScored;
import io.lumia.sentiment.Scoring;
import io.lumia.sentiment.Sentiment;
import io.lumia.sentiment.entity.EntityScores;
import io.lumia.sentiment.entity.EntitySentiment;
import io.lumia.sentiment.entity.Span;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores of texts, in their order. */
@Serdeable
@Schema(name = "Scores", description = "Scores of texts, in their order.")
record ScoresView(
        @Schema(description = "The version of model and calibration that regular answers have.")
        String modelVersion,

        List<TextView> results) {

    /** One text. */
    @Serdeable
    @Schema(name = "ScoredText", description = "What a text says, as a whole and of each name that is in it.")
    record TextView(
            @Schema(description = "As the caller says, else as its words say.")
            String language,

            ScoreView score,
            List<EntityView> entities) {

        static TextView of(String language, EntityScores scores) {
            return new TextView(
                    language,
                    ScoreView.of(scores.document()),
                    scores.entities().stream().map(EntityView::of).toList());
        }
    }

    /** One name in a text. */
    @Serdeable
    @Schema(
            name = "ScoredEntity",
            description = "What a text says of a name: the clauses around it, weighed with the whole.")
    record EntityView(
            String entity,

            @Schema(
                    description = "Whether clauses were looked at, or all of them are about it.",
                    allowableValues = {"clause", "document"})
            String scope,

            @Schema(description = "The clauses that name it, UTF-16 units.")
            List<SpanView> evidence,

            ScoreView score) {

        static EntityView of(EntitySentiment entity) {
            return new EntityView(
                    entity.entity(),
                    entity.scope().word(),
                    entity.evidence().stream().map(SpanView::of).toList(),
                    ScoreView.of(entity.scoring()));
        }
    }

    /** In UTF-16 units. */
    @Serdeable
    @Schema(name = "ClauseSpan", description = "UTF-16 units from start, the end excluded.")
    record SpanView(int start, int end) {

        static SpanView of(Span span) {
            return new SpanView(span.start(), span.end());
        }
    }

    /** A score, or why there is none. */
    @Serdeable
    @Schema(name = "TextScore", description = "How positive a text is, and how sure that is.")
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

            @Schema(description = "Below the threshold of its kind, or not scored: do not rely on it.")
            boolean abstained,

            @Schema(
                    description = "Who scored it; the lexicon where the transformer could not answer.",
                    allowableValues = {"transformer", "lexicon", "nobody"})
            String scoredBy,

            @Schema(description = "The version behind this score; null where there is none.") @Nullable
            String modelVersion,

            @Schema(description = "Why it was not scored: blank, not_english; empty where it was.")
            String reason,

            @Schema(description = "Word pieces that the transformer read.")
            int tokens,

            @Schema(description = "Whether the text goes on after what was read.")
            boolean cut) {

        static ScoreView of(Scoring scoring) {
            return switch (scoring) {
                case Sentiment sentiment ->
                    new ScoreView(
                            sentiment.score(),
                            sentiment.probabilities().negative(),
                            sentiment.probabilities().neutral(),
                            sentiment.probabilities().positive(),
                            sentiment.confidence(),
                            sentiment.abstained(),
                            sentiment.scoredBy().word(),
                            sentiment.modelVersion(),
                            "",
                            sentiment.tokens(),
                            sentiment.cut());
                case NotScored(NotScored.Reason reason) ->
                    new ScoreView(
                            null, null, null, null, null, true, NotScored.SCORED_BY, null, reason.word(), 0, false);
            };
        }
    }
}
