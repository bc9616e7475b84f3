package io.lumia.local.time;

import io.lumia.kernel.AppException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Where time enters this program: it is the edge of its process, as Lambda's runtime is of its own. */
public final class Clocks {

    /** The exchange whose evening ends a day here. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** When the day's bars are there and the job runs. */
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private Clocks() {}

    /** UTC, in milliseconds. */
    public static Clock real() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** One that begins at an instant; the real one where there is none. */
    public static Clock beginningAt(@Nullable Instant at) {
        return at == null ? real() : new SimulatedClock(at, real());
    }

    /** 18:00 New York on a day. */
    public static Instant evening(LocalDate day) {
        return day.atTime(EVENING).atZone(NEW_YORK).toInstant();
    }

    /** Reads {@code YYYY-MM-DD}. */
    public static LocalDate date(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw AppException.invalid(option, text, "a date such as 2017-11-10");
        }
    }
}
