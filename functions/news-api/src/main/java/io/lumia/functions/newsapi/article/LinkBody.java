package io.lumia.functions.newsapi.article;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person says of an article. */
@Serdeable
@Schema(name = "ArticleLinkOrder", description = "How much an article is about an asset.")
record LinkBody(
        @Schema(description = "UUID or symbol of the asset.")
        String asset,

        @Schema(
                description = "From 0, not about it, to 1, about nothing else. Default: 1.",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double relevance,

        @Schema(description = "Why; at most 1,000 characters.") @Nullable
        String note) {}
