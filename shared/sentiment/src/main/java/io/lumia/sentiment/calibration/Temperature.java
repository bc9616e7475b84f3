package io.lumia.sentiment.calibration;

import io.lumia.kernel.AppException;
import io.lumia.sentiment.Probabilities;

/**
 * Temperature scaling (Guo, Pleiss, Sun, Weinberger: On Calibration of Modern Neural Networks, ICML 2017): the model's
 * logits divided by one number before the softmax. Below 1 it makes a timid model surer, above 1 an arrogant one less so;
 * the most likely polarity stays the most likely. The logarithm of a probability differs from its logit by a constant
 * that the softmax takes out again, so probabilities are all it needs.
 */
public record Temperature(double value) {

    /** What a fit looks at; a model that needs more than this has other troubles. */
    static final double MIN = 0.1;

    static final double MAX = 10.0;

    /** A probability of 0 stands for one that {@code float} could not hold. */
    private static final double SMALLEST_PROBABILITY = 1e-12;

    public Temperature {
        if (!(value >= MIN && value <= MAX)) {
            throw AppException.invalid("temperature", value, MIN + " to " + MAX);
        }
    }

    public Probabilities apply(Probabilities raw) {
        double largest = raw.topProbability();
        return Probabilities.ofWeights(
                weight(raw.negative(), largest), weight(raw.neutral(), largest), weight(raw.positive(), largest));
    }

    /** Relative to the largest, so that one weight is 1 and none overflows. */
    private double weight(double probability, double largest) {
        return Math.pow(Math.max(probability, SMALLEST_PROBABILITY) / largest, 1.0 / value);
    }
}
