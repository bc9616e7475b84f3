package io.lumia.market.provider.bundle;

import io.lumia.kernel.AppException;
import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import java.time.LocalDate;

/** Rows of {@code actions.csv}. */
final class ActionRows implements RowReader {

    private final int date;
    private final int kind;
    private final NumberColumn value;

    ActionRows(CsvHeader header, int extraColumns) {
        date = header.position("date") + extraColumns;
        kind = header.position("kind") + extraColumns;
        value = new NumberColumn(header, "value", extraColumns);
    }

    @Override
    public void read(CsvFields fields, Facts facts) {
        LocalDate exDate = fields.date(date);
        if (exDate == null) {
            facts.malformed(null, Dates.detail("date", fields, date));
            return;
        }
        double amount = value.read(fields);
        if (value.wasBad() || value.wasEmpty()) {
            facts.reject(exDate, value.reason(), value.detail(fields));
            return;
        }
        try {
            facts.action(new CorporateAction(exDate, ActionKind.parse(fields.text(kind)), amount));
        } catch (AppException e) {
            facts.malformed(exDate, Text.shown(String.valueOf(e.getMessage())));
        }
    }
}
