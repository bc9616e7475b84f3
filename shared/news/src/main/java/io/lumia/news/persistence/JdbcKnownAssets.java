package io.lumia.news.persistence;

import io.lumia.kernel.AssetId;
import io.lumia.news.KnownAssets;
import io.lumia.news.link.KnownAsset;
import io.lumia.news.link.KnownAsset.KnownName;
import io.lumia.news.link.KnownAsset.Ticker;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link KnownAssets} from the asset table, its symbols and the names that it had before. */
@Singleton
@Requires(beans = DataSource.class)
class JdbcKnownAssets implements KnownAssets {

    private static final String STATE = """
            SELECT (SELECT count(*) || ' ' || coalesce(max(learned_at), '-infinity') FROM market.asset)
                   || ' ' || (SELECT count(*) FROM market.asset_symbol)
                   || ' ' || (SELECT count(*) || ' ' || coalesce(max(valid_to), '-infinity') FROM market.asset_revision)
            """;

    /** Series of rates and indicators are no assets that a text names; a former name ends when our books learned the next. */
    private static final String ALL = """
            SELECT a.public_id, a.asset_type, a.exchange_mic, a.name, a.cik, t.symbols, t.starts, t.ends, n.names, n.ended
              FROM market.asset a
              JOIN LATERAL (
                   SELECT array_agg(s.symbol ORDER BY s.symbol) AS symbols,
                          array_agg(CASE WHEN lower_inf(s.validity) THEN NULL ELSE lower(s.validity) END ORDER BY s.symbol) AS starts,
                          array_agg(CASE WHEN upper_inf(s.validity) THEN NULL ELSE upper(s.validity) - 1 END ORDER BY s.symbol) AS ends
                     FROM market.asset_symbol s WHERE s.asset_id = a.asset_id) t ON true
              JOIN LATERAL (
                   SELECT array_agg(r.name ORDER BY r.ended, r.name) AS names, array_agg(r.ended ORDER BY r.ended, r.name) AS ended
                     FROM (SELECT v.superseded ->> 'name' AS name, max(cast(v.valid_to AT TIME ZONE 'UTC' AS date)) AS ended
                             FROM market.asset_revision v
                            WHERE v.asset_id = a.asset_id AND v.superseded ->> 'name' IS NOT NULL
                              AND v.superseded ->> 'name' NOT IN (a.name, '')
                            GROUP BY 1) r) n ON true
             WHERE a.asset_type IN ('stock', 'etf', 'mutual_fund', 'crypto') AND t.symbols IS NOT NULL
             ORDER BY a.asset_id
            """;

    private final Sql sql;

    JdbcKnownAssets(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String state() {
        return sql.prepare(
                STATE, statement -> Sql.list(statement, row -> row.getString(1)).getFirst());
    }

    @Override
    public List<KnownAsset> all() {
        return sql.prepare(ALL, statement -> Sql.list(statement, JdbcKnownAssets::asset));
    }

    private static KnownAsset asset(ResultSet row) throws SQLException {
        return new KnownAsset(
                new AssetId(row.getObject("public_id", UUID.class)),
                row.getString("asset_type"),
                row.getString("exchange_mic"),
                tickers(row),
                names(row),
                row.getString("cik"));
    }

    private static List<Ticker> tickers(ResultSet row) throws SQLException {
        String[] symbols = (String[]) row.getArray("symbols").getArray();
        @Nullable LocalDate[] starts = dates(row.getArray("starts"));
        @Nullable LocalDate[] ends = dates(row.getArray("ends"));
        List<Ticker> tickers = new ArrayList<>();
        for (int i = 0; i < symbols.length; i++) {
            tickers.add(new Ticker(symbols[i], starts[i], ends[i]));
        }
        return tickers;
    }

    private static List<KnownName> names(ResultSet row) throws SQLException {
        List<KnownName> names = new ArrayList<>();
        names.add(new KnownName(row.getString("name"), null, null));
        Array former = row.getArray("names");
        if (former != null) {
            String[] texts = (String[]) former.getArray();
            @Nullable LocalDate[] ended = dates(row.getArray("ended"));
            for (int i = 0; i < texts.length; i++) {
                names.add(new KnownName(texts[i], null, ended[i]));
            }
        }
        return names;
    }

    private static @Nullable LocalDate[] dates(Array array) throws SQLException {
        @Nullable Date[] dates = (Date[]) array.getArray();
        @Nullable LocalDate[] days = new LocalDate[dates.length];
        for (int i = 0; i < dates.length; i++) {
            Date date = dates[i];
            days[i] = date == null ? null : date.toLocalDate();
        }
        return days;
    }
}
