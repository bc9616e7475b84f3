package io.lumia.market.persistence;

import io.lumia.market.Asset;
import io.lumia.market.BarFlag;
import io.lumia.market.DailyBar;
import io.lumia.platform.database.BinaryRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a batch of bars would change: bars our books lack, bars they have with other values, and bars they have from another
 * source. Everything else is left alone, so that a batch that says what we know costs one read. The caller holds the locks
 * of the assets.
 *
 * @param lacking   oldest first per asset
 * @param differing oldest first per asset: of the same source, and without doubt about it
 * @param others    of another source, or doubted ({@link BarFlag#SOURCES_DISAGREE}); the same values or others
 */
record BarDifference(Map<Asset, List<DailyBar>> lacking, Map<Asset, List<DailyBar>> differing, List<OtherBar> others) {

    /**
     * A bar that our books have of another source.
     *
     * @param received what came
     * @param existing what our books have
     * @param sourceId of what our books have
     */
    record OtherBar(Asset asset, DailyBar received, DailyBar existing, int sourceId) {

        boolean saysTheSame() {
            return BarDifference.saysTheSame(existing, received);
        }
    }

    private static final String EXISTING = """
            SELECT asset_id, trading_date, open, high, low, close, volume, adj_close, flags, source_id
              FROM market.daily_bar
             WHERE asset_id IN (%s) AND trading_date BETWEEN '%s' AND '%s'
             ORDER BY asset_id, trading_date
            """;
    private static final int EXISTING_COLUMNS = 10;

    /** Bars must be sorted by date within an asset; assets are taken in the order of their keys. */
    static BarDifference between(
            Connection connection, int sourceId, Map<Asset, List<DailyBar>> bars, LocalDate from, LocalDate to)
            throws SQLException {
        BarDifference difference = new BarDifference(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        List<Asset> assets = bars.keySet().stream()
                .sorted(Comparator.comparingInt(Asset::key))
                .toList();
        String keys =
                assets.stream().map(asset -> Integer.toString(asset.key())).collect(Collectors.joining(","));
        try (BinaryRows rows = BinaryRows.of(connection, EXISTING.formatted(keys, from, to), EXISTING_COLUMNS)) {
            Cursor cursor = new Cursor(rows);
            for (Asset asset : assets) {
                difference.add(asset, sourceId, bars.getOrDefault(asset, List.of()), cursor);
            }
            cursor.drain();
        }
        return difference;
    }

    long size() {
        return count(lacking) + count(differing);
    }

    private static long count(Map<Asset, List<DailyBar>> bars) {
        return bars.values().stream().mapToLong(List::size).sum();
    }

    private void add(Asset asset, int sourceId, List<DailyBar> bars, Cursor existing) throws SQLException {
        List<DailyBar> missing = new ArrayList<>();
        List<DailyBar> other = new ArrayList<>();
        for (DailyBar bar : bars) {
            existing.moveTo(asset.key(), bar.date().toEpochDay());
            if (!existing.isAt(asset.key(), bar.date().toEpochDay())) {
                missing.add(bar);
            } else if (existing.sourceId != sourceId || existing.isDoubted()) {
                others.add(new OtherBar(asset, bar, existing.bar(), existing.sourceId));
            } else if (!existing.saysTheSameAs(bar)) {
                other.add(bar);
            }
        }
        put(lacking, asset, missing);
        put(differing, asset, other);
    }

    private static void put(Map<Asset, List<DailyBar>> map, Asset asset, List<DailyBar> bars) {
        if (!bars.isEmpty()) {
            map.put(asset, Collections.unmodifiableList(bars));
        }
    }

    /** Walks once through the existing rows, which come in the order in which they are asked for. */
    private static final class Cursor {

        private final BinaryRows rows;
        private boolean ended;
        private int key = Integer.MIN_VALUE;
        private long day = Long.MIN_VALUE;
        private final double[] values = new double[EXISTING_COLUMNS - 4];
        private int flags;
        private int sourceId;

        Cursor(BinaryRows rows) {
            this.rows = rows;
        }

        void moveTo(int wantedKey, long wantedDay) throws SQLException {
            while (!ended && (key < wantedKey || (key == wantedKey && day < wantedDay))) {
                advance();
            }
        }

        boolean isAt(int wantedKey, long wantedDay) {
            return !ended && key == wantedKey && day == wantedDay;
        }

        boolean saysTheSameAs(DailyBar bar) {
            return flags == bar.flags()
                    && same(values[0], bar.open())
                    && same(values[1], bar.high())
                    && same(values[2], bar.low())
                    && same(values[3], bar.close())
                    && same(values[4], bar.volume())
                    && same(values[5], bar.adjClose());
        }

        boolean isDoubted() {
            return (flags & BarFlag.SOURCES_DISAGREE.bit()) != 0;
        }

        DailyBar bar() {
            return new DailyBar(
                    LocalDate.ofEpochDay(day), values[0], values[1], values[2], values[3], values[4], values[5], flags);
        }

        /** A copy must be read to its end before the connection can do anything else. */
        void drain() throws SQLException {
            while (!ended) {
                advance();
            }
        }

        private void advance() throws SQLException {
            ended = !rows.next();
            if (ended) {
                return;
            }
            key = rows.getInt();
            day = rows.getEpochDay();
            for (int i = 0; i < values.length; i++) {
                values[i] = rows.getDouble();
            }
            flags = rows.getInt();
            sourceId = rows.getShort();
        }
    }

    private static boolean saysTheSame(DailyBar one, DailyBar other) {
        return one.flags() == other.flags()
                && same(one.open(), other.open())
                && same(one.high(), other.high())
                && same(one.low(), other.low())
                && same(one.close(), other.close())
                && same(one.volume(), other.volume())
                && same(one.adjClose(), other.adjClose());
    }

    /** Unknown equals unknown; 0.0 and -0.0 are the same price. */
    private static boolean same(double a, double b) {
        return a == b || (Double.isNaN(a) && Double.isNaN(b));
    }
}
