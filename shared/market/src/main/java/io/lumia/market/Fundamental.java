package io.lumia.market;

import java.time.LocalDate;

/**
 * One reported number of a company.
 *
 * @param metric            snake_case standard name, such as {@code net_income}
 * @param periodStart       first day of the period; equal to {@code periodEnd} for a balance
 * @param periodEnd         last day of the period
 * @param reportedAt        first day on which the market could know it
 * @param reportedAtAssumed whether the source gave no report date and {@code reportedAt} is a conservative lag
 * @param value             in {@code currency}, or a plain number where the metric has no unit
 */
public record Fundamental(
        String metric,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate reportedAt,
        boolean reportedAtAssumed,
        double value,
        String currency)
        implements MarketFact {

    /** A report belongs to the company that had the symbol when it was published. */
    @Override
    public LocalDate heldOn() {
        return reportedAt;
    }
}
