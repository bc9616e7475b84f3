package io.lumia.market.provider.bundle;

import io.lumia.market.BarFlag;
import io.lumia.market.DailyBar;
import io.lumia.market.QuarantineReason;
import java.time.LocalDate;

/**
 * Rows of {@code bars.csv}. Without open, high and low, the close stands for them and the bar says so; without volume
 * the bar says so.
 */
final class BarRows implements RowReader {

    private final int date;
    private final NumberColumn open;
    private final NumberColumn high;
    private final NumberColumn low;
    private final NumberColumn close;
    private final NumberColumn volume;
    private final NumberColumn adjClose;
    private final NumberColumn[] columns;

    BarRows(CsvHeader header, int extraColumns) {
        date = header.position("date") + extraColumns;
        open = new NumberColumn(header, "open", extraColumns);
        high = new NumberColumn(header, "high", extraColumns);
        low = new NumberColumn(header, "low", extraColumns);
        close = new NumberColumn(header, "close", extraColumns);
        volume = new NumberColumn(header, "volume", extraColumns);
        adjClose = new NumberColumn(header, "adj_close", extraColumns);
        columns = new NumberColumn[] {open, high, low, close, volume, adjClose};
    }

    @Override
    public void read(CsvFields fields, Facts facts) {
        LocalDate day = fields.date(date);
        if (day == null) {
            facts.malformed(null, Dates.detail("date", fields, date));
            return;
        }
        double o = open.read(fields);
        double h = high.read(fields);
        double l = low.read(fields);
        double c = close.read(fields);
        double v = volume.read(fields);
        double a = adjClose.read(fields);
        for (NumberColumn column : columns) {
            if (column.wasBad()) {
                facts.reject(day, column.reason(), column.detail(fields));
                return;
            }
        }
        int flags = volume.wasEmpty() ? BarFlag.VOLUME_MISSING.bit() : 0;
        boolean closeOnly = open.wasEmpty() && high.wasEmpty() && low.wasEmpty() && !close.wasEmpty();
        if (closeOnly) {
            facts.bar(new DailyBar(day, c, c, c, c, v, a, flags | BarFlag.CLOSE_ONLY.bit()));
        } else if (open.wasEmpty() || high.wasEmpty() || low.wasEmpty() || close.wasEmpty()) {
            facts.reject(day, QuarantineReason.MISSING_VALUE, "open, high, low or close is empty");
        } else {
            facts.bar(new DailyBar(day, o, h, l, c, v, a, flags));
        }
    }
}
