package io.lumia.market.provider.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and periods as providers write them. A period is named by its first day. */
public final class Periods {

    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(T00:00:00(\\.0+)?Z?)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-?M?(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?Q0?([1-4])");
    private static final Pattern HALF = Pattern.compile("(\\d{4})-?[SH]0?([12])");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-?W(\\d{2})");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(-?A0?1)?");

    private Periods() {}

    /** A year, half, quarter, month, ISO week or day: {@code 2023}, {@code 2023Q1}, {@code 2023-S1}, {@code 2023M01}. */
    public static Optional<LocalDate> parse(String text) {
        String period = text.strip();
        Matcher day = DAY.matcher(period);
        if (day.matches()) {
            return date(year(day), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
        }
        Matcher year = YEAR.matcher(period);
        if (year.matches()) {
            return date(year(year), 1, 1);
        }
        Matcher quarter = QUARTER.matcher(period);
        if (quarter.matches()) {
            return date(year(quarter), 3 * second(quarter) - 2, 1);
        }
        Matcher half = HALF.matcher(period);
        if (half.matches()) {
            return date(year(half), 6 * second(half) - 5, 1);
        }
        Matcher week = WEEK.matcher(period);
        if (week.matches()) {
            return week(year(week), second(week));
        }
        Matcher month = MONTH.matcher(period);
        return month.matches() ? date(year(month), second(month), 1) : Optional.empty();
    }

    /** A day alone, {@code 2023-01-31}, perhaps with midnight behind it. */
    public static Optional<LocalDate> day(String text) {
        String stripped = text.strip();
        return DAY.matcher(stripped).matches() ? parse(stripped) : Optional.empty();
    }

    /** A day by a pattern with letters of {@link DateTimeFormatter}; month names are English. */
    public static Optional<LocalDate> day(String text, DateTimeFormatter pattern) {
        try {
            return Optional.of(LocalDate.parse(text.strip(), pattern));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** A strict pattern for {@link #day(String, DateTimeFormatter)}; years are written {@code uuuu}. */
    public static DateTimeFormatter pattern(String letters) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(letters)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static int year(Matcher matcher) {
        return Integer.parseInt(matcher.group(1));
    }

    private static int second(Matcher matcher) {
        return Integer.parseInt(matcher.group(2));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> week(int year, int week) {
        LocalDate inFirstWeek = Year.of(year).atMonthDay(java.time.MonthDay.of(1, 4));
        long weeks = inFirstWeek.range(WeekFields.ISO.weekOfWeekBasedYear()).getMaximum();
        return week < 1 || week > weeks
                ? Optional.empty()
                : Optional.of(inFirstWeek.with(WeekFields.ISO.dayOfWeek(), 1).plusWeeks(week - 1L));
    }
}
