package io.lumia.market;

import java.time.LocalDate;
import java.time.Month;

/**
 * When the euro area's payment system (TARGET, TARGET2, T2) is open, which is when the European Central Bank publishes
 * reference rates: weekdays but New Year's Day, Good Friday, Easter Monday, 1 May, 25 and 26 December (Governing Council,
 * 14 December 2000). In 1999 only 1 January and 25 December were closed, and 31 December for the century change; so was
 * 31 December 2001 for the euro's notes and coins. Before 1999 there is no session to know of: weekdays.
 */
final class TargetDays {

    private static final int FIRST_YEAR_OF_ALL_HOLIDAYS = 2000;

    private TargetDays() {}

    static boolean isOpen(LocalDate date) {
        return UsMarketDays.isWeekday(date.toEpochDay())
                && !isChristmasOrNewYear(date)
                && !(date.getYear() >= FIRST_YEAR_OF_ALL_HOLIDAYS && isLaterHoliday(date))
                && !isSpecialClosing(date);
    }

    static boolean isChristmasOrNewYear(LocalDate date) {
        return is(date, Month.JANUARY, 1) || is(date, Month.DECEMBER, 25);
    }

    private static boolean isLaterHoliday(LocalDate date) {
        int year = date.getYear();
        return is(date, Month.MAY, 1)
                || is(date, Month.DECEMBER, 26)
                || date.equals(Holidays.goodFriday(year))
                || date.equals(Holidays.easterMonday(year));
    }

    private static boolean isSpecialClosing(LocalDate date) {
        return is(date, Month.DECEMBER, 31) && (date.getYear() == 1999 || date.getYear() == 2001);
    }

    private static boolean is(LocalDate date, Month month, int day) {
        return date.getDayOfMonth() == day && date.getMonth() == month;
    }
}
