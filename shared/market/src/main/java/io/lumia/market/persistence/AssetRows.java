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

/**
 * Reads an asset with one of its symbols. An asset that was renamed has several; the latest is the one it shows, and its life
 * is that of all of them together. Open ends come as NULL.
 */
final class AssetRows {

    /** What a holder without a known first day holds from. */
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    /** Every asset with each of its symbols {@code s}; queries add WHERE and ORDER BY. */
    static final String SELECT = """
            SELECT a.asset_id, a.public_id, a.asset_type, a.name, a.exchange_mic, a.currency, a.sector, a.industry,
                   a.market_cap, a.cik, a.description, a.status, life.symbol, life.symbols, life.first_date, life.last_date,
                   s.symbol AS held_symbol,
                   CASE WHEN lower_inf(s.validity) THEN NULL ELSE lower(s.validity) END AS held_from,
                   CASE WHEN upper_inf(s.validity) THEN NULL ELSE upper(s.validity) - 1 END AS held_to,
                   (SELECT array_agg(ARRAY[e.key, e.value] ORDER BY e.key) FROM jsonb_each_text(a.attributes) e)
                       AS attributes
              FROM market.asset a
              JOIN market.asset_symbol s USING (asset_id)
             CROSS JOIN LATERAL (
                   SELECT (array_agg(y.symbol ORDER BY upper(y.validity) DESC NULLS FIRST))[1] AS symbol,
                          array_agg(y.symbol) AS symbols,
                          CASE WHEN bool_or(lower_inf(y.validity)) THEN NULL ELSE min(lower(y.validity)) END AS first_date,
                          CASE WHEN bool_or(upper_inf(y.validity)) THEN NULL ELSE max(upper(y.validity)) - 1 END AS last_date
                     FROM market.asset_symbol y
                    WHERE y.asset_id = a.asset_id) life
            """;

    /** Every asset once, with its latest symbol. */
    static final String CURRENT = SELECT + " WHERE s.symbol = life.symbol ";

    private AssetRows() {}

    static Asset read(ResultSet row) throws SQLException {
        return new Asset(
                row.getInt("asset_id"),
                new AssetId(row.getObject("public_id", UUID.class)),
                AssetStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                definition(row));
    }

    static SymbolHolder holder(ResultSet row) throws SQLException {
        LocalDate from = date(row, "held_from");
        return new SymbolHolder(read(row), from == null ? BEGINNING : from, date(row, "held_to"));
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
