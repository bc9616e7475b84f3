package io.lumia.local.bench.persistence;

import io.lumia.local.bench.SyntheticUniverse;
import io.lumia.market.ExchangeCalendar;
import io.lumia.platform.database.BinaryCopy;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;

/** {@link SyntheticUniverse} by COPY. */
@Singleton
@Requires(beans = DataSource.class)
final class SqlSyntheticUniverse implements SyntheticUniverse {

    private static final long SEED = 20_261_126;
    private static final Instant LEARNED_AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS_PER_SESSION = 2;
    private static final double MARKET_DEVIATION = 0.008;
    private static final double OWN_DEVIATION = 0.014;
    private static final double FIRST_PRICE = 50;
    private static final double VOLUME = 1_000_000;
    private static final int BAR_COLUMNS = 11;

    private static final String SOURCE = """
            INSERT INTO market.source (provider, name, as_of, price_basis, currency, licence, attribution)
            VALUES ('benchmark', 'synthetic', '2026-01-01T00:00:00Z', 'raw', 'USD', 'made up', 'nobody')
            """;
    private static final String ASSETS = """
            WITH added AS (
                INSERT INTO market.asset (asset_type, name, exchange_mic, currency, sector, source_id, learned_at)
                SELECT CASE n WHEN 1 THEN 'etf' ELSE 'stock' END, 'Synthetic ' || n, 'XNYS', 'USD',
                       CASE n WHEN 1 THEN NULL ELSE 'Sector ' || n % 10 END, 1, '2026-01-01T00:00:00Z'
                  FROM generate_series(1, ?) AS n ORDER BY n
                RETURNING asset_id, name)
            INSERT INTO market.asset_symbol (asset_id, symbol, validity)
            SELECT asset_id,
                   CASE name WHEN 'Synthetic 1' THEN 'SPY' ELSE 'S' || lpad(substr(name, 11), 4, '0') END, '(,)'
              FROM added
            """;
    private static final String BARS = """
            market.daily_bar (asset_id, trading_date, open, high, low, close, volume, adj_close, learned_at, flags, source_id)
            """.strip();

    /** Of two years, with sizes that differ by up to ten times; a negative part of a metric makes it a loss or an outflow. */
    private static final String REPORTS = """
            INSERT INTO market.fundamental (asset_id, metric, period_start, period_end, reported_at, reported_at_assumed,
                   value, currency, learned_at, source_id)
            SELECT a.asset_id, m.metric,
                   CASE WHEN m.balance THEN make_date(y, 12, 31) ELSE make_date(y, 1, 1) END,
                   make_date(y, 12, 31), make_date(y + 1, 3, 1), false,
                   m.size * (0.2 + random()) * (1 + 9 * (a.asset_id % 97) / 97.0), 'USD', '2026-01-01T00:00:00Z', 1
              FROM market.asset a
             CROSS JOIN generate_series(?, ?) y
             CROSS JOIN (VALUES ('total_assets', true, 1e9), ('total_liabilities', true, 5e8), ('total_equity', true, 4e8),
                                ('shares_outstanding', true, 5e7), ('revenue', false, 8e8), ('gross_profit', false, 3e8),
                                ('operating_income', false, 1e8), ('net_income', false, 6e7),
                                ('operating_cash_flow', false, 9e7), ('capital_expenditures', false, -4e7))
                   AS m (metric, balance, size)
             WHERE a.asset_type = 'stock'
            """;

    private final Sql sql;

    SqlSyntheticUniverse(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void write(int assets, int sessions, LocalDate last) {
        sql.prepare(SOURCE, PreparedStatement::executeUpdate);
        sql.prepare(ASSETS, statement -> {
            statement.setInt(1, assets);
            return statement.executeUpdate();
        });
        sql.withConnection(connection -> writeBars(connection, assets, dates(sessions, last)));
        sql.prepare("SELECT setseed(0.5)", PreparedStatement::execute);
        sql.prepare(REPORTS, statement -> {
            statement.setInt(1, last.getYear() - 2);
            statement.setInt(2, last.getYear() - 1);
            return statement.executeUpdate();
        });
        for (String table : List.of("market.asset", "market.daily_bar", "market.fundamental")) {
            sql.prepare("ANALYZE " + table, PreparedStatement::execute);
        }
    }

    private static List<LocalDate> dates(int sessions, LocalDate last) {
        List<LocalDate> dates =
                ExchangeCalendar.UNITED_STATES.sessions(last.minusDays((long) DAYS_PER_SESSION * sessions), last);
        return dates.subList(dates.size() - sessions, dates.size());
    }

    private static long writeBars(Connection connection, int assets, List<LocalDate> dates) throws SQLException {
        double[] market = moves(SEED, dates.size(), MARKET_DEVIATION);
        try (BinaryCopy copy = BinaryCopy.into(connection, BARS)) {
            for (int asset = 1; asset <= assets; asset++) {
                double[] own = moves(SEED + asset, dates.size(), asset == 1 ? 0 : OWN_DEVIATION);
                double beta = asset == 1 ? 1 : 0.4 + asset % 100 / 80.0;
                double price = FIRST_PRICE + asset % 200;
                for (int i = 0; i < own.length; i++) {
                    price *= 1 + beta * market[i] + own[i];
                    write(copy, asset, dates.get(i), Math.round(price * 100) / 100.0);
                }
            }
            return copy.finish();
        }
    }

    private static double[] moves(long seed, int count, double deviation) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] moves = new double[count];
        for (int i = 0; i < count; i++) {
            moves[i] = 0.0003 + deviation * random.nextGaussian();
        }
        return moves;
    }

    private static void write(BinaryCopy copy, int asset, LocalDate date, double close) throws SQLException {
        copy.startRow(BAR_COLUMNS);
        copy.putInt(asset);
        copy.putEpochDay(Math.toIntExact(date.toEpochDay()));
        copy.putDouble(close);
        copy.putDouble(close * 1.01);
        copy.putDouble(close * 0.99);
        copy.putDouble(close);
        copy.putDouble(VOLUME);
        copy.putNull();
        copy.putInstant(LEARNED_AT);
        copy.putInt(0);
        copy.putShort(1);
    }
}
