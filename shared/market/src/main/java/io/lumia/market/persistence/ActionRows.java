package io.lumia.market.persistence;

import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import io.lumia.market.StoredAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Reads corporate actions from rows with the columns ex_date, kind, value and source_id. */
final class ActionRows {

    private ActionRows() {}

    static StoredAction read(ResultSet row, SourceRegistry sources) throws SQLException {
        return new StoredAction(
                new CorporateAction(
                        row.getObject("ex_date", LocalDate.class),
                        ActionKind.parse(row.getString("kind")),
                        row.getDouble("value")),
                sources.get(row.getInt("source_id")));
    }
}
