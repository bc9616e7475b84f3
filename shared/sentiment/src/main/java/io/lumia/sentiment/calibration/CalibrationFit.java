package io.lumia.sentiment.calibration;

import io.lumia.kernel.AppException;
import io.lumia.sentiment.Lexicon;
import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.SentimentModel;
import io.lumia.sentiment.TextKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits a model's calibration on labelled texts that the model has not seen: a temperature per kind of source, what the
 * lexicon's agreement is worth for social posts, what the lexicon is worth alone, and the thresholds. The same file, model
 * and lexicon always give the same parameters.
 */
public final class CalibrationFit {

    /** Fewer of a kind do not fill the bins that judge the fit. */
    public static final int MIN_TEXTS = 100;

    private final SentimentModel model;
    private final Lexicon lexicon;

    public CalibrationFit(SentimentModel model, Lexicon lexicon) {
        this.model = model;
        this.lexicon = lexicon;
    }

    /** From a file that {@link LabelledTexts} reads, with sets of both kinds. */
    public FitReport fit(Path file, int revision, LocalDate today) {
        return fit(LabelledTexts.read(file), revision, today);
    }

    public FitReport fit(List<LabelledText> texts, int revision, LocalDate today) {
        KindFit news = kind(TextKind.NEWS, texts);
        KindFit social = kind(TextKind.SOCIAL, texts);
        Calibration calibration = new Calibration(
                model.info().id(), lexicon.version(), revision, today, news.calibration(), social.calibration());
        return new FitReport(calibration, List.of(news.report(), social.report()));
    }

    private KindFit kind(TextKind kind, List<LabelledText> texts) {
        List<LabelledText> ofKind = texts.stream()
                .filter(text -> LabelledTexts.kindOf(text.set()) == kind)
                .toList();
        if (ofKind.size() < MIN_TEXTS) {
            throw AppException.invalid(kind.word() + " texts to fit on", ofKind.size(), MIN_TEXTS + " or more");
        }
        return new KindFit(kind, samples(ofKind));
    }

    private List<Sample> samples(List<LabelledText> texts) {
        List<Probabilities> scored =
                model.score(texts.stream().map(LabelledText::text).toList());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Polarity opinion = lexicon.polarityOf(texts.get(i).text());
            samples.add(new Sample(scored.get(i), opinion, texts.get(i).label()));
        }
        return samples;
    }
}
