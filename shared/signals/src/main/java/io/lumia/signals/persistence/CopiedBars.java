package io.lumia.signals.persistence;

import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.CorporateAction;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.market.StoredAction;
import io.lumia.platform.database.BinaryRows;
import io.lumia.platform.database.Sql;
import io.lumia.signals.AssetBars;
import io.lumia.signals.CurrentBars;
import io.lumia.signals.SplitAdjusted;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * {@link CurrentBars} by binary COPY out of {@code market.daily_bar}: ten million bars in about ten seconds of processor
 * time on both sides. Only assets that ever split are turned into objects on their way.
 */
@Singleton
@Requires(beans = DataSource.class)
final class CopiedBars implements CurrentBars {

    private static final String BARS = """
            SELECT asset_id, trading_date, high, low, close, volume, flags, source_id
              FROM market.daily_bar
             WHERE asset_id = ANY ('{%s}') AND trading_date >= '%s'
            """;
    private static final int BAR_COLUMNS = 8;

    /** Dividends move a split-adjusted price only where a source took them out and they must be put back. */
    private static final String ACTIONS = """
            SELECT asset_id, ex_date, kind, value, source_id
              FROM market.corporate_action
             WHERE asset_id = ANY (?) AND (? OR kind IN ('split', 'spin_off'))
             ORDER BY asset_id, ex_date, kind
            """;

    private static final String SOURCES = """
            SELECT source_id, provider, name, as_of, price_basis, currency, licence, attribution
              FROM market.source
             ORDER BY source_id
            """;

    private final Sql sql;

    CopiedBars(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<Integer, AssetBars> read(Collection<Asset> assets, LocalDate from) {
        return sql.withConnection(connection -> {
            Map<Short, Source> sources = sources(connection);
            Map<Integer, List<StoredAction>> actions = actions(connection, assets, sources);
            Map<Integer, BarArrays> arrays = arrays(connection, assets, from);
            Map<Integer, AssetBars> bars = HashMap.newHashMap(arrays.size());
            arrays.forEach(
                    (key, raw) -> bars.put(key, adjusted(raw.sorted(), actions.getOrDefault(key, List.of()), sources)));
            return bars;
        });
    }

    private static AssetBars adjusted(BarArrays raw, List<StoredAction> actions, Map<Short, Source> sources) {
        if (actions.isEmpty()) {
            return AssetBars.asReceived(raw.series());
        }
        AssetBars bars = SplitAdjusted.of(raw.stored(sources), actions);
        boolean resumable = !SplitAdjusted.isReconstructed(sources.values(), actions);
        return new AssetBars(bars.series(), bars.priceBasis(), resumable);
    }

    private static boolean isFullyAdjusted(Source source) {
        return source.priceBasis() == PriceBasis.FULLY_ADJUSTED;
    }

    private static Map<Integer, BarArrays> arrays(Connection connection, Collection<Asset> assets, LocalDate from)
            throws SQLException {
        String select = BARS.formatted(Literals.keys(assets), Literals.date(from));
        Map<Integer, BarArrays> arrays = HashMap.newHashMap(assets.size());
        try (BinaryRows rows = BinaryRows.of(connection, select, BAR_COLUMNS)) {
            int key = -1;
            BarArrays current = new BarArrays();
            while (rows.next()) {
                int rowKey = rows.getInt();
                if (rowKey != key) {
                    key = rowKey;
                    current = arrays.computeIfAbsent(rowKey, _ -> new BarArrays());
                }
                current.add(
                        rows.getEpochDay(),
                        rows.getDouble(),
                        rows.getDouble(),
                        rows.getDouble(),
                        rows.getDouble(),
                        rows.getInt(),
                        rows.getShort());
            }
        }
        return arrays;
    }

    private static Map<Integer, List<StoredAction>> actions(
            Connection connection, Collection<Asset> assets, Map<Short, Source> sources) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACTIONS)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int4", assets.stream().map(Asset::key).toArray()));
            statement.setBoolean(2, sources.values().stream().anyMatch(CopiedBars::isFullyAdjusted));
            try (ResultSet rows = statement.executeQuery()) {
                Map<Integer, List<StoredAction>> actions = new HashMap<>();
                while (rows.next()) {
                    actions.computeIfAbsent(rows.getInt("asset_id"), _ -> new ArrayList<>())
                            .add(action(rows, sources));
                }
                return actions;
            }
        }
    }

    private static StoredAction action(ResultSet row, Map<Short, Source> sources) throws SQLException {
        CorporateAction action = new CorporateAction(
                row.getObject("ex_date", LocalDate.class),
                ActionKind.parse(row.getString("kind")),
                row.getDouble("value"));
        return new StoredAction(action, java.util.Objects.requireNonNull(sources.get(row.getShort("source_id"))));
    }

    private static Map<Short, Source> sources(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SOURCES);
                ResultSet rows = statement.executeQuery()) {
            Map<Short, Source> sources = new HashMap<>();
            while (rows.next()) {
                sources.put(rows.getShort("source_id"), source(rows));
            }
            return sources;
        }
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getString("provider"),
                row.getString("name"),
                Sql.instant(row, "as_of"),
                PriceBasis.parse(row.getString("price_basis")),
                row.getString("currency"),
                row.getString("licence"),
                row.getString("attribution"));
    }
}
