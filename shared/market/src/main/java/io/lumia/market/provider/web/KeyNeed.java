package io.lumia.market.provider.web;

import java.util.Locale;

/** Whether a provider wants to know who asks. */
public enum KeyNeed {
    NONE,
    /** It answers without; with a key it answers more, or more often. */
    OPTIONAL,
    REQUIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
