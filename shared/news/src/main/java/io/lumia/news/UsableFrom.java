package io.lumia.news;

import io.lumia.market.ExchangeCalendar;
import io.lumia.market.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * From when a calculation may count a text. Where only the day is known it may have come out in the last minute of that day
 * anywhere on Earth, so it counts from the opening of the next session in New York, which is later than that.
 */
public final class UsableFrom {

    private static final LocalTime OPENING = LocalTime.of(9, 30);

    private UsableFrom() {}

    public static Instant of(Published published) {
        return switch (published.precision()) {
            case INSTANT, SEEN -> published.at();
            case DAY -> opening(published.at().atZone(ZoneOffset.UTC).toLocalDate());
        };
    }

    private static Instant opening(LocalDate day) {
        ExchangeCalendar calendar = ExchangeCalendar.UNITED_STATES;
        return calendar.nextSession(day).atTime(OPENING).atZone(calendar.zone()).toInstant();
    }
}
