package io.lumia.collection;

import io.lumia.kernel.AppException;
import io.lumia.market.ExchangeCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/**
 * Lets only those ticks of a schedule through that fall on trading days of an exchange, within its trading hours, or outside
 * of them.
 *
 * @param calendar the exchange's
 * @param during   which part of its days
 */
public record CalendarGate(ExchangeCalendar calendar, During during) {

    /** Regular trading on NYSE and Nasdaq; other calendars count from the day's beginning. */
    private static final LocalTime US_OPENING = LocalTime.of(9, 30);

    /** Which part of an exchange's days counts. */
    public enum During {
        /** Any time of a day with a session. */
        SESSION_DAYS,
        /** From the opening to the close, an early one included. */
        MARKET_HOURS,
        /** All the rest: nights, mornings, and days without a session. */
        OUTSIDE_MARKET_HOURS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static During parse(String text) {
            for (During during : values()) {
                if (during.code().equals(text)) {
                    return during;
                }
            }
            throw AppException.invalid("during", text, "session_days, market_hours, outside_market_hours");
        }
    }

    public boolean admits(Instant tick) {
        LocalDate day = tick.atZone(calendar.zone()).toLocalDate();
        return switch (during) {
            case SESSION_DAYS -> calendar.isSession(day);
            case MARKET_HOURS -> isInMarketHours(tick, day);
            case OUTSIDE_MARKET_HOURS -> !isInMarketHours(tick, day);
        };
    }

    private boolean isInMarketHours(Instant tick, LocalDate day) {
        return calendar.isSession(day) && !tick.isBefore(opening(day)) && !tick.isAfter(calendar.closeInstant(day));
    }

    private Instant opening(LocalDate day) {
        LocalTime opens = calendar == ExchangeCalendar.UNITED_STATES ? US_OPENING : LocalTime.MIDNIGHT;
        return day.atTime(opens).atZone(calendar.zone()).toInstant();
    }
}
