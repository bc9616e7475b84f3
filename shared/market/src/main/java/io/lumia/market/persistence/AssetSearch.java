package io.lumia.market.persistence;

import io.lumia.market.AssetPage;
import io.lumia.market.AssetQuery;
import io.lumia.market.AssetType;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One page of assets by filters and words, best match first, then by symbol. */
@Singleton
@Requires(beans = DataSource.class)
class AssetSearch {

    /**
     * A former symbol finds its asset too. The page is cut before the latest closes are looked up, so that a page costs fifty look-ups and not one per asset.
     * The previous close is brought to the latest day's basis: a split in between must not look like a loss.
     */
    private static final String SEARCH = """
            WITH matching AS (
                SELECT x.*, coalesce(ts_rank(t.document, q.words), 0) AS relevance, count(*) OVER () AS total_items
                  FROM (%s) x
                  LEFT JOIN market.asset_search t USING (asset_id)
                 CROSS JOIN (SELECT to_tsquery('simple', cast(? AS text)) AS words) q
                 WHERE (cast(? AS text) IS NULL OR ? = ANY (x.symbols))
                   AND (cast(? AS text) IS NULL OR x.asset_type = ?)
                   AND (cast(? AS text) IS NULL OR lower(x.sector) = lower(?))
                   AND (cast(? AS double precision) IS NULL OR x.market_cap >= ?)
                   AND (cast(? AS double precision) IS NULL OR x.market_cap <= ?)
                   AND (q.words IS NULL OR t.document @@ q.words)
                 ORDER BY relevance DESC, x.symbol, x.asset_id
                 LIMIT ? OFFSET ?
            )
            SELECT m.*, latest.trading_date AS latest_date, latest.close AS latest_price,
                   previous.close / coalesce(splits.ratio, 1) AS previous_close
              FROM matching m
              LEFT JOIN LATERAL (
                   SELECT b.trading_date, b.close, b.source_id FROM market.daily_bar b
                    WHERE b.asset_id = m.asset_id AND b.trading_date <= ?
                    ORDER BY b.trading_date DESC LIMIT 1) latest ON true
              LEFT JOIN LATERAL (
                   SELECT b.trading_date, b.close, b.source_id FROM market.daily_bar b
                    WHERE b.asset_id = m.asset_id AND b.trading_date < latest.trading_date
                    ORDER BY b.trading_date DESC LIMIT 1) previous ON true
              LEFT JOIN LATERAL (
                   SELECT exp(sum(ln(c.value))) AS ratio
                     FROM market.corporate_action c JOIN market.source r ON r.source_id = previous.source_id
                    WHERE c.asset_id = m.asset_id AND c.kind IN ('split', 'spin_off')
                      AND (r.price_basis = 'raw' OR c.ex_date > cast(r.as_of AT TIME ZONE 'UTC' AS date))
                      AND c.ex_date > previous.trading_date AND c.ex_date <= latest.trading_date) splits ON true
             ORDER BY m.relevance DESC, m.symbol, m.asset_id
            """.formatted(AssetRows.CURRENT);

    private final Sql sql;

    AssetSearch(Sql sql) {
        this.sql = sql;
    }

    AssetPage search(AssetQuery query) {
        return sql.prepare(SEARCH, statement -> {
            bind(statement, query);
            try (ResultSet rows = statement.executeQuery()) {
                List<AssetPage.Entry> entries = new ArrayList<>();
                long total = 0;
                while (rows.next()) {
                    entries.add(entry(rows));
                    total = rows.getLong("total_items");
                }
                return pageBeyondEnd(entries, query)
                        ? new AssetPage(List.of(), search(firstPageOf(query)).totalItems())
                        : new AssetPage(entries, total);
            }
        });
    }

    private static boolean pageBeyondEnd(List<AssetPage.Entry> entries, AssetQuery query) {
        return entries.isEmpty() && query.page() > 1;
    }

    private static AssetQuery firstPageOf(AssetQuery query) {
        return new AssetQuery(
                query.symbol(),
                query.type(),
                query.sector(),
                query.minMarketCap(),
                query.maxMarketCap(),
                query.text(),
                query.pricesUpTo(),
                1,
                1);
    }

    private static void bind(PreparedStatement statement, AssetQuery query) throws SQLException {
        AssetType type = query.type();
        String typeCode = type == null ? null : type.code();
        int next = 1;
        statement.setString(next++, prefixQuery(query.text()));
        for (String text :
                Arrays.asList(query.symbol(), query.symbol(), typeCode, typeCode, query.sector(), query.sector())) {
            statement.setString(next++, text);
        }
        for (Double bound :
                Arrays.asList(query.minMarketCap(), query.minMarketCap(), query.maxMarketCap(), query.maxMarketCap())) {
            statement.setObject(next++, bound, Types.DOUBLE);
        }
        statement.setInt(next++, query.perPage());
        statement.setLong(next++, (long) (query.page() - 1) * query.perPage());
        statement.setObject(next, query.pricesUpTo());
    }

    /** Every word must begin a word of the document: {@code appl inc} becomes {@code appl:* & inc:*}. */
    private static @Nullable String prefixQuery(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
        return words.isEmpty() ? null : words;
    }

    private static AssetPage.Entry entry(ResultSet row) throws SQLException {
        return new AssetPage.Entry(
                AssetRows.read(row),
                row.getObject("latest_date", LocalDate.class),
                orNull(row, "latest_price"),
                orNull(row, "previous_close"));
    }

    private static @Nullable Double orNull(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
