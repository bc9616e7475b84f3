package io.lumia.market.provider.web;

import io.lumia.platform.web.WebResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Whether a day's prices can be final in an answer of a given time. A bar of a session that still runs is no daily bar. */
public final class SessionEnd {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final LocalTime US_CLOSE = LocalTime.of(16, 0);

    private SessionEnd() {}

    /** Whether a US session was over: 16:00 New York, on early closes too, which costs an hour or three and no truth. */
    public static boolean isUsSessionOver(LocalDate date, Instant at) {
        return !date.atTime(US_CLOSE).atZone(NEW_YORK).toInstant().isAfter(at);
    }

    /** When the server made its answer, by its own Date; empty where it does not say. */
    public static Optional<Instant> madeAt(WebResponse response) {
        return response.header("date").flatMap(SessionEnd::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            String single = text.strip().replaceAll("\\s+", " ");
            return Optional.of(ZonedDateTime.parse(single, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
