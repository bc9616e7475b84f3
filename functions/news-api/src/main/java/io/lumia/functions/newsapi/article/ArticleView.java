package io.lumia.functions.newsapi.article;

import io.lumia.news.LinkedArticle;
import io.lumia.sentiment.ScoredArticles.Found;
import io.lumia.sentiment.ScoredArticles.Highlight;
import io.lumia.sentiment.ScoredArticles.KeptScore;
import io.lumia.sentiment.ScoredArticles.ScoredArticle;
import io.lumia.sentiment.ScoredArticles.Span;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An article with the assets that it is about and its scores. */
@Serdeable
@Schema(name = "Article", description = "A story with the assets that it is about and its scores.")
record ArticleView(
        UUID id,

        @Schema(allowableValues = {"news", "social", "filing"})
        String kind,

        @Schema(allowableValues = {"news", "analysis", "earnings", "announcement", "filing", "social"})
        String articleType,

        @Schema(description = "Who wrote it, as the source says.")
        String publisher,

        @Schema(description = "The adapter that brought it.")
        String provider,

        String title,
        String body,

        @Schema(description = "As received; null where the source gave none.") @Nullable
        String url,

        @Schema(description = "ISO 639-1; und where it could not be told.")
        String language,

        @Schema(description = "As the source says; the beginning of the day where only the day is known.")
        Instant publishedAt,

        @Schema(
                description = "Whether the publisher names the instant or only the day, or somebody saw it then.",
                allowableValues = {"instant", "day", "seen"})
        String publishedPrecision,

        @Schema(description = "From when a calculation may count it.")
        Instant usableFrom,

        @Schema(description = "When we collected it: nobody here knew of it before.")
        Instant collectedAt,

        @Schema(description = "Of the scores; null while it waits for them.") @Nullable
        String modelVersion,

        @Schema(description = "Of the whole text; null while it waits.") @Nullable
        ScoreView score,

        @Schema(description = "Most relevant first.") List<LinkView> links,

        @Schema(
                description =
                        "How well it fits the words asked for, to be compared within an answer; null without words.")
        @Nullable
        Double rank,

        @Schema(description = "Where the words asked for stand.")
        List<HighlightView> highlights) {

    /** A text with the words asked for. */
    @Serdeable
    @Schema(name = "ArticleHighlight", description = "The title, or a passage of the body, with the words asked for.")
    record HighlightView(
            @Schema(allowableValues = {"title", "body"}) String field, String text, List<SpanView> spans) {

        static HighlightView of(Highlight highlight) {
            return new HighlightView(
                    highlight.field(),
                    highlight.text(),
                    highlight.spans().stream().map(SpanView::of).toList());
        }
    }

    /** In UTF-16 units. */
    @Serdeable
    @Schema(name = "HighlightSpan", description = "UTF-16 units from start, the end excluded.")
    record SpanView(int start, int end) {

        static SpanView of(Span span) {
            return new SpanView(span.start(), span.end());
        }
    }

    static ArticleView of(ScoredArticle article) {
        return of(article, null, List.of());
    }

    /** @param ranked whether words were asked for */
    static ArticleView of(Found found, boolean ranked) {
        return of(
                found.article(),
                ranked ? found.rank() : null,
                found.highlights().stream().map(HighlightView::of).toList());
    }

    private static ArticleView of(ScoredArticle scored, @Nullable Double rank, List<HighlightView> highlights) {
        LinkedArticle article = scored.article();
        @Nullable KeptScore whole = scored.whole();
        return new ArticleView(
                article.key().id(),
                article.kind().code(),
                article.type().code(),
                article.publisher(),
                article.provider(),
                article.title(),
                article.body(),
                article.url().isEmpty() ? null : article.url(),
                article.language(),
                article.published().at(),
                article.published().precision().code(),
                article.usableFrom(),
                article.collectedAt(),
                scored.modelVersion().isEmpty() ? null : scored.modelVersion(),
                whole == null ? null : ScoreView.of(whole),
                article.links().stream().map(link -> LinkView.of(link, scored)).toList(),
                rank,
                highlights);
    }
}
