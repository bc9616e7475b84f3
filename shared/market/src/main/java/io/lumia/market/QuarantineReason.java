package io.lumia.market;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a row was not believed. Its code is what reports, tables and answers show. */
public enum QuarantineReason {
    /** The line could not be read: wrong number of fields, a date that is none, a number that is none. */
    MALFORMED_LINE,
    /** No asset ever had this symbol. */
    UNKNOWN_SYMBOL,
    /** The symbol meant no asset on that day. */
    OUTSIDE_ASSET_LIFE,
    /** A weekend or holiday of the asset's exchange. */
    NOT_A_SESSION,
    /** After the day up to which was asked, or after the source's own as-of. */
    FUTURE_DATE,
    /** A value that a row of its kind must have is empty. */
    MISSING_VALUE,
    /** NaN, infinite, or too large for a number. */
    NON_FINITE_PRICE,
    /** Zero or negative, where only a commodity may be. */
    NON_POSITIVE_PRICE,
    /** Less than nothing was traded. */
    NEGATIVE_VOLUME,
    /** The close is below the low or above the high. Where only the open is, the bar is kept and flagged. */
    CLOSE_OUTSIDE_RANGE,
    /** The day's low is above its high. */
    LOW_ABOVE_HIGH,
    /** Another row of the delivery has the same key; the first is kept. */
    DUPLICATE,
    /** A move beyond the robust bound that neither volume nor a corporate action explains. */
    UNEXPLAINED_JUMP,
    /** A few bars at another scale before trading began in earnest. */
    BEFORE_LISTING,
    /** A ratio or amount that no company could have decided. */
    INVALID_ACTION,
    /** A period that ends before it starts, or a report from before its period's end. */
    INVALID_PERIOD,
    /** A text without a statement: a title that is only "Delete", a post that is only links. */
    NOTHING_SAID,
    /** Longer than a text of its kind can be. */
    TOO_LONG;

    /** Whether a person may believe such a row: it is unlikely, where others are impossible. */
    public boolean canBeReleased() {
        return switch (this) {
            case UNKNOWN_SYMBOL,
                    OUTSIDE_ASSET_LIFE,
                    NOT_A_SESSION,
                    FUTURE_DATE,
                    CLOSE_OUTSIDE_RANGE,
                    DUPLICATE,
                    UNEXPLAINED_JUMP,
                    BEFORE_LISTING,
                    INVALID_ACTION -> true;
            case MALFORMED_LINE,
                    MISSING_VALUE,
                    NON_FINITE_PRICE,
                    NON_POSITIVE_PRICE,
                    NEGATIVE_VOLUME,
                    LOW_ABOVE_HIGH,
                    INVALID_PERIOD,
                    NOTHING_SAID,
                    TOO_LONG -> false;
        };
    }

    public static QuarantineReason parse(String text) {
        for (QuarantineReason reason : values()) {
            if (reason.code().equals(text)) {
                return reason;
            }
        }
        String allowed = Arrays.stream(values()).map(QuarantineReason::code).collect(Collectors.joining(", "));
        throw AppException.invalid("reason", text, allowed);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
