package io.lumia.market.check;

import io.lumia.market.Fundamental;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges the fundamentals of one company: finite; the period begins before it ends, is at most {@link #LONGEST_PERIOD_DAYS}
 * long, lies after {@link #FIRST_YEAR} and has ended; reported after it ended. A report dated in the future is refused; an
 * assumed report date may lie in the future, since the number is only used from then on. Each (metric, period, reported
 * at) once: the first is kept.
 */
public final class FundamentalChecks {

    /** A financial year has up to 53 weeks; a changed one up to 18 months. */
    static final int LONGEST_PERIOD_DAYS = 550;

    /** The Securities Exchange Act made companies report. */
    static final int FIRST_YEAR = 1934;

    private FundamentalChecks() {}

    private record Key(String metric, LocalDate start, LocalDate end, LocalDate reportedAt) {}

    /** @param today the last day on which something can have been reported */
    public static Checked<Fundamental> check(List<Row<Fundamental>> rows, LocalDate today) {
        Map<Key, Fundamental> accepted = new LinkedHashMap<>();
        List<Rejected> rejected = new ArrayList<>();
        for (Row<Fundamental> row : rows) {
            Fundamental fundamental = row.value();
            Key key = new Key(
                    fundamental.metric(), fundamental.periodStart(), fundamental.periodEnd(), fundamental.reportedAt());
            Fundamental known = accepted.get(key);
            String trouble = periodTrouble(fundamental);
            if (trouble != null) {
                rejected.add(reject(row, QuarantineReason.INVALID_PERIOD, trouble));
            } else if (!Double.isFinite(fundamental.value())) {
                rejected.add(reject(row, QuarantineReason.NON_FINITE_PRICE, "value is " + fundamental.value()));
            } else if (isOfTheFuture(fundamental, today)) {
                rejected.add(reject(
                        row,
                        QuarantineReason.FUTURE_DATE,
                        "period %s to %s, reported %s: after %s"
                                .formatted(
                                        fundamental.periodStart(),
                                        fundamental.periodEnd(),
                                        fundamental.reportedAt(),
                                        today)));
            } else if (known != null) {
                rejected.add(reject(
                        row,
                        QuarantineReason.DUPLICATE,
                        "%s of %s is there already, with %s"
                                .formatted(fundamental.metric(), fundamental.periodEnd(), known.value())));
            } else {
                accepted.put(key, fundamental);
            }
        }
        return new Checked<>(List.copyOf(accepted.values()), rejected, List.of());
    }

    private static @Nullable String periodTrouble(Fundamental fundamental) {
        LocalDate start = fundamental.periodStart();
        LocalDate end = fundamental.periodEnd();
        if (start.isAfter(end)) {
            return "period_start %s is after period_end %s".formatted(start, end);
        }
        if (start.plusDays(LONGEST_PERIOD_DAYS).isBefore(end)) {
            return "the period %s to %s is longer than %d days".formatted(start, end, LONGEST_PERIOD_DAYS);
        }
        if (start.getYear() < FIRST_YEAR) {
            return "period_start %s is before %d".formatted(start, FIRST_YEAR);
        }
        if (fundamental.reportedAt().isBefore(end)) {
            return "reported_at %s is before period_end %s".formatted(fundamental.reportedAt(), end);
        }
        return null;
    }

    private static boolean isOfTheFuture(Fundamental fundamental, LocalDate today) {
        return fundamental.periodEnd().isAfter(today)
                || (!fundamental.reportedAtAssumed() && fundamental.reportedAt().isAfter(today));
    }

    private static Rejected reject(Row<Fundamental> row, QuarantineReason reason, String detail) {
        return new Rejected(row.line(), row.symbol(), row.value().periodEnd(), reason, row.raw(), detail, row.value());
    }
}
