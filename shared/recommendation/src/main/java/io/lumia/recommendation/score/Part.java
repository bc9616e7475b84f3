package io.lumia.recommendation.score;

import java.util.Locale;

/** One of the three parts of an asset's score. */
public enum Part {
    /** How its price went. */
    TECHNICAL,
    /** How it was written about. */
    SENTIMENT,
    /** What its company reported. */
    FUNDAMENTAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
