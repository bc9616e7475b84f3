package io.lumia.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a filing counts as public if only its date is known: at the end of EDGAR's day, 22:00 New York, so that a
 * calculation never looks ahead (SEC, EDGAR Filer Manual: filings are accepted on weekdays from 6:00 to 22:00).
 */
public final class AcceptanceTime {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    public static final LocalTime OPENS = LocalTime.of(6, 0);
    public static final LocalTime CLOSES = LocalTime.of(22, 0);

    private AcceptanceTime() {}

    public static Instant assumed(LocalDate filed) {
        return filed.atTime(CLOSES).atZone(NEW_YORK).toInstant();
    }
}
