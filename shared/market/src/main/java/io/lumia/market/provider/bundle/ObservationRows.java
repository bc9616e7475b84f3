package io.lumia.market.provider.bundle;

import io.lumia.market.Observation;
import java.time.LocalDate;

/** Rows of {@code observations.csv}. */
final class ObservationRows implements RowReader {

    private final int date;
    private final NumberColumn value;

    ObservationRows(CsvHeader header, int extraColumns) {
        date = header.position("date") + extraColumns;
        value = new NumberColumn(header, "value", extraColumns);
    }

    @Override
    public void read(CsvFields fields, Facts facts) {
        LocalDate day = fields.date(date);
        if (day == null) {
            facts.malformed(null, Dates.detail("date", fields, date));
            return;
        }
        double number = value.read(fields);
        if (value.wasBad() || value.wasEmpty()) {
            facts.reject(day, value.reason(), value.detail(fields));
        } else {
            facts.observation(new Observation(day, number));
        }
    }
}
