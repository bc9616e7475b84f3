package io.lumia.functions.marketapi.price;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.market.Adjustment;
import io.lumia.market.Asset;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which prices are wanted.
 *
 * @param start first date, inclusive; null for all there is
 * @param end   last date, inclusive; null for all there is
 * @param from  the page's first date, at or after start; null for the first page
 * @param limit points in one answer
 */
record PriceQuestion(
        Asset asset,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        Adjustment adjustment,
        Fill fill,
        Shape shape,
        AsOf asOf,
        @Nullable LocalDate from,
        int limit) {

    boolean contains(LocalDate date) {
        return (start == null || !date.isBefore(start)) && (end == null || !date.isAfter(end));
    }

    boolean isOnPage(LocalDate date) {
        return contains(date) && (from == null || !date.isBefore(from));
    }

    /** What to do with a session that has no bar. */
    enum Fill {
        /** Leave it out. */
        NONE,
        /** Repeat the close before, and say so. */
        PREVIOUS;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Fill parse(String text) {
            return switch (text) {
                case "none" -> NONE;
                case "previous" -> PREVIOUS;
                default -> throw AppException.invalid("fill", text, "none, previous");
            };
        }
    }

    /** How the points are laid out. */
    enum Shape {
        ROWS,
        COLUMNS;

        static Shape parse(String text) {
            return switch (text) {
                case "rows" -> ROWS;
                case "columns" -> COLUMNS;
                default -> throw AppException.invalid("shape", text, "rows, columns");
            };
        }
    }
}
