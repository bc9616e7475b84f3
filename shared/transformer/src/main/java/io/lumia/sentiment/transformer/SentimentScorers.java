package io.lumia.sentiment.transformer;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.sentiment.Lexicon;
import io.lumia.sentiment.SentimentModel;
import io.lumia.sentiment.calibration.Calibration;
import io.lumia.sentiment.calibration.CalibrationFile;
import io.lumia.sentiment.ensemble.SentimentScorer;
import io.lumia.sentiment.vader.Vader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds scorers. */
public final class SentimentScorers {

    /** Of our own VADER: the lexicons of vaderSentiment 3.3.2 and our rules. */
    public static final String VADER_VERSION = "vader-3.3.2";

    private static final Logger LOG = LoggerFactory.getLogger(SentimentScorers.class);

    private SentimentScorers() {}

    public static Lexicon vader() {
        Vader vader = Vader.standard();
        return new Lexicon(VADER_VERSION, text -> vader.score(text).compound());
    }

    /** Of the model and calibration that ship. */
    public static SentimentScorer shipped(TransformerSettings settings) {
        return of(settings, CalibrationFile.shipped());
    }

    /**
     * With the transformer or not at all, for whoever keeps what it says: a model that cannot be loaded fails with
     * INTERNAL, whatever the reason, since nobody is there to read that a score is a fallback. The next call tries again.
     */
    public static SentimentScorer withTransformer(TransformerSettings settings, Calibration calibration) {
        SentimentModel model;
        try {
            model = TransformerModels.shared(settings);
        } catch (AppException e) {
            throw new AppException(
                    ErrorCode.INTERNAL, "no text is scored, the transformer cannot be loaded: " + e.getMessage(), e);
        }
        return SentimentScorer.of(model, vader(), calibration);
    }

    /**
     * For a caller who waits for the answer. Where the model cannot be loaded, a scorer of VADER alone; the log says why,
     * and each of its answers that it is one.
     */
    public static SentimentScorer of(TransformerSettings settings, Calibration calibration) {
        SentimentModel model;
        try {
            model = TransformerModels.shared(settings);
        } catch (AppException e) {
            LOG.error("the transformer cannot be loaded, texts are scored by {} alone", VADER_VERSION, e);
            return SentimentScorer.withoutTransformer(vader(), calibration);
        }
        return SentimentScorer.of(model, vader(), calibration);
    }
}
