package io.lumia.market.persistence;

import io.lumia.market.Asset;
import io.lumia.platform.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dates of an asset's facts, read from the key of their table.
 *
 * @param query of asset ids, first and last date; gives days since 1970 as one array per asset
 */
record DatesQuery(String query) {

    static DatesQuery of(String table, String dateColumn) {
        return new DatesQuery("""
                SELECT asset_id, array_agg(%2$s - date '1970-01-01' ORDER BY %2$s)
                  FROM %1$s
                 WHERE asset_id = ANY (?) AND %2$s BETWEEN ? AND ?
                 GROUP BY asset_id
                """.formatted(table, dateColumn));
    }

    Map<Asset, List<LocalDate>> run(Sql sql, List<Asset> assets, LocalDate from, LocalDate to) {
        Map<Integer, List<LocalDate>> byKey = sql.prepare(query, statement -> {
            Object[] keys = assets.stream().map(Asset::key).toArray();
            statement.setArray(1, statement.getConnection().createArrayOf("int4", keys));
            statement.setObject(2, from);
            statement.setObject(3, to);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        });
        Map<Asset, List<LocalDate>> dates = new LinkedHashMap<>();
        assets.forEach(asset -> dates.put(asset, byKey.getOrDefault(asset.key(), List.of())));
        return dates;
    }

    private static Map<Integer, List<LocalDate>> read(ResultSet rows) throws SQLException {
        Map<Integer, List<LocalDate>> byKey = new HashMap<>();
        while (rows.next()) {
            List<LocalDate> dates = new ArrayList<>();
            for (Integer day : (Integer[]) rows.getArray(2).getArray()) {
                dates.add(LocalDate.ofEpochDay(day));
            }
            byKey.put(rows.getInt(1), dates);
        }
        return byKey;
    }
}
