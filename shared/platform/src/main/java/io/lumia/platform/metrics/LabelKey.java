package io.lumia.platform.metrics;

import java.util.Locale;

/** The names of labels: {@code asset_class="stock"}. */
public enum LabelKey {
    FUNCTION,
    ROUTE,
    STATUS,
    HANDLING,
    DATASET,
    ASSET_CLASS,
    ADVICE,
    PROVIDER,
    OUTCOME,
    DELIVERY;

    /** As it is written: {@code asset_class}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
