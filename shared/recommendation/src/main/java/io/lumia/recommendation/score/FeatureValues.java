package io.lumia.recommendation.score;

import java.util.Arrays;

/** One asset's value of each {@link Feature}; NaN where not known. */
public final class FeatureValues {

    private final double[] values = new double[Feature.values().length];

    FeatureValues() {
        Arrays.fill(values, Double.NaN);
    }

    public double get(Feature feature) {
        return values[feature.ordinal()];
    }

    public boolean knows(Feature feature) {
        return !Double.isNaN(get(feature));
    }

    /** What is no finite number, such as a ratio to zero, is not known. */
    void set(Feature feature, double value) {
        values[feature.ordinal()] = Double.isFinite(value) ? value : Double.NaN;
    }
}
