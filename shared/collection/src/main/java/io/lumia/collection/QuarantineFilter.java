package io.lumia.collection;

import io.lumia.market.Dataset;
import io.lumia.market.QuarantineReason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows that were set aside are meant; null leaves a field open.
 *
 * @param symbol  as received
 * @param jobName of the job whose item brought the row first
 * @param start   first date of the row, included; a row without a date is in no range
 * @param end     last date of the row, included
 */
public record QuarantineFilter(
        @Nullable String symbol,
        @Nullable QuarantineReason reason,
        @Nullable Dataset dataset,
        @Nullable ReviewStatus status,
        @Nullable String jobName,
        @Nullable LocalDate start,
        @Nullable LocalDate end) {

    public static final QuarantineFilter ALL = new QuarantineFilter(null, null, null, null, null, null, null);

    public QuarantineFilter withStatus(ReviewStatus wanted) {
        return new QuarantineFilter(symbol, reason, dataset, wanted, jobName, start, end);
    }
}
