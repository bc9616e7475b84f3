package io.lumia.news.link;

import java.util.Locale;

/** How a link was found, strongest first. The linker never answers {@code MANUAL}: that is a person's. */
public enum LinkMethod {
    MANUAL,
    SYMBOL_MATCH,
    NAME_MATCH,
    ALIAS,
    PROVIDER;

    /** The name in tables and answers: {@code symbol_match}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
