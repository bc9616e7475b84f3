package io.lumia.signals.persistence;

import io.lumia.market.Asset;
import io.lumia.platform.database.BinaryRows;
import io.lumia.platform.database.Sql;
import io.lumia.signals.SignalHistory;
import io.lumia.signals.SignalRow;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * {@link SignalHistory} in {@code signals.daily_signal} and {@code latest_signal}. Rows of two dozen floats come by
 * binary COPY, which takes no parameters: what is written into the text are integers and dates of ours.
 */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcSignalHistory implements SignalHistory {

    private static final String COLUMNS = "signal_date, " + SignalTable.SIGNAL_NAMES + ", computed_at";
    private static final int COLUMN_COUNT = SignalTable.SIGNALS.length + 2;

    /** All rows as one value: the time goes into the number of values and of rows on the wire, not into their bytes. */
    private static final String LATEST_OF_MANY = """
        SELECT string_agg(packed, ''::bytea)
          FROM signals.latest_signal
         WHERE asset_id = ANY ('{%s}')
        """;

    private static final String NEWEST_UP_TO = """
        SELECT %s
          FROM signals.daily_signal
         WHERE asset_id = %d AND signal_date <= '%s'
         ORDER BY signal_date DESC
         LIMIT 1
        """;
    private static final String HISTORY = """
        SELECT %s
          FROM signals.daily_signal
         WHERE asset_id = %d AND signal_date BETWEEN '%s' AND '%s'
         ORDER BY signal_date
         LIMIT %d
        """;

    private final Sql sql;

    JdbcSignalHistory(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<SignalRow> latest(Asset asset, LocalDate upTo) {
        SignalRow newest = latest(List.of(asset)).get(asset.key());
        if (newest != null && newest.date().isAfter(upTo)) {
            return newestUpTo(asset, upTo);
        }
        return Optional.ofNullable(newest);
    }

    @Override
    public Map<Integer, SignalRow> latest(Collection<Asset> assets) {
        Map<Integer, SignalRow> latest = HashMap.newHashMap(assets.size());
        String select = LATEST_OF_MANY.formatted(Literals.keys(assets));
        sql.withConnection(connection -> {
            try (BinaryRows rows = BinaryRows.of(connection, select, 1)) {
                while (rows.next()) {
                    unpack(rows.getBytes(), latest);
                }
                return latest;
            }
        });
        return latest;
    }

    /** See the column {@code packed}. */
    private static void unpack(ByteBuffer packed, Map<Integer, SignalRow> latest) {
        while (packed.hasRemaining()) {
            int assetKey = packed.getInt();
            LocalDate date = LocalDate.ofEpochDay(BinaryRows.epochDay(packed.getInt()));
            Instant computedAt = BinaryRows.instant(packed.getLong());
            double[] values = new double[SignalTable.SIGNALS.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = packed.getDouble();
            }
            latest.put(assetKey, new SignalRow(date, values, computedAt));
        }
    }

    @Override
    public List<SignalRow> history(Asset asset, LocalDate from, LocalDate to, int limit) {
        return rows(HISTORY.formatted(COLUMNS, asset.key(), Literals.date(from), Literals.date(to), limit));
    }

    private Optional<SignalRow> newestUpTo(Asset asset, LocalDate upTo) {
        return rows(NEWEST_UP_TO.formatted(COLUMNS, asset.key(), Literals.date(upTo))).stream()
                .findFirst();
    }

    private List<SignalRow> rows(String select) {
        return sql.withConnection(connection -> {
            try (BinaryRows rows = BinaryRows.of(connection, select, COLUMN_COUNT)) {
                List<SignalRow> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(row(rows));
                }
                return read;
            }
        });
    }

    static SignalRow row(BinaryRows row) {
        LocalDate date = LocalDate.ofEpochDay(row.getEpochDay());
        double[] values = new double[SignalTable.SIGNALS.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getDouble();
        }
        return new SignalRow(date, values, row.getInstant());
    }
}
