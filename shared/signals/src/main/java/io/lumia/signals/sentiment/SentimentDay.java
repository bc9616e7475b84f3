package io.lumia.signals.sentiment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How an asset was written about up to the close of a session. NaN where nothing was measured, never zero for that.
 *
 * @param date            exchange-local
 * @param averageSentiment mean score of fresh news and filings, weighted by confidence, relevance, credibility and age; −1 to 1
 * @param dispersion      weighted standard deviation of these scores around it; 0 for a single text
 * @param newsCount       news and filings in it
 * @param socialSentiment the same mean of posts
 * @param socialCount     posts in it
 * @param abstainedCount  fresh texts of both kinds whose score could not be relied on
 * @param momentum        mean of the short window less that of the long one, news and filings, without age
 * @param surprise        average less the mean of the asset's own averages of a year before, in their standard deviations
 */
public record SentimentDay(
        LocalDate date,
        double averageSentiment,
        double dispersion,
        int newsCount,
        double socialSentiment,
        int socialCount,
        int abstainedCount,
        double momentum,
        double surprise) {

    /**
     * One text's part in a day's average.
     *
     * @param share of the weight of all texts of its kind, a fraction; 0 where it abstained
     */
    public record Contribution(UUID articleId, boolean social, double score, double share) {}
}
