package io.lumia.sentiment;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.Locale;

/** What a text says of its subject's fortunes, in the order in which probabilities are written. */
public enum Polarity {
    NEGATIVE,
    NEUTRAL,
    POSITIVE;

    /** As files write it: {@code negative}, {@code neutral}, {@code positive}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a label whatever its case: models write {@code Positive} as well. */
    public static Polarity parse(String label) {
        return Arrays.stream(values())
                .filter(polarity -> polarity.name().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> AppException.invalid("label", label, "negative, neutral, positive"));
    }
}
