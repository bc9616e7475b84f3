package io.lumia.collection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a later answer about a symbol has brought already, so that an older one that arrives after it does not undo it.
 *
 * @param from first date that was asked for, null for all there is
 * @param to   last date that was asked for
 */
public record LaterAnswer(String symbol, @Nullable LocalDate from, LocalDate to) {

    public boolean covers(LocalDate date) {
        return (from == null || !date.isBefore(from)) && !date.isAfter(to);
    }
}
