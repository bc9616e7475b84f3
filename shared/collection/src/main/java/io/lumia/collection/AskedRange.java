package io.lumia.collection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates of a symbol that a provider was asked about and answered well, whether with rows or without.
 *
 * @param from    null for all there is
 * @param endedAt when the answer was in our books
 */
public record AskedRange(String symbol, @Nullable LocalDate from, LocalDate to, Instant endedAt) {

    public boolean covers(LocalDate date) {
        return (from == null || !date.isBefore(from)) && !date.isAfter(to);
    }
}
