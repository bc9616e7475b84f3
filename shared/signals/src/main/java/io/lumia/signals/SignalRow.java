package io.lumia.signals;

import io.lumia.kernel.AppException;
import io.lumia.quant.signal.SignalColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * One asset's signals of one day.
 *
 * @param date       exchange-local trading date of the bar they end with
 * @param values     one per {@link SignalColumn}, in its order; NaN where not known (history too short, no volume …);
 *                   the array is taken over, not copied
 * @param computedAt when these values were first computed, UTC
 */
public record SignalRow(LocalDate date, double[] values, Instant computedAt) {

    public SignalRow {
        if (values.length != SignalColumn.values().length) {
            throw AppException.invalid(
                    "values.length", values.length, SignalColumn.values().length + ", one per signal column");
        }
    }

    /** In the column's unit; NaN where not known. */
    public double value(SignalColumn column) {
        return values[column.ordinal()];
    }

    public boolean knows(SignalColumn column) {
        return !Double.isNaN(value(column));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignalRow row
                && date.equals(row.date)
                && computedAt.equals(row.computedAt)
                && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return 31 * date.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "SignalRow[" + date + ", " + Arrays.toString(values) + ", " + computedAt + "]";
    }
}
