package io.lumia.market.persistence;

import io.lumia.market.DailyBar;
import io.lumia.platform.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Reads a bar's columns. NULL becomes NaN here and only here. */
final class BarRows {

    private BarRows() {}

    static DailyBar read(ResultSet row) throws SQLException {
        return new DailyBar(
                row.getObject("trading_date", LocalDate.class),
                row.getDouble("open"),
                row.getDouble("high"),
                row.getDouble("low"),
                row.getDouble("close"),
                Sql.orNaN(row, "volume"),
                Sql.orNaN(row, "adj_close"),
                row.getInt("flags"));
    }
}
