package io.lumia.market.persistence;

import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.CompanyFact;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.FactStore;
import io.lumia.market.Filing;
import io.lumia.market.Fundamental;
import io.lumia.market.MergeCounts;
import io.lumia.market.Observation;
import io.lumia.market.Source;
import io.lumia.market.SourceComparison;
import io.lumia.platform.database.BinaryCopy;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * {@link FactStore}: COPY into staging, then one {@link MergeStatement}; bars that are new take a shorter way. The assets of a batch are locked first, in the
 * order of their keys, so that two batches about one asset follow each other and each sees what the other wrote.
 */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcFactStore implements FactStore {

    private static final String LOCK_ASSETS =
            "SELECT asset_id FROM market.asset WHERE asset_id = ANY (?) ORDER BY asset_id FOR NO KEY UPDATE";
    /** A batch of 60,000 rows is compared in memory; the server's default would spill it to disk. */
    private static final String WORK_MEMORY = "SET LOCAL work_mem = '64MB'";

    private static final String BARS_TARGET = """
            market.daily_bar (asset_id, trading_date, open, high, low, close, volume, adj_close, learned_at, flags, source_id)
            """;
    private static final int BARS_COLUMNS = 11;
    private static final String RECENT_BARS = """
            SELECT b.asset_id, b.trading_date, b.open, b.high, b.low, b.close, b.volume, b.adj_close, b.flags, b.source_id
              FROM unnest(cast(? AS int[])) AS wanted (asset_id)
             CROSS JOIN LATERAL (
                   SELECT * FROM market.daily_bar d
                    WHERE d.asset_id = wanted.asset_id AND d.trading_date < ?
                    ORDER BY d.trading_date DESC
                    LIMIT ?) b
             ORDER BY b.asset_id, b.trading_date
            """;
    private static final String ACTIONS_OF = """
            SELECT asset_id, ex_date, kind, value FROM market.corporate_action
             WHERE asset_id = ANY (?)
             ORDER BY asset_id, ex_date, kind
            """;

    private final Sql sql;
    private final SourceRegistry sources;
    private final TwoSources twoSources;

    JdbcFactStore(Sql sql, SourceRegistry sources, TwoSources twoSources) {
        this.sql = sql;
        this.sources = sources;
        this.twoSources = twoSources;
    }

    /**
     * Bars come by the million, so they are compared in memory first: bars our books lack are copied straight into the
     * table, and only those that say something else go by way of staging, which keeps the superseded value.
     */
    @Override
    public Merged mergeBars(BatchStamp stamp, Map<Asset, List<DailyBar>> bars) {
        Map<Asset, List<DailyBar>> sorted = sortedByDate(bars);
        Span span = Span.of(sorted.values(), DailyBar::date);
        if (span == null) {
            return Merged.NOTHING;
        }
        int sourceId = sources.keyOf(stamp.source());
        return sql.withConnection(connection -> {
            lock(connection, List.copyOf(sorted.keySet()));
            BarDifference difference = BarDifference.between(connection, sourceId, sorted, span.first(), span.last());
            add(connection, stamp, sourceId, difference.lacking());
            Map<Asset, List<DailyBar>> changing = twoSources.settle(stamp, sourceId, difference);
            Merged changed = merge(MergeStatement.BARS, stamp, changing, DailyBar::date, (copy, bar) -> {
                putPrices(copy, bar);
                copy.putInt(bar.flags());
            });
            long received = count(sorted);
            return together(difference.lacking(), changed, received - count(difference.lacking()) - count(changing));
        });
    }

    private static long count(Map<Asset, List<DailyBar>> bars) {
        return bars.values().stream().mapToLong(List::size).sum();
    }

    private static Map<Asset, List<DailyBar>> sortedByDate(Map<Asset, List<DailyBar>> bars) {
        Map<Asset, List<DailyBar>> sorted = new LinkedHashMap<>();
        bars.forEach((asset, list) -> sorted.put(
                asset,
                list.stream().sorted(Comparator.comparing(DailyBar::date)).toList()));
        return sorted;
    }

    private static void add(Connection connection, BatchStamp stamp, int sourceId, Map<Asset, List<DailyBar>> lacking)
            throws SQLException {
        if (lacking.isEmpty()) {
            return;
        }
        try (BinaryCopy copy = BinaryCopy.into(connection, BARS_TARGET)) {
            for (var entry : lacking.entrySet()) {
                for (DailyBar bar : entry.getValue()) {
                    copy.startRow(BARS_COLUMNS);
                    copy.putInt(entry.getKey().key());
                    copy.putDate(bar.date());
                    putPrices(copy, bar);
                    copy.putInstant(stamp.learnedAt());
                    copy.putInt(bar.flags());
                    copy.putShort(sourceId);
                }
            }
            copy.finish();
        }
    }

    private static void putPrices(BinaryCopy copy, DailyBar bar) throws SQLException {
        copy.putDouble(bar.open());
        copy.putDouble(bar.high());
        copy.putDouble(bar.low());
        copy.putDouble(bar.close());
        copy.putDoubleOrNull(bar.volume());
        copy.putDoubleOrNull(bar.adjClose());
    }

    private static Merged together(Map<Asset, List<DailyBar>> added, Merged changed, long unchanged) {
        Map<Asset, LocalDate> first = new LinkedHashMap<>(changed.firstChanged());
        Map<Asset, LocalDate> last = new LinkedHashMap<>(changed.lastChanged());
        long inserted = 0;
        for (var entry : added.entrySet()) {
            List<DailyBar> bars = entry.getValue();
            inserted += bars.size();
            first.merge(entry.getKey(), bars.getFirst().date(), (a, b) -> a.isBefore(b) ? a : b);
            last.merge(entry.getKey(), bars.getLast().date(), (a, b) -> a.isAfter(b) ? a : b);
        }
        MergeCounts counts = new MergeCounts(inserted, changed.counts().revised(), unchanged);
        return new Merged(counts.plus(new MergeCounts(0, 0, changed.counts().unchanged())), first, last);
    }

    @Override
    public Merged mergeActions(BatchStamp stamp, Map<Asset, List<CorporateAction>> actions) {
        return merge(MergeStatement.ACTIONS, stamp, actions, CorporateAction::exDate, (copy, action) -> {
            copy.putText(action.kind().code());
            copy.putDouble(action.value());
        });
    }

    @Override
    public Merged mergeObservations(BatchStamp stamp, Map<Asset, List<Observation>> observations) {
        return merge(
                MergeStatement.OBSERVATIONS,
                stamp,
                observations,
                Observation::date,
                (copy, observation) -> copy.putDouble(observation.value()));
    }

    @Override
    public Merged mergeFundamentals(BatchStamp stamp, Map<Asset, List<Fundamental>> fundamentals) {
        return merge(MergeStatement.FUNDAMENTALS, stamp, fundamentals, Fundamental::periodEnd, (copy, fundamental) -> {
            copy.putText(fundamental.metric());
            copy.putDate(fundamental.periodStart());
            copy.putDate(fundamental.reportedAt());
            copy.putBoolean(fundamental.reportedAtAssumed());
            copy.putDouble(fundamental.value());
            copy.putText(fundamental.currency());
        });
    }

    @Override
    public MergeCounts mergeFilings(BatchStamp stamp, List<Filing> filings) {
        int sourceId = sources.keyOf(stamp.source());
        return sql.withConnection(connection -> FilingMerge.merge(connection, stamp, sourceId, filings));
    }

    @Override
    public MergeCounts mergeCompanyFacts(BatchStamp stamp, List<CompanyFact> facts) {
        int sourceId = sources.keyOf(stamp.source());
        return sql.withConnection(connection -> CompanyFactMerge.merge(connection, stamp, sourceId, facts));
    }

    /** Writes the columns of a row that follow asset and date, in the order of the {@link MergeStatement}. */
    @FunctionalInterface
    private interface RowWriter<T> {
        void write(BinaryCopy copy, T row) throws SQLException;
    }

    private <T> Merged merge(
            MergeStatement statement,
            BatchStamp stamp,
            Map<Asset, List<T>> rows,
            Function<T, LocalDate> dateOf,
            RowWriter<T> writer) {
        List<Asset> assets = rows.keySet().stream()
                .sorted(Comparator.comparingInt(Asset::key))
                .toList();
        Span span = Span.of(rows.values(), dateOf);
        if (span == null) {
            return Merged.NOTHING;
        }
        int sourceId = sources.keyOf(stamp.source());
        return sql.withConnection(connection -> {
            lock(connection, assets);
            long staged = stage(connection, statement, stamp, assets, rows, dateOf, writer);
            return takeIn(connection, statement, stamp, sourceId, assets, span, staged);
        });
    }

    private static void lock(Connection connection, List<Asset> assets) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_ASSETS)) {
            statement.setArray(1, keys(connection, assets));
            statement.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement(WORK_MEMORY)) {
            statement.execute();
        }
    }

    private static <T> long stage(
            Connection connection,
            MergeStatement statement,
            BatchStamp stamp,
            List<Asset> assets,
            Map<Asset, List<T>> rows,
            Function<T, LocalDate> dateOf,
            RowWriter<T> writer)
            throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(connection, statement.stagingTarget())) {
            for (Asset asset : assets) {
                for (T row : rows.getOrDefault(asset, List.of())) {
                    copy.startRow(statement.stagingColumns());
                    copy.putUuid(stamp.batchId());
                    copy.putInt(asset.key());
                    copy.putDate(dateOf.apply(row));
                    writer.write(copy, row);
                }
            }
            return copy.finish();
        }
    }

    private static Merged takeIn(
            Connection connection,
            MergeStatement merge,
            BatchStamp stamp,
            int sourceId,
            List<Asset> assets,
            Span span,
            long staged)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(merge.sql())) {
            statement.setObject(1, stamp.batchId());
            statement.setArray(2, keys(connection, assets));
            statement.setObject(3, span.first());
            statement.setObject(4, span.last());
            statement.setObject(5, Sql.utc(stamp.learnedAt()));
            statement.setObject(6, Sql.utc(stamp.learnedAt()));
            statement.setInt(7, sourceId);
            statement.setObject(8, Sql.utc(stamp.learnedAt()));
            statement.setInt(9, sourceId);
            try (ResultSet changed = statement.executeQuery()) {
                return merged(changed, assets, staged);
            }
        }
    }

    private static Merged merged(ResultSet changed, List<Asset> assets, long staged) throws SQLException {
        Map<Integer, Asset> byKey = new HashMap<>();
        assets.forEach(asset -> byKey.put(asset.key(), asset));
        Map<Asset, LocalDate> first = new LinkedHashMap<>();
        Map<Asset, LocalDate> last = new LinkedHashMap<>();
        long inserted = 0;
        long revised = 0;
        while (changed.next()) {
            Asset asset = java.util.Objects.requireNonNull(byKey.get(changed.getInt(1)));
            inserted += changed.getLong(2);
            revised += changed.getLong(3);
            first.put(asset, changed.getObject(4, LocalDate.class));
            last.put(asset, changed.getObject(5, LocalDate.class));
        }
        return new Merged(new MergeCounts(inserted, revised, staged - inserted - revised), first, last);
    }

    @Override
    public Map<Asset, List<DailyBar>> recentBars(List<Asset> assets, LocalDate before, int limit) {
        return sql.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(RECENT_BARS)) {
                statement.setArray(1, keys(connection, assets));
                statement.setObject(2, before);
                statement.setInt(3, limit);
                try (ResultSet rows = statement.executeQuery()) {
                    return grouped(rows, assets, BarRows::read);
                }
            }
        });
    }

    @Override
    public Map<Asset, List<DailyBar>> recentBarsInUnitsOf(
            Source source, List<Asset> assets, LocalDate before, int limit) {
        Map<Asset, List<Sourced>> recent = sql.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(RECENT_BARS)) {
                statement.setArray(1, keys(connection, assets));
                statement.setObject(2, before);
                statement.setInt(3, limit);
                try (ResultSet rows = statement.executeQuery()) {
                    return grouped(rows, assets, row -> new Sourced(BarRows.read(row), row.getInt("source_id")));
                }
            }
        });
        Map<Asset, List<CorporateAction>> actions = actions(assets);
        Map<Asset, List<DailyBar>> converted = new LinkedHashMap<>();
        recent.forEach((asset, bars) -> converted.put(
                asset,
                bars.stream()
                        .map(bar -> SourceComparison.inUnitsOf(
                                source, bar.bar(), sources.get(bar.sourceId()), actions.getOrDefault(asset, List.of())))
                        .toList()));
        return converted;
    }

    private record Sourced(DailyBar bar, int sourceId) {}

    @Override
    public Map<Asset, List<CorporateAction>> actions(List<Asset> assets) {
        return sql.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ACTIONS_OF)) {
                statement.setArray(1, keys(connection, assets));
                try (ResultSet rows = statement.executeQuery()) {
                    return grouped(rows, assets, JdbcFactStore::action);
                }
            }
        });
    }

    private static CorporateAction action(ResultSet row) throws SQLException {
        return new CorporateAction(
                row.getObject("ex_date", LocalDate.class),
                ActionKind.parse(row.getString("kind")),
                row.getDouble("value"));
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> Map<Asset, List<T>> grouped(ResultSet rows, List<Asset> assets, RowReader<T> reader)
            throws SQLException {
        Map<Integer, List<T>> byKey = new HashMap<>();
        while (rows.next()) {
            byKey.computeIfAbsent(rows.getInt("asset_id"), _ -> new ArrayList<>())
                    .add(reader.read(rows));
        }
        Map<Asset, List<T>> result = new LinkedHashMap<>();
        assets.forEach(asset -> result.put(asset, byKey.getOrDefault(asset.key(), List.of())));
        return result;
    }

    private static java.sql.Array keys(Connection connection, List<Asset> assets) throws SQLException {
        return connection.createArrayOf("int4", assets.stream().map(Asset::key).toArray());
    }

    /** The first and last date of a batch. */
    private record Span(LocalDate first, LocalDate last) {

        static <T> @org.jspecify.annotations.Nullable Span of(Collection<List<T>> rows, Function<T, LocalDate> dateOf) {
            LocalDate first = null;
            LocalDate last = null;
            for (List<T> list : rows) {
                for (T row : list) {
                    LocalDate date = dateOf.apply(row);
                    first = first == null || date.isBefore(first) ? date : first;
                    last = last == null || date.isAfter(last) ? date : last;
                }
            }
            return first == null || last == null ? null : new Span(first, last);
        }
    }
}
