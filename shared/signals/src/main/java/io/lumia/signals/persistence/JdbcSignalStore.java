package io.lumia.signals.persistence;

import io.lumia.market.Asset;
import io.lumia.platform.database.BinaryCopy;
import io.lumia.platform.database.Sql;
import io.lumia.quant.signal.RecursionState;
import io.lumia.signals.Computation;
import io.lumia.signals.ComputedRows;
import io.lumia.signals.RowsChanged;
import io.lumia.signals.SignalStore;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** {@link SignalStore} in the schema {@code signals}. NaN becomes NULL here, and NULL becomes NaN, nowhere else. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcSignalStore implements SignalStore {

    /** In the order of the keys, like the lock that follows: two callers cannot wait for each other. */
    private static final String ENSURE_COMPUTATIONS = """
            INSERT INTO signals.computation (asset_id)
            SELECT asset_id FROM unnest(?) AS wanted (asset_id) ORDER BY asset_id
            ON CONFLICT DO NOTHING
            """;

    private static final String LOCK = """
            SELECT asset_id, price_basis, benchmark_asset_id, computed_through
              FROM signals.computation
             WHERE asset_id = ANY (?)
             ORDER BY asset_id
               FOR UPDATE
            """;
    private static final String STATES_BEFORE = """
            SELECT wanted.asset_id, s.signal_date, s.bars_seen, s.ema_12, s.ema_26, s.macd_fast_ema, s.macd_signal,
                   s.rsi_average_gain, s.rsi_average_loss, s.atr_14
              FROM unnest(?, ?) AS wanted (asset_id, date)
             CROSS JOIN LATERAL (
                   SELECT * FROM signals.daily_signal d
                    WHERE d.asset_id = wanted.asset_id AND d.signal_date < wanted.date
                    ORDER BY d.signal_date DESC
                    LIMIT 1) s
            """;
    private static final String REVISE = """
            WITH changed AS (
                INSERT INTO signals.daily_signal AS d (%1$s)
                SELECT %1$s FROM signals.daily_signal_staging WHERE batch_id = ?
                ON CONFLICT (asset_id, signal_date) DO UPDATE SET %2$s
                 WHERE (%3$s) IS DISTINCT FROM (%4$s)
                RETURNING d.asset_id, d.signal_date)
            SELECT asset_id, count(*), min(signal_date), max(signal_date) FROM changed GROUP BY asset_id
            """.formatted(
                    SignalTable.ROW_NAMES,
                    SignalTable.assignments(),
                    SignalTable.valuesOf("d"),
                    SignalTable.valuesOf("excluded"));
    private static final String EMPTY_STAGING = "DELETE FROM signals.daily_signal_staging WHERE batch_id = ?";
    private static final String NOTE_COMPUTATIONS = """
            UPDATE signals.computation c
               SET price_basis = n.price_basis, benchmark_asset_id = n.benchmark_asset_id,
                   computed_through = n.computed_through
              FROM unnest(?, ?, ?, ?) AS n (asset_id, price_basis, benchmark_asset_id, computed_through)
             WHERE c.asset_id = n.asset_id
               AND (c.price_basis, c.benchmark_asset_id, c.computed_through)
                   IS DISTINCT FROM (n.price_basis, n.benchmark_asset_id, n.computed_through)
            """;

    /** An older date never replaces a newer one, and equal values are not written again. */
    private static final String PUBLISH_LATEST = """
            INSERT INTO signals.latest_signal AS l (%1$s)
            SELECT newest.*
              FROM unnest(?, ?) AS wanted (asset_id, date)
             CROSS JOIN LATERAL (
                   SELECT %1$s FROM signals.daily_signal d
                    WHERE d.asset_id = wanted.asset_id AND d.signal_date = wanted.date
                    LIMIT 1) newest
            ON CONFLICT (asset_id) DO UPDATE SET signal_date = excluded.signal_date, %2$s
             WHERE l.signal_date <= excluded.signal_date
               AND (l.signal_date, %3$s) IS DISTINCT FROM (excluded.signal_date, %4$s)
            """.formatted(
                    SignalTable.ROW_NAMES,
                    SignalTable.assignments(),
                    SignalTable.valuesOf("l"),
                    SignalTable.valuesOf("excluded"));

    private static final String TABLE = "signals.daily_signal (" + SignalTable.ROW_NAMES + ")";
    private static final String STAGING = "signals.daily_signal_staging (batch_id, " + SignalTable.ROW_NAMES + ")";

    private final Sql sql;

    JdbcSignalStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<Integer, Computation> lock(Collection<Asset> assets) {
        return sql.withConnection(connection -> {
            Array keys = connection.createArrayOf(
                    "int4", assets.stream().map(Asset::key).toArray());
            try (PreparedStatement ensure = connection.prepareStatement(ENSURE_COMPUTATIONS)) {
                ensure.setArray(1, keys);
                ensure.executeUpdate();
            }
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                lock.setArray(1, keys);
                try (ResultSet rows = lock.executeQuery()) {
                    return computations(rows);
                }
            }
        });
    }

    private static Map<Integer, Computation> computations(ResultSet rows) throws SQLException {
        Map<Integer, Computation> computations = new HashMap<>();
        while (rows.next()) {
            LocalDate through = rows.getObject("computed_through", LocalDate.class);
            if (through != null) {
                computations.put(
                        rows.getInt("asset_id"),
                        new Computation(
                                rows.getLong("price_basis"),
                                rows.getObject("benchmark_asset_id", Integer.class),
                                through));
            }
        }
        return computations;
    }

    @Override
    public Map<Integer, RecursionState> statesBefore(Map<Integer, LocalDate> dates) {
        return sql.prepare(STATES_BEFORE, statement -> {
            bindKeysAndDates(statement, dates);
            try (ResultSet rows = statement.executeQuery()) {
                Map<Integer, RecursionState> states = new HashMap<>();
                while (rows.next()) {
                    states.put(rows.getInt("asset_id"), state(rows));
                }
                return states;
            }
        });
    }

    private static RecursionState state(ResultSet row) throws SQLException {
        return new RecursionState(
                Math.toIntExact(row.getObject("signal_date", LocalDate.class).toEpochDay()),
                row.getInt("bars_seen"),
                Sql.orNaN(row, "ema_12"),
                Sql.orNaN(row, "ema_26"),
                Sql.orNaN(row, "macd_fast_ema"),
                Sql.orNaN(row, "macd_signal"),
                Sql.orNaN(row, "rsi_average_gain"),
                Sql.orNaN(row, "rsi_average_loss"),
                Sql.orNaN(row, "atr_14"));
    }

    @Override
    public void append(Iterator<ComputedRows> rows, Instant computedAt) {
        sql.withConnection(connection -> {
            try (BinaryCopy copy = BinaryCopy.into(connection, TABLE)) {
                RowWriter writer = new RowWriter(copy, computedAt);
                rows.forEachRemaining(writer::write);
                return copy.finish();
            }
        });
    }

    @Override
    public Map<Integer, RowsChanged> revise(Iterator<ComputedRows> rows, Instant computedAt, UUID batchId) {
        return sql.withConnection(connection -> {
            try (BinaryCopy copy = BinaryCopy.into(connection, STAGING)) {
                RowWriter writer = new RowWriter(copy, computedAt, batchId);
                rows.forEachRemaining(writer::write);
                copy.finish();
            }
            Map<Integer, RowsChanged> changed = takeIn(connection, batchId);
            emptyStaging(connection, batchId);
            return changed;
        });
    }

    private static Map<Integer, RowsChanged> takeIn(Connection connection, UUID batchId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REVISE)) {
            statement.setObject(1, batchId);
            try (ResultSet rows = statement.executeQuery()) {
                Map<Integer, RowsChanged> changed = new HashMap<>();
                while (rows.next()) {
                    changed.put(
                            rows.getInt(1),
                            new RowsChanged(
                                    rows.getLong(2),
                                    rows.getObject(3, LocalDate.class),
                                    rows.getObject(4, LocalDate.class)));
                }
                return changed;
            }
        }
    }

    private static void emptyStaging(Connection connection, UUID batchId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EMPTY_STAGING)) {
            statement.setObject(1, batchId);
            statement.executeUpdate();
        }
    }

    @Override
    public void complete(Map<Integer, Computation> computations) {
        List<Integer> keys = new ArrayList<>(computations.keySet());
        List<Computation> notes = keys.stream().map(computations::get).toList();
        sql.prepare(NOTE_COMPUTATIONS, statement -> {
            Sql.setArray(statement, 1, "int4", keys);
            Sql.setArray(
                    statement,
                    2,
                    "int8",
                    notes.stream().map(Computation::priceBasis).toList());
            Sql.setArray(
                    statement,
                    3,
                    "int4",
                    notes.stream().map(Computation::benchmarkKey).toList());
            Sql.setArray(
                    statement,
                    4,
                    "date",
                    notes.stream().map(Computation::computedThrough).toList());
            return statement.executeUpdate();
        });
        Map<Integer, LocalDate> newest = new HashMap<>();
        computations.forEach((key, computation) -> newest.put(key, computation.computedThrough()));
        sql.prepare(PUBLISH_LATEST, statement -> {
            bindKeysAndDates(statement, newest);
            return statement.executeUpdate();
        });
    }

    private static void bindKeysAndDates(PreparedStatement statement, Map<Integer, LocalDate> dates)
            throws SQLException {
        List<Integer> keys = dates.keySet().stream().sorted().toList();
        Sql.setArray(statement, 1, "int4", keys);
        Sql.setArray(statement, 2, "date", keys.stream().map(dates::get).toList());
    }
}
