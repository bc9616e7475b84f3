package io.lumia.sentiment;

import io.lumia.kernel.AppException;
import java.util.Locale;

/**
 * How positive a text is, and how sure that is.
 *
 * @param probabilities  calibrated: of a hundred texts called positive with 0.8, about eighty are
 * @param confidence  how likely the most likely polarity is right, a fraction
 * @param abstained  true where the confidence is below the threshold of its kind: then the score enters no aggregate
 * @param scoredBy  the transformer, or the lexicon where the transformer could not answer
 * @param modelVersion  the model and its calibration, {@code fin-sentiment-1.0+c1}; scores of two versions are never mixed
 * @param tokens  how many tokens the transformer read; 0 where the lexicon scored
 * @param cut  whether the text goes on after what was read
 */
public record Sentiment(
        Probabilities probabilities,
        double confidence,
        boolean abstained,
        ScoredBy scoredBy,
        String modelVersion,
        int tokens,
        boolean cut)
        implements Scoring {

    /** Who gave the probabilities. */
    public enum ScoredBy {
        TRANSFORMER,
        /** The fallback: less accurate, and less confident by its own calibration. */
        LEXICON;

        /** As rows and answers write it: {@code transformer}, {@code lexicon}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Sentiment {
        if (!(confidence >= 0.0 && confidence <= 1.0)) {
            throw AppException.invalid("confidence", confidence, "0 to 1");
        }
        if (modelVersion.isBlank()) {
            throw AppException.invalid("model version", modelVersion, "the model and calibration that scored");
        }
        if (tokens < 0) {
            throw AppException.invalid("tokens", tokens, "0 or more");
        }
    }

    /** p(positive) − p(negative), from −1 to 1. */
    public double score() {
        return probabilities.score();
    }

    public Polarity polarity() {
        return probabilities.top();
    }
}
