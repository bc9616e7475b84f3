package io.lumia.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not believed.
 *
 * @param line   line in the source's file, header is 1; 0 where the source has no lines
 * @param symbol as received
 * @param date   as received, null where it could not be read
 * @param row    the row as received, cut to 1,000 characters
 * @param detail the value and what was allowed, for a person
 * @param value  what the row says, for whoever decides that it is right; null where it could not be read
 */
public record Rejected(
        long line,
        String symbol,
        @Nullable LocalDate date,
        QuarantineReason reason,
        String row,
        String detail,
        @Nullable MarketFact value) {

    /** A row that could not be read. */
    public Rejected(
            long line, String symbol, @Nullable LocalDate date, QuarantineReason reason, String row, String detail) {
        this(line, symbol, date, reason, row, detail, null);
    }
}
