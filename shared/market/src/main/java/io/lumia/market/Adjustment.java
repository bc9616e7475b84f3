package io.lumia.market;

import io.lumia.kernel.AppException;
import java.util.Locale;

/** What a reader wants done to prices. */
public enum Adjustment {
    /** As traded on the day. */
    RAW,
    /** For splits and spin-offs: a price series without artificial jumps; the basis of all signals. */
    SPLIT,
    /** For splits, spin-offs and dividends: a total-return series. */
    ALL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Adjustment parse(String text) {
        for (Adjustment adjustment : values()) {
            if (adjustment.code().equals(text)) {
                return adjustment;
            }
        }
        throw AppException.invalid("adjustment", text, "raw, split, all");
    }
}
