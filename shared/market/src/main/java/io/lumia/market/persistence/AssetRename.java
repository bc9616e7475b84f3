package io.lumia.market.persistence;

import io.lumia.kernel.AppException;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.LocalDate;
import javax.sql.DataSource;

/** Gives an asset another symbol from a day on. */
@Singleton
@Requires(beans = DataSource.class)
class AssetRename {

    private static final String IS_DONE = """
            SELECT count(*) FROM market.asset_symbol
             WHERE asset_id = ? AND symbol = ? AND validity @> cast(? AS date) AND lower(validity) = ?
            """;

    private static final String HOLDS = """
            SELECT count(*) FROM market.asset_symbol
             WHERE asset_id = ? AND symbol = ? AND validity @> cast(? AS date) AND validity @> cast(? AS date)
            """;

    private static final String IS_TAKEN = """
            SELECT count(*) FROM market.asset_symbol
             WHERE symbol = ? AND (asset_id = ? OR validity && daterange(?, NULL))
            """;

    private static final String ADD = """
            INSERT INTO market.asset_symbol (asset_id, symbol, validity)
            SELECT asset_id, ?, daterange(?, upper(validity)) FROM market.asset_symbol WHERE asset_id = ? AND symbol = ?
            """;

    private static final String CLOSE = """
            UPDATE market.asset_symbol SET validity = daterange(lower(validity), ?) WHERE asset_id = ? AND symbol = ?
            """;

    private final Sql sql;
    private final AssetMerge merge;

    AssetRename(Sql sql, AssetMerge merge) {
        this.sql = sql;
        this.merge = merge;
    }

    boolean rename(Asset asset, Symbol old, Symbol current, LocalDate from) {
        merge.lock();
        if (isAny(IS_DONE, asset.key(), current.value(), from, from)) {
            return false;
        }
        if (!isAny(HOLDS, asset.key(), old.value(), from.minusDays(1), from)) {
            throw AppException.invalid(
                    "symbol", old.value(), "one that asset %s holds before and on %s".formatted(asset.id(), from));
        }
        if (isAny(IS_TAKEN, current.value(), asset.key(), from)) {
            throw AppException.invalid("symbol", current.value(), "one that no asset holds from %s on".formatted(from));
        }
        merge.supersede(asset.key());
        change(ADD, current.value(), from, asset.key(), old.value());
        change(CLOSE, from, asset.key(), old.value());
        merge.indexText(asset.key());
        return true;
    }

    private boolean isAny(String query, Object... values) {
        return sql.prepare(query, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1) > 0;
            }
        });
    }

    private void change(String update, Object... values) {
        sql.prepare(update, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        });
    }
}
