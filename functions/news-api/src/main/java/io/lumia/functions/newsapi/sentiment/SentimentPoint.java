package io.lumia.functions.newsapi.sentiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.lumia.signals.sentiment.SentimentDay;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How an asset was written about up to a close. */
@Serdeable
@Schema(
        name = "SentimentPoint",
        description =
                "How an asset was written about up to the close of a session. Null where nothing was measured, which is not neutral; a session without a fresh text has no point.")
record SentimentPoint(
        @Schema(description = "Exchange-local trading date.")
        LocalDate date,

        @Schema(
                description =
                        "Mean score of news and filings of the last two sessions, weighted by confidence, relevance, credibility of the source and age; from -1 to 1.")
        @JsonProperty("avg_sentiment")
        @Nullable
        Double averageSentiment,

        @Schema(description = "Weighted standard deviation of these scores.") @Nullable
        Double dispersion,

        @Schema(description = "News and filings in it.") int newsCount,

        @Schema(description = "The same mean of posts; from -1 to 1.") @Nullable
        Double socialSentiment,

        @Schema(description = "Posts in it.") int socialCount,

        @Schema(description = "Fresh texts whose score could not be relied on; they are in no mean.")
        int abstainedCount,

        @Schema(description = "Mean of 5 sessions less mean of 20; news and filings, without age.") @Nullable
        Double sentimentMomentum,

        @Schema(
                description =
                        "avg_sentiment less its mean of the 365 days before, in standard deviations; null where fewer than 20 sessions were measured.")
        @Nullable
        Double sentimentSurprise) {

    static SentimentPoint of(SentimentDay day) {
        return new SentimentPoint(
                day.date(),
                orNull(day.averageSentiment()),
                orNull(day.dispersion()),
                day.newsCount(),
                orNull(day.socialSentiment()),
                day.socialCount(),
                day.abstainedCount(),
                orNull(day.momentum()),
                orNull(day.surprise()));
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
