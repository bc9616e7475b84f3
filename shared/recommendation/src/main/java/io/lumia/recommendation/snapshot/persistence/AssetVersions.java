package io.lumia.recommendation.snapshot.persistence;

import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.platform.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Assets as our books had them, with the symbol of the session: {@code market.asset} and its revisions, which keep the days of the
 * symbols too. A revision from before they did is read with today's symbols.
 *
 * <p>A last day after the session is not shown: whoever stands there knows only that the asset lives.
 */
final class AssetVersions {

    private static final String FIND = """
            SELECT c.asset_id, c.public_id, c.asset_type, c.name, c.exchange_mic, c.currency, c.sector, c.industry, c.market_cap,
                   c.cik, c.description, c.learned_at, life.symbol, life.first_date, life.last_date,
                   (SELECT array_agg(ARRAY[e.key, e.value] ORDER BY e.key) FROM jsonb_each_text(c.attributes) e) AS attributes
              FROM (SELECT DISTINCT ON (v.asset_id) v.*
                      FROM (SELECT r.superseded -> 'symbols' AS symbols,
                                   (jsonb_populate_record(cast(NULL AS market.asset), r.superseded)).*
                              FROM market.asset_revision r WHERE %s
                            UNION ALL
                            SELECT NULL, a.* FROM market.asset a WHERE %s) v
                     ORDER BY v.asset_id, v.learned_at) c
             CROSS JOIN LATERAL (
                   SELECT (array_agg(y.symbol ORDER BY y.validity @> cast(? AS date) DESC, upper(y.validity) DESC NULLS FIRST))[1]
                              AS symbol,
                          CASE WHEN bool_or(lower_inf(y.validity)) THEN NULL ELSE min(lower(y.validity)) END AS first_date,
                          CASE WHEN bool_or(upper_inf(y.validity)) THEN NULL ELSE max(upper(y.validity)) - 1 END AS last_date
                     FROM jsonb_to_recordset(coalesce(c.symbols,
                          (SELECT jsonb_agg(jsonb_build_object('symbol', s.symbol, 'validity', s.validity))
                             FROM market.asset_symbol s WHERE s.asset_id = c.asset_id))) AS y (symbol text, validity daterange)) life
             WHERE c.asset_type = ANY (?)
                OR c.asset_id IN (SELECT s.asset_id FROM market.asset_symbol s WHERE s.symbol = ANY (?))
             ORDER BY c.public_id
            """.formatted(ReadingTime.SUPERSEDED, ReadingTime.KNOWN);

    private AssetVersions() {}

    /** All assets of some types, and besides whoever ever had one of some symbols. */
    static List<KnownAsset> find(
            Connection connection, ReadingTime time, Collection<AssetType> types, Collection<String> symbols)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            int next = time.bindCurrent(statement, time.bindSuperseded(statement, 1));
            statement.setObject(next, time.session());
            Object[] codes = types.stream().map(AssetType::code).toArray();
            statement.setArray(next + 1, connection.createArrayOf("text", codes));
            statement.setArray(next + 2, connection.createArrayOf("text", symbols.toArray()));
            return Sql.list(statement, row -> asset(row, time.session()));
        }
    }

    private static KnownAsset asset(ResultSet row, LocalDate session) throws SQLException {
        return new KnownAsset(
                row.getInt("asset_id"),
                new AssetId(row.getObject("public_id", UUID.class)),
                definition(row, session),
                Sql.instant(row, "learned_at"));
    }

    private static AssetDefinition definition(ResultSet row, LocalDate session) throws SQLException {
        double marketCap = row.getDouble("market_cap");
        boolean marketCapUnknown = row.wasNull();
        LocalDate last = date(row, "last_date");
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
                last == null || last.isAfter(session) ? null : last,
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
