package io.lumia.recommendation.record;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody did with a recommendation, or says of it. */
public enum FeedbackKind {
    /** A value from 1, useless, to 5. */
    RATING,
    /** A text. */
    COMMENT,
    /** It was bought so, or nearly so. */
    FOLLOWED,
    /** It was not. */
    IGNORED,
    /** Something in it was opened; the text says what. */
    CLICKED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FeedbackKind parse(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> AppException.invalid("kind", code, allowed()));
    }

    public static String allowed() {
        return Arrays.stream(values()).map(FeedbackKind::code).collect(Collectors.joining(", "));
    }
}
