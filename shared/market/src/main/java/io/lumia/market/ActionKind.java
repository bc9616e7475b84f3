package io.lumia.market;

import io.lumia.kernel.AppException;
import java.util.Locale;

/** What a company did to its shares. */
public enum ActionKind {
    /** Value = new shares per old share: 4.0 for a 4:1 split, 0.1 for a 1:10 reverse split. */
    SPLIT,
    /** Value = cash per share, in the units of the source's price basis. */
    DIVIDEND,
    /** Value = old price divided by the price without the spun-off part, above 1. Works on prices like a split, not on volume. */
    SPIN_OFF;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ActionKind parse(String text) {
        for (ActionKind kind : values()) {
            if (kind.code().equals(text)) {
                return kind;
            }
        }
        throw AppException.invalid("kind", text, "split, dividend, spin_off");
    }
}
