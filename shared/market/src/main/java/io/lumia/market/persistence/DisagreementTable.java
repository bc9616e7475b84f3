package io.lumia.market.persistence;

import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.CorporateAction;
import io.lumia.market.SourceComparison.Close;
import io.lumia.market.persistence.BarDifference.OtherBar;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** {@code market.source_disagreement}, and the flags and sources of the bars it is about. */
@Singleton
@Requires(beans = DataSource.class)
class DisagreementTable {

    private static final String OPEN = """
            SELECT asset_id, trading_date, other_value, other_source_id
              FROM market.source_disagreement
             WHERE asset_id = ANY (?) AND trading_date BETWEEN ? AND ? AND resolved_at IS NULL
            """;

    private static final String ACTIONS = """
            SELECT asset_id, ex_date, kind, value FROM market.corporate_action
             WHERE asset_id = ANY (?)
             ORDER BY asset_id, ex_date, kind
            """;

    private static final String SEEN = """
            INSERT INTO market.source_disagreement (asset_id, trading_date, field, other_provider, kept_source_id, kept_value,
                                                    other_source_id, other_value, relative_difference, seen_at)
            VALUES (?, ?, 'close', ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (asset_id, trading_date, field, other_provider) DO UPDATE
               SET kept_source_id = excluded.kept_source_id, kept_value = excluded.kept_value,
                   other_source_id = excluded.other_source_id, other_value = excluded.other_value,
                   relative_difference = excluded.relative_difference, seen_at = excluded.seen_at, resolved_at = NULL
             WHERE (source_disagreement.kept_value, source_disagreement.other_value, source_disagreement.resolved_at)
                   IS DISTINCT FROM (excluded.kept_value, excluded.other_value, NULL)
            """;

    private static final String RESOLVED = """
            UPDATE market.source_disagreement SET resolved_at = ?
             WHERE asset_id = ? AND trading_date = ? AND field = 'close' AND other_provider = ? AND resolved_at IS NULL
            """;

    /** Keeps what was known, like any other change of a bar. */
    private static final String MARKED = """
            WITH marked AS MATERIALIZED (
                SELECT * FROM unnest(?, ?, ?, ?) AS m (asset_id, trading_date, flags, source_id)
            ), kept AS (
                INSERT INTO market.daily_bar_revision (asset_id, trading_date, open, high, low, close, volume, adj_close, flags,
                                                       valid_from, valid_to, source_id)
                SELECT b.asset_id, b.trading_date, b.open, b.high, b.low, b.close, b.volume, b.adj_close, b.flags,
                       b.learned_at, ?, b.source_id
                  FROM market.daily_bar b JOIN marked m USING (asset_id, trading_date)
                 WHERE b.trading_date BETWEEN ? AND ?
                ON CONFLICT DO NOTHING
            )
            UPDATE market.daily_bar b SET flags = m.flags, source_id = m.source_id, learned_at = ?
              FROM marked m
             WHERE b.asset_id = m.asset_id AND b.trading_date = m.trading_date AND b.trading_date BETWEEN ? AND ?
            """;

    private final Sql sql;
    private final SourceRegistry sources;

    DisagreementTable(Sql sql, SourceRegistry sources) {
        this.sql = sql;
        this.sources = sources;
    }

    /** Which bar. */
    record Key(int assetKey, LocalDate date) {
        static Key of(OtherBar bar) {
            return new Key(bar.asset().key(), bar.received().date());
        }
    }

    /** What another source said that is not resolved. */
    record Open(Close close, int otherSourceId) {}

    /** A disagreement to be written. */
    record Seen(Key key, Close kept, int keptSourceId, Close other, int otherSourceId, double difference) {}

    /** A disagreement that is over. */
    record Resolved(Key key, String otherProvider) {}

    /** A bar whose values stay, with the flags and the source that it has from now on. */
    record Marked(Key key, int flags, int sourceId) {}

    Map<Key, List<Open>> open(List<OtherBar> bars) {
        Map<Key, List<OpenRow>> rows = sql.prepare(OPEN, statement -> {
            statement.setArray(1, assetKeys(statement, bars));
            statement.setObject(2, first(bars.stream().map(Key::of).toList()));
            statement.setObject(3, last(bars.stream().map(Key::of).toList()));
            try (ResultSet found = statement.executeQuery()) {
                Map<Key, List<OpenRow>> open = new HashMap<>();
                while (found.next()) {
                    open.computeIfAbsent(
                                    new Key(found.getInt(1), found.getObject(2, LocalDate.class)),
                                    _ -> new ArrayList<>())
                            .add(new OpenRow(found.getDouble(3), found.getInt(4)));
                }
                return open;
            }
        });
        Map<Key, List<Open>> open = new HashMap<>();
        rows.forEach((key, ofKey) -> open.put(
                key,
                ofKey.stream()
                        .map(row -> new Open(new Close(row.value(), sources.get(row.sourceId())), row.sourceId()))
                        .toList()));
        return open;
    }

    private record OpenRow(double value, int sourceId) {}

    Map<Asset, List<CorporateAction>> actions(List<OtherBar> bars) {
        Map<Integer, List<CorporateAction>> byKey = sql.prepare(ACTIONS, statement -> {
            statement.setArray(1, assetKeys(statement, bars));
            try (ResultSet found = statement.executeQuery()) {
                Map<Integer, List<CorporateAction>> actions = new HashMap<>();
                while (found.next()) {
                    actions.computeIfAbsent(found.getInt(1), _ -> new ArrayList<>())
                            .add(new CorporateAction(
                                    found.getObject(2, LocalDate.class),
                                    ActionKind.parse(found.getString(3)),
                                    found.getDouble(4)));
                }
                return actions;
            }
        });
        Map<Asset, List<CorporateAction>> actions = new LinkedHashMap<>();
        bars.forEach(
                bar -> actions.put(bar.asset(), byKey.getOrDefault(bar.asset().key(), List.of())));
        return actions;
    }

    void write(List<Seen> seen, List<Resolved> resolved, List<Marked> marked, Instant at) {
        if (!resolved.isEmpty()) {
            sql.prepare(RESOLVED, statement -> writeResolved(statement, resolved, at));
        }
        if (!seen.isEmpty()) {
            sql.prepare(SEEN, statement -> writeSeen(statement, seen, at));
        }
        if (!marked.isEmpty()) {
            sql.prepare(MARKED, statement -> writeMarked(statement, marked, at));
        }
    }

    private static int[] writeSeen(PreparedStatement statement, List<Seen> seen, Instant at) throws SQLException {
        for (Seen row : seen) {
            statement.setInt(1, row.key().assetKey());
            statement.setObject(2, row.key().date());
            statement.setString(3, row.other().source().provider());
            statement.setInt(4, row.keptSourceId());
            statement.setDouble(5, row.kept().value());
            statement.setInt(6, row.otherSourceId());
            statement.setDouble(7, row.other().value());
            statement.setDouble(8, row.difference());
            statement.setObject(9, Sql.utc(at));
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    private static int[] writeResolved(PreparedStatement statement, List<Resolved> resolved, Instant at)
            throws SQLException {
        for (Resolved row : resolved) {
            statement.setObject(1, Sql.utc(at));
            statement.setInt(2, row.key().assetKey());
            statement.setObject(3, row.key().date());
            statement.setString(4, row.otherProvider());
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    private static int writeMarked(PreparedStatement statement, List<Marked> marked, Instant at) throws SQLException {
        List<Key> keys = marked.stream().map(Marked::key).toList();
        statement.setArray(
                1, array(statement, "int4", keys.stream().map(Key::assetKey).toArray()));
        statement.setArray(
                2,
                array(
                        statement,
                        "date",
                        keys.stream().map(key -> key.date().toString()).toArray()));
        statement.setArray(
                3, array(statement, "int4", marked.stream().map(Marked::flags).toArray()));
        statement.setArray(
                4,
                array(
                        statement,
                        "int2",
                        marked.stream().map(mark -> (short) mark.sourceId()).toArray()));
        statement.setObject(5, Sql.utc(at));
        statement.setObject(6, first(keys));
        statement.setObject(7, last(keys));
        statement.setObject(8, Sql.utc(at));
        statement.setObject(9, first(keys));
        statement.setObject(10, last(keys));
        return statement.executeUpdate();
    }

    private static LocalDate first(List<Key> keys) {
        return keys.stream().map(Key::date).min(LocalDate::compareTo).orElseThrow();
    }

    private static LocalDate last(List<Key> keys) {
        return keys.stream().map(Key::date).max(LocalDate::compareTo).orElseThrow();
    }

    private static Array assetKeys(PreparedStatement statement, List<OtherBar> bars) throws SQLException {
        return array(
                statement,
                "int4",
                bars.stream().map(bar -> bar.asset().key()).distinct().toArray());
    }

    private static Array array(PreparedStatement statement, String type, Object[] values) throws SQLException {
        return statement.getConnection().createArrayOf(type, values);
    }
}
