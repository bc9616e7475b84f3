package io.lumia.functions.newsapi.article;

import io.lumia.news.LinkedArticle.AssetLink;
import io.lumia.news.link.Evidence;
import io.lumia.sentiment.ScoredArticles.AssetScore;
import io.lumia.sentiment.ScoredArticles.ScoredArticle;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An asset that an article is about. */
@Serdeable
@Schema(name = "ArticleLink", description = "An asset that an article is about, and why we believe so.")
record LinkView(
        UUID assetId,
        String symbol,
        String name,

        @Schema(description = "How much the article is about it, from 0 to 1.")
        double relevance,

        @Schema(allowableValues = {"symbol_match", "name_match", "alias", "provider", "manual"})
        String method,

        @Schema(description = "The words that speak of it; empty where only the source or a person says so.")
        List<EvidenceView> evidence,

        @Schema(
                description =
                        "Of what the article says about this asset; null where its words do not name it, or it waits.")
        @Nullable
        ScoreView score,

        Instant linkedAt,

        @Schema(description = "linker, provider, or who said so by hand.")
        String linkedBy) {

    /** A stretch of the text. */
    @Serdeable
    @Schema(name = "EvidenceSpan", description = "A stretch of the text: UTF-16 units from start, the end excluded.")
    record EvidenceView(
            @Schema(allowableValues = {"title", "body"}) String field, int start, int end, String text) {

        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(evidence.field().code(), evidence.start(), evidence.end(), evidence.text());
        }
    }

    static LinkView of(AssetLink link, ScoredArticle article) {
        return new LinkView(
                link.assetId().value(),
                link.symbol(),
                link.name(),
                link.link().relevance(),
                link.link().method().code(),
                link.link().evidence().stream().map(EvidenceView::of).toList(),
                article.byAsset().stream()
                        .filter(score -> score.assetKey() == link.assetKey())
                        .map(AssetScore::score)
                        .map(ScoreView::of)
                        .findFirst()
                        .orElse(null),
                link.linkedAt(),
                link.linkedBy());
    }
}
