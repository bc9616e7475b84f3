package io.lumia.recommendation.snapshot.persistence;

import org.jspecify.annotations.Nullable;

/** A row's values in a fixed form; a value that is not there differs from an empty one. */
final class RowText {

    /** No text of ours has it: control characters are cleaned from what comes in. */
    private static final char BETWEEN = '\u001f';

    private RowText() {}

    static String of(@Nullable Object... values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            text.append(value == null ? "\u0000" : value).append(BETWEEN);
        }
        return text.toString();
    }
}
