package io.lumia.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;

/**
 * On which days there is a US Treasury yield (Federal Reserve release H.15, Treasury par yield curve): weekdays but the
 * holidays of the Federal Reserve Banks, and the days on which the bond market was closed besides: the Friday before
 * Independence Day or Christmas on a Saturday, Good Friday, and single days. On the Good Friday of an employment report there
 * may be a yield, as in 2007, 2012, 2015, 2021 and 2023; none is missed. Known from {@link #FIRST_YEAR}; before it the
 * holidays of states and election days were closed too.
 */
final class UsBondDays {

    static final int FIRST_YEAR = 1990;

    /** Mourning for presidents Nixon, Reagan and Bush; the attacks of 2001; the storm of 2012. */
    private static final Set<LocalDate> SINGLE_CLOSINGS = Set.of(
            LocalDate.of(1994, 4, 27),
            LocalDate.of(2001, 9, 11),
            LocalDate.of(2001, 9, 12),
            LocalDate.of(2004, 6, 11),
            LocalDate.of(2012, 10, 30),
            LocalDate.of(2018, 12, 5));

    private static final int FIRST_JUNETEENTH = 2021;

    private UsBondDays() {}

    static boolean expects(LocalDate date) {
        return UsMarketDays.isWeekday(date.toEpochDay()) && !isHoliday(date) && !SINGLE_CLOSINGS.contains(date);
    }

    private static boolean isHoliday(LocalDate date) {
        int year = date.getYear();
        return switch (date.getMonth()) {
            case JANUARY -> isFixed(date, 1) || isNth(date, 3, DayOfWeek.MONDAY);
            case FEBRUARY -> isNth(date, 3, DayOfWeek.MONDAY);
            case MARCH, APRIL -> date.equals(Holidays.goodFriday(year));
            case MAY -> date.equals(Holidays.memorialDay(year));
            case JUNE -> year >= FIRST_JUNETEENTH && isJuneteenth(date);
            case JULY -> date.equals(Holidays.observed(LocalDate.of(year, Month.JULY, 4)));
            case SEPTEMBER -> isNth(date, 1, DayOfWeek.MONDAY);
            case OCTOBER -> isNth(date, 2, DayOfWeek.MONDAY); // Columbus
            case NOVEMBER -> isFixed(date, 11) || date.equals(Holidays.thanksgiving(year)); // Veterans
            case DECEMBER -> date.equals(Holidays.observed(LocalDate.of(year, Month.DECEMBER, 25)));
            case AUGUST -> false;
        };
    }

    /** In 2021, its first year, a Saturday, and Friday was open. Whether later ones are closed is left open: none is missed. */
    private static boolean isJuneteenth(LocalDate date) {
        LocalDate holiday = LocalDate.of(date.getYear(), Month.JUNE, 19);
        return date.equals(
                date.getYear() == FIRST_JUNETEENTH
                        ? Holidays.observedAfterSunday(holiday)
                        : Holidays.observed(holiday));
    }

    /** A day of the month, or the Monday after it. */
    private static boolean isFixed(LocalDate date, int day) {
        return date.equals(Holidays.observedAfterSunday(date.withDayOfMonth(day)));
    }

    private static boolean isNth(LocalDate date, int ordinal, DayOfWeek day) {
        return date.equals(Holidays.nth(ordinal, day, date.getYear(), date.getMonth()));
    }
}
