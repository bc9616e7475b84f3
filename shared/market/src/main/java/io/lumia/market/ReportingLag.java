package io.lumia.market;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When a company's number counts as known if the source gives no report date: the filing deadline of a small US company
 * (Form 10-K General Instruction A: 90 days; Form 10-Q: 45 days), so that a calculation never looks ahead. A balance, whose
 * period is one day, may be an annual one and gets the longer lag.
 */
public enum ReportingLag {
    QUARTERLY(45),
    ANNUAL(90);

    /** Half-year reports count as quarterly up to here only if they are shorter than this. */
    private static final int LONGEST_QUARTER_DAYS = 100;

    private final int days;

    ReportingLag(int days) {
        this.days = days;
    }

    public static ReportingLag of(LocalDate periodStart, LocalDate periodEnd) {
        long days = ChronoUnit.DAYS.between(periodStart, periodEnd);
        return days > 0 && days <= LONGEST_QUARTER_DAYS ? QUARTERLY : ANNUAL;
    }

    public LocalDate reportedAt(LocalDate periodEnd) {
        return periodEnd.plusDays(days);
    }

    public int days() {
        return days;
    }
}
