package io.lumia.market.persistence;

import io.lumia.market.Asset;
import io.lumia.market.NewestBars;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link NewestBars} from the key of {@code market.daily_bar}: one row an asset. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcNewestBars implements NewestBars {

    private static final String NEWEST = """
            SELECT asset_id, max(trading_date)
              FROM market.daily_bar
             WHERE asset_id = ANY (?) AND trading_date BETWEEN ? AND ?
             GROUP BY asset_id
            """;

    private final Sql sql;

    JdbcNewestBars(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<Asset, LocalDate> newest(List<Asset> assets, LocalDate from, LocalDate to) {
        Map<Integer, LocalDate> byKey = sql.prepare(NEWEST, statement -> {
            Sql.setArray(statement, 1, "int4", assets.stream().map(Asset::key).toList());
            statement.setObject(2, from);
            statement.setObject(3, to);
            return Sql.list(statement, row -> Map.entry(row.getInt(1), row.getObject(2, LocalDate.class))).stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        });
        Map<Asset, LocalDate> newest = new HashMap<>();
        for (Asset asset : assets) {
            @Nullable LocalDate day = byKey.get(asset.key());
            if (day != null) {
                newest.put(asset, day);
            }
        }
        return newest;
    }
}
