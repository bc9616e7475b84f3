package io.lumia.recommendation.score;

import io.lumia.market.AssetType;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.Fundamental;
import io.lumia.recommendation.configuration.ScoreRules;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.signals.PricedAssets;
import io.lumia.signals.sentiment.SentimentDay;
import io.lumia.signals.sentiment.SentimentRules;
import io.lumia.signals.sentiment.SentimentSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an asset's score is made of.
 *
 * @param sentiment how it was written about up to the session's close; null where nothing fresh was
 * @param reports   what its company reported and counted
 * @param marketCap NaN where not known
 */
public record AssetFeatures(
        SnapshotAsset asset,
        FeatureValues values,
        @Nullable SentimentDay sentiment,
        List<Fundamental> reports,
        double marketCap) {

    public AssetFeatures {
        reports = List.copyOf(reports);
    }

    /** @param asset with prices */
    public static AssetFeatures of(SnapshotAsset asset, LocalDate session, ScoreRules rules) {
        FeatureValues values = new FeatureValues();
        AssetType type = asset.definition().type();
        PriceFeatures.fill(values, asset.prices(), PricedAssets.sessionsPerYear(type));
        SentimentDay sentiment = sentiment(asset, session).orElse(null);
        if (sentiment != null) {
            double half = rules.sentimentHalfCount();
            values.set(Feature.NEWS_SENTIMENT, sentiment.averageSentiment() * shrunk(sentiment.newsCount(), half));
            values.set(Feature.SOCIAL_SENTIMENT, sentiment.socialSentiment() * shrunk(sentiment.socialCount(), half));
        }
        Fundamentals fundamentals = new Fundamentals(asset, session, rules.staleReportDays());
        List<Fundamental> reports = CompanyFeatures.fill(values, fundamentals);
        return new AssetFeatures(asset, values, sentiment, reports, fundamentals.marketCap());
    }

    private static Optional<SentimentDay> sentiment(SnapshotAsset asset, LocalDate session) {
        if (asset.mentions().isEmpty()) {
            return Optional.empty();
        }
        ExchangeCalendar calendar = ExchangeCalendar.of(asset.definition());
        List<SentimentDay> rows =
                new SentimentSeries(asset.mentions(), calendar, SentimentRules.USUAL).rows(session, session);
        return rows.stream().findFirst();
    }

    /** The part of an average that so many texts are worth. */
    private static double shrunk(int count, double half) {
        return count / (count + half);
    }

    /** 0 to 1, before what is missing takes from it. */
    double sentimentConfidence(double half) {
        if (sentiment == null) {
            return 0;
        }
        int counted = sentiment.newsCount() + sentiment.socialCount();
        return counted == 0 ? 0 : shrunk(counted, half) * counted / (counted + sentiment.abstainedCount());
    }

    /** Whether a period that ended later than a day was reported on. */
    boolean hasReportAfter(LocalDate day) {
        return reports.stream().anyMatch(report -> report.periodEnd().isAfter(day));
    }
}
