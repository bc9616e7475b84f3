package io.lumia.signals.persistence;

import io.lumia.market.Asset;
import io.lumia.platform.database.BinaryRows;
import io.lumia.platform.database.Sql;
import io.lumia.signals.NewestSignals;
import io.lumia.signals.SignalRow;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** {@link NewestSignals} in {@code signals.daily_signal}: two index look-ups an asset, one round trip. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcNewestSignals implements NewestSignals {

    private static final int COLUMN_COUNT = SignalTable.SIGNALS.length + 3;

    private static final String LAST_TWO = """
        SELECT k.asset_id, d.*
          FROM unnest(cast('{%s}' AS int[])) AS k (asset_id)
         CROSS JOIN LATERAL (SELECT signal_date, %s, computed_at
                               FROM signals.daily_signal
                              WHERE asset_id = k.asset_id AND signal_date >= '%s'
                              ORDER BY signal_date DESC
                              LIMIT 2) d
         ORDER BY k.asset_id, d.signal_date DESC
        """;

    private final Sql sql;

    JdbcNewestSignals(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<Integer, List<SignalRow>> lastTwo(Collection<Asset> assets, LocalDate since) {
        Map<Integer, List<SignalRow>> rowsOf = HashMap.newHashMap(assets.size());
        String select = LAST_TWO.formatted(Literals.keys(assets), SignalTable.SIGNAL_NAMES, Literals.date(since));
        return sql.withConnection(connection -> {
            try (BinaryRows rows = BinaryRows.of(connection, select, COLUMN_COUNT)) {
                while (rows.next()) {
                    rowsOf.computeIfAbsent(rows.getInt(), _ -> new ArrayList<>())
                            .add(JdbcSignalHistory.row(rows));
                }
                return rowsOf;
            }
        });
    }
}
