package io.lumia.sentiment.calibration;

import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Probabilities;

/**
 * What texts really were of which the lexicon said negative, neutral, positive: shares among labelled texts, one added to
 * each count so that nothing is impossible (Laplace).
 */
public record LexiconTable(Probabilities negative, Probabilities neutral, Probabilities positive) {

    public Probabilities of(Polarity lexicon) {
        return switch (lexicon) {
            case NEGATIVE -> negative;
            case NEUTRAL -> neutral;
            case POSITIVE -> positive;
        };
    }
}
