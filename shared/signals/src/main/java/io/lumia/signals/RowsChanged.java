package io.lumia.signals;

import java.time.LocalDate;

/**
 * Which stored rows of an asset are new or have other values than before.
 *
 * @param count how many, at least 1
 * @param first date of the oldest
 * @param last  date of the newest
 */
public record RowsChanged(long count, LocalDate first, LocalDate last) {

    public RowsChanged plus(RowsChanged other) {
        return new RowsChanged(
                count + other.count,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }
}
