package io.lumia.market.provider.bundle;

import io.lumia.market.ReportingLag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The dates of a row of {@code fundamentals.csv}, with what stands for the empty ones. */
final class FundamentalDates {

    private final int periodStart;
    private final int periodEnd;
    private final int reportedAt;

    FundamentalDates(CsvHeader header, int extraColumns) {
        this.periodStart = header.position("period_start") + extraColumns;
        this.periodEnd = header.position("period_end") + extraColumns;
        this.reportedAt = header.position("reported_at") + extraColumns;
    }

    /** Empty means a balance, which is of one day. */
    @Nullable
    LocalDate periodStart(CsvFields fields) {
        return fields.isEmpty(periodStart) ? periodEnd(fields) : fields.date(periodStart);
    }

    @Nullable
    LocalDate periodEnd(CsvFields fields) {
        return fields.date(periodEnd);
    }

    boolean isReportedAtAssumed(CsvFields fields) {
        return fields.isEmpty(reportedAt);
    }

    @Nullable
    LocalDate reportedAt(CsvFields fields) {
        if (!isReportedAtAssumed(fields)) {
            return fields.date(reportedAt);
        }
        LocalDate start = periodStart(fields);
        LocalDate end = periodEnd(fields);
        return start == null || end == null ? null : ReportingLag.of(start, end).reportedAt(end);
    }
}
