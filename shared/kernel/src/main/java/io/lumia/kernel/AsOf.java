package io.lumia.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The instant up to which a question may look. A fact that became public later does not exist for it.
 *
 * @param instant UTC
 */
public record AsOf(Instant instant) {

    public static AsOf of(Instant instant) {
        return new AsOf(instant);
    }

    /** The calendar day that the instant falls on in a zone. */
    public LocalDate dateIn(ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    @Override
    public String toString() {
        return instant.toString();
    }
}
