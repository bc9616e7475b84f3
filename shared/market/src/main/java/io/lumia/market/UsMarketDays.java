package io.lumia.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * When the New York Stock Exchange, Nasdaq and NYSE Arca trade: holidays by NYSE Rule 7.2, early closes by the practice
 * since 1993, and days on which none of that held, from {@code us-special-closings.csv}. Known from
 * {@link #FIRST_YEAR}, the year of the Uniform Monday Holiday Act; before it only weekends are known to be closed.
 */
final class UsMarketDays {

    static final int FIRST_YEAR = 1971;
    static final int LAST_YEAR = 2100;

    private static final LocalTime REGULAR_CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);
    private static final String SPECIAL_CLOSINGS = "us-special-closings.csv";
    private static final long FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
    private static final UsMarketDays KNOWN = new UsMarketDays();

    private final BitSet closedWeekdays = new BitSet();
    private final Map<LocalDate, LocalTime> specialCloses = new HashMap<>();

    private UsMarketDays() {
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            holidays(year).forEach(this::close);
        }
        readSpecialClosings();
    }

    static boolean isSession(LocalDate date) {
        long day = date.toEpochDay();
        return isWeekday(day) && !(day >= FIRST_DAY && KNOWN.closedWeekdays.get((int) (day - FIRST_DAY)));
    }

    /** New York time at which a session ends. */
    static LocalTime closeOf(LocalDate session) {
        LocalTime special = KNOWN.specialCloses.get(session);
        if (special != null) {
            return special;
        }
        return closesEarly(session) ? EARLY_CLOSE : REGULAR_CLOSE;
    }

    static boolean isWeekday(long epochDay) {
        return Math.floorMod(epochDay + 3, 7) < 5;
    }

    private void close(LocalDate holiday) {
        closedWeekdays.set((int) (holiday.toEpochDay() - FIRST_DAY));
    }

    private static List<LocalDate> holidays(int year) {
        List<LocalDate> days = new ArrayList<>();
        days.add(newYear(year));
        if (year >= 1998) {
            days.add(Holidays.nth(3, DayOfWeek.MONDAY, year, Month.JANUARY)); // Martin Luther King
        }
        days.add(Holidays.nth(3, DayOfWeek.MONDAY, year, Month.FEBRUARY)); // Washington's Birthday
        days.add(Holidays.goodFriday(year)); // Good Friday
        days.add(Holidays.memorialDay(year));
        if (year >= 2022) {
            days.add(Holidays.observed(LocalDate.of(year, Month.JUNE, 19))); // Juneteenth
        }
        days.add(Holidays.observed(LocalDate.of(year, Month.JULY, 4)));
        days.add(Holidays.nth(1, DayOfWeek.MONDAY, year, Month.SEPTEMBER)); // Labor Day
        days.add(Holidays.thanksgiving(year));
        days.add(Holidays.observed(LocalDate.of(year, Month.DECEMBER, 25)));
        return days;
    }

    /** A New Year's Day on Saturday is not observed: the Friday before ends an accounting year. */
    private static LocalDate newYear(int year) {
        LocalDate day = LocalDate.of(year, Month.JANUARY, 1);
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? day : Holidays.observed(day);
    }

    private static boolean closesEarly(LocalDate session) {
        int year = session.getYear();
        return switch (session.getMonth()) {
            case JULY -> year >= 1995 && isAroundIndependenceDay(session);
            case NOVEMBER ->
                year >= 1993 && session.equals(Holidays.thanksgiving(year).plusDays(1));
            case DECEMBER -> year >= 1993 && session.getDayOfMonth() == 24;
            default -> false;
        };
    }

    /** The third of July if it is a session; until 2012, when the holiday was a Thursday, the Friday after instead. */
    private static boolean isAroundIndependenceDay(LocalDate session) {
        boolean fridayAfter =
                session.getYear() < 2013 && session.withDayOfMonth(4).getDayOfWeek() == DayOfWeek.THURSDAY;
        return session.getDayOfMonth() == (fridayAfter ? 5 : 3);
    }

    private void readSpecialClosings() {
        InputStream resource =
                Objects.requireNonNull(UsMarketDays.class.getResourceAsStream(SPECIAL_CLOSINGS), SPECIAL_CLOSINGS);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(this::addSpecialClosing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addSpecialClosing(String[] fields) {
        LocalDate date = LocalDate.parse(fields[0]);
        if (fields[1].isEmpty()) {
            close(date);
        } else {
            specialCloses.put(date, LocalTime.parse(fields[1]));
        }
    }
}
