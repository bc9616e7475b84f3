package io.lumia.signals.benchmark;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.BinaryCopy;
import io.lumia.platform.database.Sql;
import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.RandomWalk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Seeded random walks in the tables of the market: stocks {@code S0001 …}, the first one being the benchmark {@code SPY}.
 * Every tenth stock has split two for one in the middle of its history. Bars are written asset by asset, as a backfill
 * would.
 */
final class SyntheticMarket {

    private static final int SPLIT_EVERY = 10;
    private static final double SPLIT_RATIO = 2;
    private static final long SEED = 20_261_121;

    private static final String ADD_SOURCE = """
            INSERT INTO market.source (provider, name, as_of, price_basis, currency, licence, attribution)
            VALUES ('benchmark', 'synthetic', '2026-01-01T00:00:00Z', 'raw', 'USD', 'made up', 'nobody')
            RETURNING source_id
            """;
    private static final String ADD_ASSETS = """
            WITH added AS (
                INSERT INTO market.asset (asset_type, name, exchange_mic, currency, source_id, learned_at)
                SELECT 'stock', 'Synthetic ' || n, 'XNYS', 'USD', ?, '2026-01-01T00:00:00Z'
                  FROM generate_series(1, ?) AS n ORDER BY n
                RETURNING asset_id, name)
            INSERT INTO market.asset_symbol (asset_id, symbol, validity)
            SELECT asset_id,
                   CASE name WHEN 'Synthetic 1' THEN 'SPY' ELSE 'S' || lpad(substr(name, 11), 4, '0') END, '(,)'
              FROM added
            """;
    private static final String ADD_SPLIT = """
            INSERT INTO market.corporate_action (asset_id, ex_date, kind, value, learned_at, source_id)
            VALUES (?, ?, 'split', ?, '2026-01-01T00:00:00Z', ?)
            """;
    private static final String BARS = """
            market.daily_bar (asset_id, trading_date, open, high, low, close, volume, adj_close, learned_at, flags, source_id)
            """.strip();
    private static final int BAR_COLUMNS = 11;
    private static final Instant LEARNED_AT = Instant.parse("2026-01-01T00:00:00Z");

    private final Sql sql;
    private final int assets;
    private final int[] epochDays;

    /** @param sessions one more is prepared, for {@link #addDay} */
    SyntheticMarket(Sql sql, int assets, int sessions) {
        this.sql = sql;
        this.assets = assets;
        this.epochDays = RandomWalk.weekdays(sessions + 1);
    }

    void checkEmpty() {
        long present = sql.withConnection(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT count(*) FROM market.asset")) {
                rows.next();
                return rows.getLong(1);
            }
        });
        if (present != 0) {
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "the benchmark fills a database of its own; this one has %d assets already".formatted(present));
        }
    }

    void addAssetsAndSplits() {
        sql.withConnection(connection -> {
            int sourceKey = addSource(connection);
            addAssets(connection, sourceKey);
            addSplits(connection, sourceKey);
            return sourceKey;
        });
    }

    private static int addSource(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ADD_SOURCE)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void addAssets(Connection connection, int sourceKey) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD_ASSETS)) {
            statement.setInt(1, sourceKey);
            statement.setInt(2, assets);
            statement.executeUpdate();
        }
    }

    private void addSplits(Connection connection, int sourceKey) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD_SPLIT)) {
            for (int asset = SPLIT_EVERY; asset <= assets; asset += SPLIT_EVERY) {
                statement.setInt(1, asset);
                statement.setObject(2, LocalDate.ofEpochDay(epochDays[splitPosition()]));
                statement.setDouble(3, SPLIT_RATIO);
                statement.setInt(4, sourceKey);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** All bars but those of the last day. */
    long addHistory() {
        return addBars(0, epochDays.length - 1);
    }

    /** One more bar of every asset. */
    LocalDate addDay() {
        addBars(epochDays.length - 1, epochDays.length);
        return LocalDate.ofEpochDay(epochDays[epochDays.length - 1]);
    }

    void analyze() {
        sql.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("ANALYZE market.asset, market.daily_bar, market.corporate_action");
            }
        });
    }

    private long addBars(int from, int until) {
        return sql.withConnection(connection -> {
            try (BinaryCopy copy = BinaryCopy.into(connection, BARS)) {
                for (int asset = 1; asset <= assets; asset++) {
                    writeBars(copy, asset, from, until);
                }
                return copy.finish();
            }
        });
    }

    private void writeBars(BinaryCopy copy, int asset, int from, int until) throws SQLException {
        BarSeries bars = RandomWalk.bars(epochDays, SEED + asset);
        boolean splits = asset % SPLIT_EVERY == 0;
        for (int i = from; i < until; i++) {
            write(copy, asset, bars, i, splits && i < splitPosition() ? SPLIT_RATIO : 1);
        }
    }

    private int splitPosition() {
        return epochDays.length / 2;
    }

    private static void write(BinaryCopy copy, int asset, BarSeries bars, int i, double ratio) throws SQLException {
        copy.startRow(BAR_COLUMNS);
        copy.putInt(asset);
        copy.putEpochDay(bars.epochDays()[i]);
        copy.putDouble(bars.close()[Math.max(0, i - 1)] * ratio);
        copy.putDouble(bars.high()[i] * ratio);
        copy.putDouble(bars.low()[i] * ratio);
        copy.putDouble(bars.close()[i] * ratio);
        copy.putDouble(bars.volume()[i] / ratio);
        copy.putNull();
        copy.putInstant(LEARNED_AT);
        copy.putInt(0);
        copy.putShort(1);
    }
}
