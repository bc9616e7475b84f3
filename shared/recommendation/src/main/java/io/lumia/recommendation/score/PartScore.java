package io.lumia.recommendation.score;

/**
 * @param score      0 to 1; NaN where nothing of it is known
 * @param confidence 0 to 1; 0 where nothing of it is known
 * @param weight     that the configuration gives it
 */
public record PartScore(double score, double confidence, double weight) {

    public boolean isKnown() {
        return !Double.isNaN(score);
    }
}
