package io.lumia.functions.newsapi.sentiment;

import io.lumia.signals.sentiment.SentimentDay.Contribution;
import io.lumia.web.asset.AssetInfo;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an asset was written about. */
@Serdeable
@Schema(name = "AssetSentiment", description = "How an asset was written about, session by session.")
record SentimentView(
        AssetInfo assetInfo,

        @Schema(description = "Of the scores behind the points; null where nothing was scored yet.") @Nullable
        String modelVersion,

        @Schema(description = "Oldest first.") List<SentimentPoint> points,

        @Schema(description = "The session whose articles are listed: the last one shown; null where there is none.")
        @Nullable
        LocalDate articlesOf,

        @Schema(description = "The articles that make that session's point, heaviest first, at most 50.")
        List<ContributionView> articles) {

    /** An article's part in a point. */
    @Serdeable
    @Schema(
            name = "SentimentContribution",
            description = "An article's part in a point: GET /api/v1/news/{id} has the rest.")
    record ContributionView(
            UUID articleId,

            @Schema(allowableValues = {"news", "social"}) String kind,

            @Schema(description = "From -1 to 1; 0 with a share of 0 where it abstained.")
            double score,

            @Schema(
                    description =
                            "Of the weight of all articles of its kind; a fraction. score times share sums to the mean.")
            double share) {

        static ContributionView of(Contribution contribution) {
            return new ContributionView(
                    contribution.articleId(),
                    contribution.social() ? "social" : "news",
                    contribution.score(),
                    contribution.share());
        }
    }
}
