package io.lumia.sentiment.ensemble;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.sentiment.Lexicon;
import io.lumia.sentiment.ModelReading;
import io.lumia.sentiment.NotScored;
import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.Scoring;
import io.lumia.sentiment.Sentiment;
import io.lumia.sentiment.SentimentModel;
import io.lumia.sentiment.TextKind;
import io.lumia.sentiment.calibration.Agreement;
import io.lumia.sentiment.calibration.Calibration;
import io.lumia.sentiment.calibration.KindCalibration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores texts. News: the transformer, calibrated. Social: the same, its confidence moved by VADER's agreement, which
 * leaves the score alone. Where the transformer cannot answer, VADER does, and the result says so: another model version,
 * no tokens, and a confidence that is what VADER's opinion turned out to be worth.
 */
public final class SentimentScorer {

    private static final Logger LOG = LoggerFactory.getLogger(SentimentScorer.class);

    private final Optional<SentimentModel> model;
    private final Lexicon lexicon;
    private final Calibration calibration;

    private SentimentScorer(Optional<SentimentModel> model, Lexicon lexicon, Calibration calibration) {
        this.model = model;
        this.lexicon = lexicon;
        this.calibration = calibration;
        if (!lexicon.version().equals(calibration.lexiconVersion())) {
            throw AppException.invalid(
                    "calibration's lexicon", calibration.lexiconVersion(), lexicon.version() + ", the one in use");
        }
    }

    /** A model with the calibration that was fitted for it, and no other. */
    public static SentimentScorer of(SentimentModel model, Lexicon lexicon, Calibration calibration) {
        if (!model.info().id().equals(calibration.modelVersion())) {
            throw AppException.invalid(
                    "calibration's model",
                    calibration.modelVersion(),
                    model.info().id() + ", the one in use");
        }
        return new SentimentScorer(Optional.of(model), lexicon, calibration);
    }

    /** Without a transformer: every answer is a fallback. */
    public static SentimentScorer withoutTransformer(Lexicon lexicon, Calibration calibration) {
        return new SentimentScorer(Optional.empty(), lexicon, calibration);
    }

    /** The version under which this scorer's regular answers are stored. A fallback carries another. */
    public String version() {
        return model.isPresent() ? calibration.scoreVersion() : calibration.lexiconScoreVersion();
    }

    /** Whether an answer of this confidence is withheld. */
    public boolean abstainsAt(TextKind kind, double confidence) {
        return confidence < calibration.of(kind).threshold();
    }

    public Scoring score(ScoreRequest request) {
        return score(List.of(request)).getFirst();
    }

    /** One answer for each request, in their order. */
    public List<Scoring> score(List<ScoreRequest> requests) {
        List<ScoreRequest> readable =
                requests.stream().filter(request -> whyNot(request).isEmpty()).toList();
        Iterator<Sentiment> scored = sentiments(readable).iterator();
        List<Scoring> answers = new ArrayList<>();
        for (ScoreRequest request : requests) {
            Optional<NotScored.Reason> reason = whyNot(request);
            answers.add(reason.isPresent() ? new NotScored(reason.get()) : scored.next());
        }
        return answers;
    }

    private static Optional<NotScored.Reason> whyNot(ScoreRequest request) {
        if (request.isForeign()) {
            return Optional.of(NotScored.Reason.NOT_ENGLISH);
        }
        return request.text().isBlank() ? Optional.of(NotScored.Reason.BLANK) : Optional.empty();
    }

    private List<Sentiment> sentiments(List<ScoreRequest> requests) {
        Optional<List<ModelReading>> readings = readings(requests);
        List<Sentiment> sentiments = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            ScoreRequest request = requests.get(i);
            sentiments.add(
                    readings.isPresent() ? byTransformer(request, readings.get().get(i)) : byLexicon(request));
        }
        return sentiments;
    }

    /** Empty where there is no transformer or it broke; what it refuses as the caller's mistake is thrown on. */
    private Optional<List<ModelReading>> readings(List<ScoreRequest> requests) {
        List<String> texts = requests.stream().map(ScoreRequest::text).toList();
        try {
            return model.map(present -> present.read(texts));
        } catch (AppException e) {
            if (e.code() != ErrorCode.INTERNAL) {
                throw e;
            }
            LOG.warn(
                    "model {} failed, {} texts are scored by {}",
                    calibration.modelVersion(),
                    texts.size(),
                    lexicon.version(),
                    e);
            return Optional.empty();
        }
    }

    private Sentiment byTransformer(ScoreRequest request, ModelReading reading) {
        KindCalibration kind = calibration.of(request.kind());
        Probabilities probabilities = kind.temperature().apply(reading.probabilities());
        double confidence = confidence(request, kind, probabilities);
        return new Sentiment(
                probabilities,
                confidence,
                abstainsAt(request.kind(), confidence),
                Sentiment.ScoredBy.TRANSFORMER,
                calibration.scoreVersion(),
                reading.tokens(),
                reading.cut());
    }

    private double confidence(ScoreRequest request, KindCalibration kind, Probabilities probabilities) {
        return switch (request.kind()) {
            case NEWS -> probabilities.topProbability();
            case SOCIAL -> {
                Polarity opinion = lexicon.polarityOf(request.text());
                yield kind.agreement()
                        .apply(probabilities.topProbability(), Agreement.between(probabilities.top(), opinion));
            }
        };
    }

    private Sentiment byLexicon(ScoreRequest request) {
        KindCalibration kind = calibration.of(request.kind());
        Probabilities probabilities = kind.lexicon().of(lexicon.polarityOf(request.text()));
        return new Sentiment(
                probabilities,
                probabilities.topProbability(),
                abstainsAt(request.kind(), probabilities.topProbability()),
                Sentiment.ScoredBy.LEXICON,
                calibration.lexiconScoreVersion(),
                0,
                lexicon.cuts(request.text()));
    }
}
