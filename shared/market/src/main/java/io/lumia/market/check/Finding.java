package io.lumia.market.check;

import io.lumia.market.QuarantineReason;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Something about an asset's history that a person should look at.
 *
 * @param symbol whose
 * @param date   the day on which it shows
 * @param detail what was seen and what would settle it
 */
public record Finding(Kind kind, String symbol, LocalDate date, String detail) {

    /** What was found. */
    public enum Kind {
        /** Prices have been on another level for a while, and nothing tells why: all of them wait in quarantine. */
        LEVEL_SHIFT,
        /** Bars that are in the books already are on another scale than those that follow: the prices have shifted for good. */
        SCALE_BREAK,
        /** Bars that are in the books already belong to an earlier company of the same ticker. */
        EARLIER_COMPANY,
        /** Bars that are in the books already are older than the first day of trading. */
        BEFORE_LISTING;

        /** What it means for bars in the books that later ones show them to be wrong. */
        static Kind of(QuarantineReason reason) {
            return switch (reason) {
                case BEFORE_LISTING -> BEFORE_LISTING;
                case OUTSIDE_ASSET_LIFE -> EARLIER_COMPANY;
                default -> SCALE_BREAK;
            };
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
