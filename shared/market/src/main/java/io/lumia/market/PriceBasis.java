package io.lumia.market;

import io.lumia.kernel.AppException;
import java.util.Locale;

/** What a source has already done to its prices. */
public enum PriceBasis {
    /** As traded on the day. */
    RAW,
    /** Divided by all later splits, up to the source's as-of. */
    SPLIT_ADJUSTED,
    /** Adjusted for all later splits and dividends, up to the source's as-of. */
    FULLY_ADJUSTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PriceBasis parse(String text) {
        for (PriceBasis basis : values()) {
            if (basis.code().equals(text)) {
                return basis;
            }
        }
        throw AppException.invalid("price_basis", text, "raw, split_adjusted, fully_adjusted");
    }
}
