package io.lumia.market.persistence;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.PriceHistory;
import io.lumia.market.StoredAction;
import io.lumia.market.StoredBars;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** {@link PriceHistory} in {@code market.daily_bar}, {@code corporate_action} and their revisions. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcPriceHistory implements PriceHistory {

    /**
     * One row per date: the version that our books held at the instant, else the first we learned. The current row
     * answers alone unless it was learned after the instant.
     */
    private static final String BARS = """
            SELECT trading_date, open, high, low, close, volume, adj_close, flags, source_id, learned_at > ? AS is_late
              FROM market.daily_bar
             WHERE asset_id = ? AND trading_date BETWEEN ? AND ?
             ORDER BY trading_date
            """;

    private static final String SUPERSEDED_BARS = """
            SELECT DISTINCT ON (trading_date)
                   trading_date, open, high, low, close, volume, adj_close, flags, source_id, valid_from > ? AS is_late
              FROM market.daily_bar_revision
             WHERE asset_id = ? AND trading_date BETWEEN ? AND ? AND valid_to > ?
             ORDER BY trading_date, valid_from
            """;

    /** The earliest version that ended after the instant is the one held then, or else the first learned. */
    private static final String ACTIONS = """
            SELECT DISTINCT ON (ex_date, kind) ex_date, kind, value, source_id
              FROM (SELECT ex_date, kind, value, source_id, valid_from, valid_to
                      FROM market.corporate_action_revision
                     WHERE asset_id = ? AND valid_to > ?
                    UNION ALL
                    SELECT ex_date, kind, value, source_id, learned_at, 'infinity'
                      FROM market.corporate_action
                     WHERE asset_id = ?) versions
             ORDER BY ex_date, kind, valid_from
            """;

    private final Sql sql;
    private final SourceRegistry sources;

    JdbcPriceHistory(Sql sql, SourceRegistry sources) {
        this.sql = sql;
        this.sources = sources;
    }

    @Override
    public StoredBars bars(Asset asset, LocalDate from, LocalDate to, AsOf asOf) {
        LocalDate last = earlier(to, calendarOf(asset).lastClosedSession(asOf));
        List<BarVersion> current = versions(BARS, asset, from, last, asOf, false);
        boolean anyLate = current.stream().anyMatch(BarVersion::late);
        List<BarVersion> seen = anyLate
                ? BarVersion.overlaid(current, versions(SUPERSEDED_BARS, asset, from, last, asOf, true))
                : current;
        return BarVersion.stored(seen);
    }

    @Override
    public List<StoredAction> actions(Asset asset, AsOf asOf) {
        return sql.prepare(ACTIONS, statement -> {
            statement.setInt(1, asset.key());
            statement.setObject(2, Sql.utc(asOf.instant()));
            statement.setInt(3, asset.key());
            return Sql.list(statement, row -> ActionRows.read(row, sources));
        });
    }

    private List<BarVersion> versions(
            String query, Asset asset, LocalDate from, LocalDate to, AsOf asOf, boolean superseded) {
        return sql.prepare(query, statement -> {
            bind(statement, asset, from, to, asOf);
            if (superseded) {
                statement.setObject(5, Sql.utc(asOf.instant()));
            }
            return Sql.list(
                    statement,
                    row -> new BarVersion(
                            BarRows.read(row), sources.get(row.getInt("source_id")), row.getBoolean("is_late")));
        });
    }

    private static void bind(PreparedStatement statement, Asset asset, LocalDate from, LocalDate to, AsOf asOf)
            throws SQLException {
        statement.setObject(1, Sql.utc(asOf.instant()));
        statement.setInt(2, asset.key());
        statement.setObject(3, from);
        statement.setObject(4, to);
    }

    private static ExchangeCalendar calendarOf(Asset asset) {
        return ExchangeCalendar.of(asset.definition());
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
