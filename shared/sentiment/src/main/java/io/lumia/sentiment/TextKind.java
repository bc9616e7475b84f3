package io.lumia.sentiment;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.Locale;

/** Where a text comes from. The same words mean another thing, and are labelled by another habit, in a headline and in a post. */
public enum TextKind {
    /** Headlines and articles of news agencies, companies and regulators. */
    NEWS,
    /** Short posts by anyone. */
    SOCIAL;

    /** As messages, files and requests write it: {@code news}, {@code social}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TextKind parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> AppException.invalid("kind", word, "news, social"));
    }
}
