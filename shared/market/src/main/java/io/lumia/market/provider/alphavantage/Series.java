package io.lumia.market.provider.alphavantage;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Alpha Vantage's time series of shares. */
enum Series {
    DAILY("Time Series (Daily)"),
    DAILY_ADJUSTED("Time Series (Daily)"),
    WEEKLY("Weekly Time Series"),
    WEEKLY_ADJUSTED("Weekly Adjusted Time Series"),
    MONTHLY("Monthly Time Series"),
    MONTHLY_ADJUSTED("Monthly Adjusted Time Series"),
    INTRADAY("");

    private final String section;

    Series(String section) {
        this.section = section;
    }

    static Optional<Series> of(String kind) {
        return Arrays.stream(values()).filter(one -> one.kind().equals(kind)).findFirst();
    }

    String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the rows in JSON; minutes have theirs in it, {@code Time Series (1min)}. */
    boolean isSection(String name) {
        return this == INTRADAY ? name.matches("Time Series \\(\\d{1,2}min\\)") : name.equals(section);
    }

    boolean isDaily() {
        return this == DAILY || this == DAILY_ADJUSTED;
    }

    boolean isAdjusted() {
        return this == DAILY_ADJUSTED || this == WEEKLY_ADJUSTED || this == MONTHLY_ADJUSTED;
    }

    /** Whether half of the rows being so many days apart fits: holidays and halts stretch a few gaps, not half of them. */
    boolean isUsualGap(long days) {
        return switch (this) {
            case DAILY, DAILY_ADJUSTED -> days <= 4;
            case WEEKLY, WEEKLY_ADJUSTED -> days >= 5 && days <= 14;
            case MONTHLY, MONTHLY_ADJUSTED -> days >= 20 && days <= 62;
            case INTRADAY -> true;
        };
    }

    /** First day of the week or month that a date is in. */
    LocalDate start(LocalDate date) {
        return switch (this) {
            case WEEKLY, WEEKLY_ADJUSTED -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY, MONTHLY_ADJUSTED -> date.withDayOfMonth(1);
            case DAILY, DAILY_ADJUSTED, INTRADAY -> date;
        };
    }

    /** Last weekday of the week or month that a date is in. */
    LocalDate lastWeekday(LocalDate date) {
        return switch (this) {
            case WEEKLY, WEEKLY_ADJUSTED -> start(date).plusDays(4);
            case MONTHLY, MONTHLY_ADJUSTED -> {
                LocalDate last = date.with(TemporalAdjusters.lastDayOfMonth());
                int over = Math.max(0, last.getDayOfWeek().getValue() - 5);
                yield last.minusDays(over);
            }
            case DAILY, DAILY_ADJUSTED, INTRADAY -> date;
        };
    }
}
