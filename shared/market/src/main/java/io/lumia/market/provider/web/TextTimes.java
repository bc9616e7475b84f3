package io.lumia.market.provider.web;

import io.lumia.kernel.AppException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Times of texts as providers write them. */
public final class TextTimes {

    /** Before it there was no web; later than it is a number in another unit. */
    private static final Instant EARLIEST = Instant.parse("1991-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private TextTimes() {}

    /** Of {@code 2026-05-31T17:53:45Z}, with an offset or fractions of a second. Fails with INVALID_INPUT. */
    public static Instant iso(String name, String text) {
        try {
            return plausible(name, text, OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException _) {
            throw AppException.invalid(name, RowText.shown(text), "a time such as 2026-05-31T17:53:45Z");
        }
    }

    /** To the millisecond, from the time of the web. Fails with INVALID_INPUT. */
    public static Instant plausible(String name, String text, Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw AppException.invalid(name, RowText.shown(text), "a time from 1991 to 2199");
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
