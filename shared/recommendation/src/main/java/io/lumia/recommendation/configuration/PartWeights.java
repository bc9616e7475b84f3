package io.lumia.recommendation.configuration;

import io.lumia.kernel.AppException;

/** How much each part of a score counts; fractions that sum to one. */
public record PartWeights(double technical, double sentiment, double fundamental) {

    private static final double TOLERANCE = 1e-12;

    public PartWeights {
        if (Math.abs(technical + sentiment + fundamental - 1) > TOLERANCE) {
            throw AppException.invalid("sum of the parts' weights", technical + sentiment + fundamental, "1");
        }
    }
}
