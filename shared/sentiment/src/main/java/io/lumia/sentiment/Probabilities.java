package io.lumia.sentiment;

import io.lumia.kernel.AppException;

/**
 * How likely a text is negative, neutral or positive. Each is a fraction, 0.05 for 5 %, and they add up to one.
 *
 * <p>Of two equally likely polarities the one that says less wins: neutral, else negative.
 */
public record Probabilities(double negative, double neutral, double positive) {

    private static final double SUM_TOLERANCE = 1e-6;

    public Probabilities {
        requireFraction("negative", negative);
        requireFraction("neutral", neutral);
        requireFraction("positive", positive);
        double sum = negative + neutral + positive;
        if (Math.abs(sum - 1.0) > SUM_TOLERANCE) {
            throw AppException.invalid("probabilities", sum, "a sum of 1 within 1e-6");
        }
    }

    /**
     * From three weights that are not negative, divided by their sum: a model that computes in {@code float} misses a
     * sum of one by more than we allow.
     */
    public static Probabilities ofWeights(double negative, double neutral, double positive) {
        double sum = negative + neutral + positive;
        if (!(sum > 0.0) || Double.isInfinite(sum)) {
            throw AppException.invalid("probabilities", sum, "a positive, finite sum of weights");
        }
        return new Probabilities(negative / sum, neutral / sum, positive / sum);
    }

    /** p(positive) − p(negative), from −1 to 1. */
    public double score() {
        return positive - negative;
    }

    public double of(Polarity polarity) {
        return switch (polarity) {
            case NEGATIVE -> negative;
            case NEUTRAL -> neutral;
            case POSITIVE -> positive;
        };
    }

    /** The most likely polarity. */
    public Polarity top() {
        if (neutral >= negative && neutral >= positive) {
            return Polarity.NEUTRAL;
        }
        return positive > negative ? Polarity.POSITIVE : Polarity.NEGATIVE;
    }

    /** How likely the most likely polarity is, from 1/3 to 1. */
    public double topProbability() {
        return of(top());
    }

    private static void requireFraction(String name, double value) {
        if (!(value >= 0.0 && value <= 1.0)) {
            throw AppException.invalid("p(" + name + ")", value, "0 to 1");
        }
    }
}
