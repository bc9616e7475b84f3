package io.lumia.signals.sentiment;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The numbers of a {@link SentimentDay} under the names that tables and answers have for them. */
public enum SentimentColumn {
    AVG_SENTIMENT(
            SentimentDay::averageSentiment,
            "Mean score of news and filings of the last two sessions, weighted by confidence, relevance, credibility and age; -1 to 1"),
    SENTIMENT_DISPERSION(SentimentDay::dispersion, "Weighted standard deviation of these scores; 0 to 1"),
    NEWS_COUNT(SentimentDay::newsCount, "News and filings in avg_sentiment; a number"),
    SOCIAL_SENTIMENT(SentimentDay::socialSentiment, "The same mean of posts; -1 to 1"),
    SOCIAL_COUNT(SentimentDay::socialCount, "Posts in social_sentiment; a number"),
    SENTIMENT_MOMENTUM(
            SentimentDay::momentum, "Mean of 5 sessions less mean of 20, news and filings, without age; -2 to 2"),
    SENTIMENT_SURPRISE(
            SentimentDay::surprise,
            "avg_sentiment less its mean of the 365 days before, at least 20 rows; in standard deviations");

    private final ToDoubleFunction<SentimentDay> value;
    private final String definition;

    SentimentColumn(ToDoubleFunction<SentimentDay> value, String definition) {
        this.value = value;
        this.definition = definition;
    }

    public String columnName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In a phrase, with its unit. */
    public String definition() {
        return definition;
    }

    /** NaN where it was not measured. */
    public double of(SentimentDay day) {
        return value.applyAsDouble(day);
    }
}
