package io.lumia.recommendation.snapshot;

import java.util.Locale;

/** The kinds of rows that a snapshot is made of. */
public enum InputKind {
    DEFINITION,
    BAR,
    ACTION,
    FACT,
    MENTION,
    OBSERVATION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
