package io.lumia.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * When a text came out, as far as its source says.
 *
 * @param at the instant; the beginning of the day in UTC where only the day is known
 */
public record Published(Instant at, Precision precision) {

    /** How much of the time is known. */
    public enum Precision {
        /** The publisher names the instant. */
        INSTANT,
        /** The publisher names a day: the text came out at some time of it. */
        DAY,
        /** Somebody saw it then: it came out before. */
        SEEN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Published at(Instant instant) {
        return new Published(instant, Precision.INSTANT);
    }

    public static Published on(LocalDate day) {
        return new Published(day.atStartOfDay(ZoneOffset.UTC).toInstant(), Precision.DAY);
    }

    public static Published seenAt(Instant instant) {
        return new Published(instant, Precision.SEEN);
    }

    /** The day by which the text is asked for, in UTC. */
    public LocalDate date() {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
