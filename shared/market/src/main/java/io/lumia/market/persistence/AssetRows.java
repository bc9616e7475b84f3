package io.lumia.market.persistence;

import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog.SymbolHolder;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetStatus;
import io.lumia.market.AssetType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an asset with one of its symbols. Open ends of a validity come as NULL. */
final class AssetRows {

    /** What a holder without a known first day holds from. */
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    /** Every asset with each of its symbols; queries add WHERE and ORDER BY. */
    static final String SELECT = """
            SELECT a.asset_id, a.public_id, a.asset_type, a.name, a.exchange_mic, a.currency, a.sector, a.industry,
                   a.market_cap, a.cik, a.description, a.status, s.symbol,
                   CASE WHEN lower_inf(s.validity) THEN NULL ELSE lower(s.validity) END AS first_date,
                   CASE WHEN upper_inf(s.validity) THEN NULL ELSE upper(s.validity) - 1 END AS last_date,
                   (SELECT array_agg(ARRAY[e.key, e.value] ORDER BY e.key) FROM jsonb_each_text(a.attributes) e)
                       AS attributes
              FROM market.asset a JOIN market.asset_symbol s USING (asset_id)
            """;

    private AssetRows() {}

    static Asset read(ResultSet row) throws SQLException {
        return new Asset(
                row.getInt("asset_id"),
                new AssetId(row.getObject("public_id", UUID.class)),
                AssetStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                definition(row));
    }

    static SymbolHolder holder(ResultSet row) throws SQLException {
        LocalDate first = date(row, "first_date");
        return new SymbolHolder(read(row), first == null ? BEGINNING : first, date(row, "last_date"));
    }

    private static AssetDefinition definition(ResultSet row) throws SQLException {
        double marketCap = row.getDouble("market_cap");
        boolean marketCapUnknown = row.wasNull();
        return new AssetDefinition(
                new Symbol(row.getString("symbol")),
                row.getString("name"),
                AssetType.parse(row.getString("asset_type")),
                row.getString("exchange_mic"),
                row.getString("currency"),
                row.getString("sector"),
                row.getString("industry"),
                marketCapUnknown ? null : marketCap,
                row.getString("cik"),
                date(row, "first_date"),
                date(row, "last_date"),
                row.getString("description"),
                attributes(row));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Map<String, String> attributes(ResultSet row) throws SQLException {
        java.sql.Array array = row.getArray("attributes");
        Map<String, String> attributes = new LinkedHashMap<>();
        if (array != null) {
            for (String[] entry : (String[][]) array.getArray()) {
                attributes.put(entry[0], entry[1]);
            }
        }
        return attributes;
    }
}
