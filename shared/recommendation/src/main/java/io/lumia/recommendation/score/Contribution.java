package io.lumia.recommendation.score;

/**
 * What one feature adds to an asset's overall score.
 *
 * @param value        the feature's own, in its unit
 * @param percentile   of the asset among the universe and its sector, 0 (worst) to 1 (best)
 * @param weight       of the feature in this asset's score; those of an asset sum to one
 * @param contribution weight × percentile
 */
public record Contribution(Feature feature, double value, double percentile, double weight, double contribution) {}
