package io.lumia.recommendation.snapshot.persistence;

import io.lumia.platform.database.BinaryRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bars of many assets by one binary COPY. Superseded ones are read besides where one of them was the one our books held; of
 * a quiet past there are few.
 */
final class BarReader {

    private static final String CURRENT = """
            SELECT asset_id, trading_date, close, volume, adj_close, flags, source_id, learned_at
              FROM market.daily_bar
             WHERE asset_id = ANY ('{%s}') AND trading_date BETWEEN '%s' AND '%s' AND learned_at <= '%s'
            """;

    private static final String SUPERSEDED = """
            SELECT DISTINCT ON (asset_id, trading_date)
                   asset_id, trading_date, close, volume, adj_close, flags, source_id, valid_from
              FROM market.daily_bar_revision
             WHERE asset_id = ANY ('{%s}') AND trading_date BETWEEN '%s' AND '%s' AND valid_from <= '%s'
               AND valid_to > '%s' AND valid_from < valid_to
             ORDER BY asset_id, trading_date, valid_from
            """;

    private static final int COLUMNS = 8;

    /** Room that is made at once, in bars: three years and a little. */
    private static final int MOST_ROOM = 800;

    private final @Nullable BarTable[] tables;
    private final int firstKey;
    private final int room;

    /** Keys lie close together, so that a place for each costs less than to look for it three million times. */
    private BarReader(List<KnownAsset> assets, int room) {
        this.firstKey = assets.stream().mapToInt(KnownAsset::key).min().orElse(0);
        int lastKey = assets.stream().mapToInt(KnownAsset::key).max().orElse(-1);
        this.tables = new BarTable[lastKey - firstKey + 1];
        this.room = room;
    }

    /**
     * By the asset's key, ascending by date.
     *
     * @param sessions how many are expected
     */
    static Map<Integer, BarTable> read(
            Connection connection, ReadingTime time, List<KnownAsset> assets, LocalDate first, int sessions)
            throws SQLException {
        String keys =
                assets.stream().map(asset -> Integer.toString(asset.key())).collect(Collectors.joining(","));
        Map<Integer, BarTable> bars = new BarReader(assets, Math.min(sessions, MOST_ROOM))
                .copy(connection, CURRENT.formatted(keys, first, time.session(), time.knownAt()));
        new BarReader(assets, 1)
                .copy(connection, SUPERSEDED.formatted(keys, first, time.session(), time.knownAt(), time.asOf()))
                .forEach((key, superseded) -> bars.merge(key, superseded, BarTable::overlaidBy));
        return bars;
    }

    private Map<Integer, BarTable> copy(Connection connection, String select) throws SQLException {
        try (BinaryRows rows = BinaryRows.of(connection, select, COLUMNS)) {
            while (rows.next()) {
                table(rows.getInt() - firstKey).add(rows);
            }
        }
        Map<Integer, BarTable> byKey = HashMap.newHashMap(tables.length);
        for (int i = 0; i < tables.length; i++) {
            BarTable table = tables[i];
            if (table != null) {
                byKey.put(firstKey + i, table.sorted());
            }
        }
        return byKey;
    }

    private BarTable table(int place) {
        BarTable table = tables[place];
        if (table == null) {
            table = new BarTable(room);
            tables[place] = table;
        }
        return table;
    }
}
