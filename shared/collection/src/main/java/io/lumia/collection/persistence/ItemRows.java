package io.lumia.collection.persistence;

import io.lumia.collection.Asking;
import io.lumia.collection.Collecting;
import io.lumia.collection.Item;
import io.lumia.collection.ItemStatus;
import io.lumia.collection.Origin;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.platform.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads items. */
final class ItemRows {

    /** Columns of an item {@code i}. */
    static final String COLUMNS =
            "i.item_id, i.run_id, i.dataset, i.symbols, i.asset_type, i.from_date, i.to_date, i.status, i.outcome, i.detail, "
                    + "i.provider_used, i.attempts, i.not_before";

    /** Columns of an item {@code i} and its run {@code r} that make an {@link Asking}. */
    static final String ASKING_COLUMNS =
            COLUMNS + ", i.item_number, i.asks, r.provider, r.location, r.source_name, r.fallbacks, r.started_at";

    private ItemRows() {}

    static Item read(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("item_id", UUID.class),
                row.getObject("run_id", UUID.class),
                Dataset.parse(row.getString("dataset")),
                Columns.texts(row, "symbols"),
                assetType(row),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                ItemStatus.parse(row.getString("status")),
                row.getString("outcome"),
                row.getString("detail"),
                new Collecting(row.getString("provider_used"), AttemptsJson.read(row.getString("attempts"))),
                Sql.instantOrNull(row, "not_before"));
    }

    private static @Nullable AssetType assetType(ResultSet row) throws SQLException {
        String code = row.getString("asset_type");
        return code == null ? null : AssetType.parse(code);
    }

    static Asking readAsking(ResultSet row) throws SQLException {
        Origin origin = new Origin(
                row.getString("provider"),
                row.getString("location"),
                row.getString("source_name"),
                Columns.texts(row, "fallbacks"));
        return new Asking(read(row), origin, Sql.instant(row, "started_at"), row.getInt("asks"));
    }
}
