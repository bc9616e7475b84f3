package io.lumia.sentiment.calibration;

import io.lumia.kernel.AppException;

/**
 * What was fitted for one kind of source.
 *
 * @param texts  how many labelled texts it was fitted on
 * @param agreement  what the lexicon's agreement adds to the confidence; nothing for news
 * @param lexicon  what the lexicon's opinion is worth where it has to stand in for the transformer
 * @param threshold  an answer less confident than this is withheld
 */
public record KindCalibration(
        int texts, Temperature temperature, AgreementRule agreement, LexiconTable lexicon, double threshold) {

    public KindCalibration {
        if (!(threshold >= 0.0 && threshold < 1.0)) {
            throw AppException.invalid("threshold", threshold, "0 to below 1");
        }
    }
}
