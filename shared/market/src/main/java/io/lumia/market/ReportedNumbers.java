package io.lumia.market;

import io.lumia.kernel.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a company reported, from both books: numbers under a metric's standard name ({@link Fundamental}) and under the concept of
 * its filing ({@link CompanyFact}).
 *
 * <p>A number under a metric is seen from the close of its report's day on, one of a filing from its acceptance on. Its value is
 * the one that our books held at the instant, or the first they learned where they learned of it later.
 */
public interface ReportedNumbers {

    /** The newest period first; within a day by name, then the newest report first. */
    List<ReportedNumber> find(Question question);

    /**
     * Which numbers are wanted.
     *
     * @param names      metrics and concepts; all where empty
     * @param length     of their periods; null for any
     * @param from       first last day of a period
     * @param to         last last day of a period
     * @param newestOnly of several reports of a period only the newest
     * @param skipped    so many of the first are left out
     * @param limit      at most so many
     */
    record Question(
            Asset asset,
            List<String> names,
            @Nullable Length length,
            LocalDate from,
            LocalDate to,
            boolean newestOnly,
            AsOf asOf,
            int skipped,
            int limit) {

        public Question {
            names = List.copyOf(names);
        }
    }

    /**
     * A number in one report.
     *
     * @param name              a metric such as {@code net_income}, or a concept such as {@code us-gaap:NetIncomeLoss}
     * @param periodStart       null for a balance
     * @param unit              currency or unit as reported; empty for a plain number
     * @param reportedAt        first day on which the market could know it
     * @param reportedAtAssumed whether that is a conservative assumption
     * @param filing            null for a number that came without
     * @param restates          whether an earlier report of the same period said another value
     * @param superseded        whether a later report of the same period, known by then, says another value
     */
    record ReportedNumber(
            String name,
            @Nullable LocalDate periodStart,
            LocalDate periodEnd,
            double value,
            String unit,
            LocalDate reportedAt,
            boolean reportedAtAssumed,
            @Nullable FilingOfNumber filing,
            Source source,
            boolean restates,
            boolean superseded) {

        public Length length() {
            return Length.of(periodStart, periodEnd);
        }
    }

    /**
     * The filing that a number stands in.
     *
     * @param acceptedAt   from then on it was public
     * @param fiscalYear   of the filing, not of the period
     * @param fiscalPeriod of the filing: FY, Q1, Q2, Q3
     */
    record FilingOfNumber(
            String accession,
            String form,
            Instant acceptedAt,
            @Nullable Integer fiscalYear,
            @Nullable String fiscalPeriod) {}

    /** How long the period of a number is. Retailers' quarters have 12 to 14 weeks, their years 52 or 53. */
    enum Length {
        INSTANT(0, 0),
        QUARTER(80, 100),
        YEAR(350, 380),
        OTHER(0, 0);

        private final int leastDays;
        private final int mostDays;

        Length(int leastDays, int mostDays) {
            this.leastDays = leastDays;
            this.mostDays = mostDays;
        }

        public int leastDays() {
            return leastDays;
        }

        public int mostDays() {
            return mostDays;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Length of(@Nullable LocalDate start, LocalDate end) {
            if (start == null) {
                return INSTANT;
            }
            long days = ChronoUnit.DAYS.between(start, end);
            return QUARTER.holds(days) ? QUARTER : YEAR.holds(days) ? YEAR : OTHER;
        }

        /** Whether a period from its first day to its last, so many days later, is of this length. */
        public boolean holds(long days) {
            return days >= leastDays && days <= mostDays;
        }
    }
}
