package io.lumia.market.persistence;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Asset;
import io.lumia.market.DailyBar;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.PricesOfMany;
import io.lumia.market.StoredAction;
import io.lumia.market.StoredBars;
import io.lumia.platform.database.BinaryRows;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * {@link PricesOfMany} in {@code market.daily_bar} by binary COPY, which takes no parameters: what is written into the text
 * are integers, dates and instants of ours.
 */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcPricesOfMany implements PricesOfMany {

    private static final int COLUMNS = 11;

    private static final String BARS = """
            SELECT asset_id, trading_date, open, high, low, close, volume, adj_close, flags, source_id, learned_at
              FROM market.daily_bar
             WHERE asset_id = ANY ('{%s}') AND trading_date BETWEEN '%s' AND '%s'
             ORDER BY asset_id, trading_date
            """;

    /** The version that ended after the instant first is the one held then, or else the first learned. */
    private static final String SUPERSEDED = """
            SELECT DISTINCT ON (asset_id, trading_date)
                   asset_id, trading_date, open, high, low, close, volume, adj_close, flags, source_id, valid_from
              FROM market.daily_bar_revision
             WHERE asset_id = ANY ('{%s}') AND trading_date BETWEEN '%s' AND '%s' AND valid_to > '%s'
             ORDER BY asset_id, trading_date, valid_from
            """;

    private static final String ACTIONS = """
            SELECT DISTINCT ON (asset_id, ex_date, kind) asset_id, ex_date, kind, value, source_id
              FROM (SELECT asset_id, ex_date, kind, value, source_id, valid_from
                      FROM market.corporate_action_revision
                     WHERE asset_id = ANY (?) AND valid_to > ?
                    UNION ALL
                    SELECT asset_id, ex_date, kind, value, source_id, learned_at
                      FROM market.corporate_action
                     WHERE asset_id = ANY (?)) versions
             ORDER BY asset_id, ex_date, kind, valid_from
            """;

    private static final String CLOSES = """
            SELECT k.asset_id, b.close
              FROM unnest(?::int[], ?::date[]) AS k (asset_id, trading_date)
             CROSS JOIN LATERAL (SELECT close FROM market.daily_bar d
                                  WHERE d.asset_id = k.asset_id AND d.trading_date = k.trading_date
                                  LIMIT 1) b
            """;

    private final Sql sql;
    private final SourceRegistry sources;

    JdbcPricesOfMany(Sql sql, SourceRegistry sources) {
        this.sql = sql;
        this.sources = sources;
    }

    /** Whose bars are read, and up to which day each: markets close at different times. */
    private record Wanted(Map<Integer, LocalDate> lastOf, LocalDate from, LocalDate to, Instant asOf) {

        static Wanted of(Collection<Asset> assets, LocalDate from, AsOf asOf) {
            Map<Integer, LocalDate> lastOf = HashMap.newHashMap(assets.size());
            ExchangeCalendar.lastClosedSessions(assets, asOf).forEach((asset, last) -> lastOf.put(asset.key(), last));
            LocalDate to = lastOf.values().stream().reduce(from, (one, other) -> other.isAfter(one) ? other : one);
            return new Wanted(lastOf, from, to, asOf.instant().truncatedTo(ChronoUnit.MICROS));
        }

        String keys(Collection<Integer> some) {
            return some.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    @Override
    public Map<Integer, StoredBars> bars(Collection<Asset> assets, LocalDate from, AsOf asOf) {
        Wanted wanted = Wanted.of(assets, from, asOf);
        Map<Integer, List<BarVersion>> current =
                versions(BARS.formatted(wanted.keys(wanted.lastOf().keySet()), wanted.from(), wanted.to()), wanted);
        List<Integer> late = current.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(BarVersion::late))
                .map(Map.Entry::getKey)
                .toList();
        Map<Integer, List<BarVersion>> superseded = late.isEmpty()
                ? Map.of()
                : versions(SUPERSEDED.formatted(wanted.keys(late), wanted.from(), wanted.to(), wanted.asOf()), wanted);
        Map<Integer, StoredBars> bars = HashMap.newHashMap(current.size());
        current.forEach((key, versions) -> bars.put(
                key, BarVersion.stored(BarVersion.overlaid(versions, superseded.getOrDefault(key, List.of())))));
        return bars;
    }

    private Map<Integer, List<BarVersion>> versions(String select, Wanted wanted) {
        return sql.withConnection(connection -> {
            List<RawVersion> read = read(connection, select, wanted);
            Map<Integer, List<BarVersion>> versions = new HashMap<>();
            for (RawVersion raw : read) {
                versions.computeIfAbsent(raw.key(), _ -> new ArrayList<>())
                        .add(new BarVersion(raw.bar(), sources.get(raw.source()), raw.late()));
            }
            return versions;
        });
    }

    /** Sources are looked up after the copy: a connection does one thing at a time. */
    private record RawVersion(int key, DailyBar bar, int source, boolean late) {}

    private static List<RawVersion> read(Connection connection, String select, Wanted wanted) throws SQLException {
        List<RawVersion> read = new ArrayList<>();
        try (BinaryRows rows = BinaryRows.of(connection, select, COLUMNS)) {
            while (rows.next()) {
                if (read.size() == MAX_BARS) {
                    throw new AppException(ErrorCode.LIMIT_REACHED, "more than %,d bars".formatted(MAX_BARS));
                }
                RawVersion raw = raw(rows, wanted.asOf());
                if (!raw.bar().date().isAfter(wanted.lastOf().get(raw.key()))) {
                    read.add(raw);
                }
            }
        }
        return read;
    }

    private static RawVersion raw(BinaryRows row, Instant asOf) {
        int key = row.getInt();
        LocalDate date = LocalDate.ofEpochDay(row.getEpochDay());
        double open = row.getDouble();
        double high = row.getDouble();
        double low = row.getDouble();
        double close = row.getDouble();
        double volume = row.getDouble();
        double adjClose = row.getDouble();
        DailyBar bar = new DailyBar(date, open, high, low, close, volume, adjClose, row.getInt());
        return new RawVersion(key, bar, row.getShort(), row.getInstant().isAfter(asOf));
    }

    @Override
    public Map<Integer, List<StoredAction>> actions(Collection<Asset> assets, AsOf asOf) {
        List<Integer> keys = assets.stream().map(Asset::key).toList();
        return sql.prepare(ACTIONS, statement -> {
            Sql.setArray(statement, 1, "int4", keys);
            statement.setObject(2, Sql.utc(asOf.instant().truncatedTo(ChronoUnit.MICROS)));
            Sql.setArray(statement, 3, "int4", keys);
            Map<Integer, List<StoredAction>> actions = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    actions.computeIfAbsent(row.getInt("asset_id"), _ -> new ArrayList<>())
                            .add(ActionRows.read(row, sources));
                }
            }
            return actions;
        });
    }

    @Override
    public Map<Integer, Double> closes(Map<Asset, LocalDate> days) {
        List<Map.Entry<Asset, LocalDate>> wanted = List.copyOf(days.entrySet());
        return sql.prepare(CLOSES, statement -> {
            Sql.setArray(statement, 1, "int4", wanted, day -> day.getKey().key());
            Sql.setArray(statement, 2, "date", wanted, day -> java.sql.Date.valueOf(day.getValue()));
            Map<Integer, Double> closes = HashMap.newHashMap(wanted.size());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    closes.put(row.getInt(1), row.getDouble(2));
                }
            }
            return closes;
        });
    }
}
