package io.lumia.market.persistence;

import io.lumia.market.Asset;
import io.lumia.market.BarDates;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** {@link BarDates} from the key of {@code market.daily_bar}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcBarDates implements BarDates {

    /** Days since 1970 as one array per asset. */
    private static final String DATES = """
            SELECT asset_id, array_agg(trading_date - date '1970-01-01' ORDER BY trading_date)
              FROM market.daily_bar
             WHERE asset_id = ANY (?) AND trading_date BETWEEN ? AND ?
             GROUP BY asset_id
            """;

    private final Sql sql;

    JdbcBarDates(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<Asset, List<LocalDate>> dates(List<Asset> assets, LocalDate from, LocalDate to) {
        Map<Integer, List<LocalDate>> byKey = sql.prepare(DATES, statement -> {
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
