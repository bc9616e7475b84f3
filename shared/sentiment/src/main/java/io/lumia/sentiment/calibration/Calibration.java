package io.lumia.sentiment.calibration;

import io.lumia.kernel.AppException;
import io.lumia.sentiment.TextKind;
import java.time.LocalDate;

/**
 * A model's calibration for each kind of source. It is part of the version under which scores are stored: fitted again it
 * gives other scores, so it carries a revision.
 *
 * @param modelVersion  the model that it belongs to, {@code fin-sentiment-1.0}; it fits no other
 * @param lexiconVersion  the word list whose agreement and worth were measured
 * @param revision  1 for the model's first calibration
 */
public record Calibration(
        String modelVersion,
        String lexiconVersion,
        int revision,
        LocalDate fittedOn,
        KindCalibration news,
        KindCalibration social) {

    public Calibration {
        if (revision < 1) {
            throw AppException.invalid("calibration revision", revision, "1 or more");
        }
    }

    public KindCalibration of(TextKind kind) {
        return switch (kind) {
            case NEWS -> news;
            case SOCIAL -> social;
        };
    }

    /** The version that scores of this model carry: {@code fin-sentiment-1.0+c1}. */
    public String scoreVersion() {
        return modelVersion + "+c" + revision;
    }

    /** The version that scores of the lexicon alone carry. */
    public String lexiconScoreVersion() {
        return lexiconVersion + "+c" + revision;
    }
}
