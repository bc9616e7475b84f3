package io.lumia.sentiment.ensemble;

import io.lumia.sentiment.TextKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text to score.
 *
 * @param language  its language if someone has found out, as in BCP 47: {@code en}, {@code en-GB}, {@code de}. What is
 *     known to be another than English is not scored; of what nobody knows is assumed that it is English
 */
public record ScoreRequest(
        String text, TextKind kind, @Nullable String language) {

    private static final String ENGLISH = "en";

    public static ScoreRequest of(String text, TextKind kind) {
        return new ScoreRequest(text, kind, null);
    }

    boolean isForeign() {
        return language != null
                && !Locale.forLanguageTag(language).getLanguage().equals(ENGLISH);
    }
}
