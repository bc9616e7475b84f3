/**
 * What makes a probability honest: of a hundred texts called positive with 0.8, eighty should be.
 *
 * <p>{@link io.lumia.sentiment.calibration.Temperature} divides a model's log-probabilities by one number per kind of
 * source. {@link io.lumia.sentiment.calibration.CalibrationFit} finds it, the rule for the lexicon's agreement and the
 * threshold below which the answer is withheld, from labelled texts that the model has not seen. What it found ships as
 * {@code calibration.json} ({@link io.lumia.sentiment.calibration.Calibration}); the texts do not. {@link
 * io.lumia.sentiment.calibration.ReliabilityTable} shows how honest the result is.
 */
@NullMarked
package io.lumia.sentiment.calibration;

import org.jspecify.annotations.NullMarked;
