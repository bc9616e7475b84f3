package io.lumia.recommendation.portfolio;

import io.lumia.recommendation.score.AssetFeatures;
import io.lumia.recommendation.score.AssetScore;
import io.lumia.recommendation.snapshot.SnapshotAsset;

/**
 * An asset that may be held.
 *
 * @param deviations its score, in standard deviations from the universe's mean, cut as configured
 * @param spread     standard deviation of the universe's scores
 * @param held       present weight of the capital, 0 where it is not held
 */
public record Candidate(AssetFeatures features, AssetScore score, double deviations, double spread, double held) {

    public SnapshotAsset asset() {
        return features.asset();
    }

    public String symbol() {
        return asset().symbol();
    }

    public double price() {
        return asset().prices().lastClose();
    }
}
