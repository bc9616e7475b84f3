package io.lumia.market;

import java.util.Locale;

/** Why a row was not believed. Its code is what reports, tables and answers show. */
public enum QuarantineReason {
    MALFORMED_LINE,
    UNKNOWN_SYMBOL,
    OUTSIDE_ASSET_LIFE,
    NOT_A_SESSION,
    FUTURE_DATE,
    MISSING_VALUE,
    NON_FINITE_PRICE,
    NON_POSITIVE_PRICE,
    NEGATIVE_VOLUME,
    CLOSE_OUTSIDE_RANGE,
    LOW_ABOVE_HIGH,
    DUPLICATE,
    UNEXPLAINED_JUMP,
    BEFORE_LISTING,
    INVALID_ACTION,
    INVALID_PERIOD;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
