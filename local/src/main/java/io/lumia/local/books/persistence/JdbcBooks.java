package io.lumia.local.books.persistence;

import io.lumia.local.books.Books;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link Books} over all schemas. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcBooks implements Books {

    private static final String EXIST =
            "SELECT to_regclass('market.asset') IS NOT NULL AND to_regclass('collection.run') IS NOT NULL";

    private static final String COUNTS = """
            SELECT (SELECT count(*) FROM market.asset a
                     WHERE EXISTS (SELECT FROM market.daily_bar b WHERE b.asset_id = a.asset_id)),
                   (SELECT count(*) FROM market.asset a
                     WHERE EXISTS (SELECT FROM market.observation o WHERE o.asset_id = a.asset_id)),
                   (SELECT count(*) FROM market.daily_bar),
                   (SELECT count(*) FROM market.corporate_action),
                   (SELECT count(*) FROM market.observation),
                   (SELECT count(*) FROM market.fundamental),
                   (SELECT count(*) FROM news.article),
                   (SELECT count(*) FROM news.article_link),
                   (SELECT count(*) FROM sentiment.score WHERE asset_id = 0),
                   (SELECT count(*) FROM signals.daily_signal),
                   (SELECT count(*) FROM signals.daily_sentiment),
                   (SELECT count(*) FROM collection.job),
                   (SELECT count(*) FROM collection.run),
                   (SELECT count(*) FROM collection.quarantine)
            """;

    private static final String QUARANTINED = "SELECT reason, count(*) FROM collection.quarantine GROUP BY reason";

    /** Tables with rows of their own: partitions are read through their parent, staging tables hold nothing for long. */
    private static final String TABLES = """
            SELECT format('%I.%I', n.nspname, c.relname)
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname IN ('market', 'news', 'sentiment', 'signals', 'collection')
               AND c.relkind IN ('r', 'p') AND NOT c.relispartition
               AND c.relname NOT LIKE '%staging'
             ORDER BY 1
            """;

    private static final String STATE =
            "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text FROM %s t";

    private static final String LAST_SESSION = "SELECT max(trading_date) FROM market.daily_bar";

    private static final String SESSIONS = """
            SELECT DISTINCT trading_date FROM market.daily_bar
             WHERE trading_date > ? AND trading_date <= ? ORDER BY 1
            """;

    private static final String WITHOUT_SIGNALS = """
            SELECT s.symbol
              FROM market.daily_bar b
              JOIN market.asset a ON a.asset_id = b.asset_id AND a.status = 'active'
              JOIN market.asset_symbol s ON s.asset_id = a.asset_id AND s.validity @> b.trading_date
             WHERE b.trading_date = ?
               AND NOT EXISTS (SELECT FROM signals.daily_signal d
                                WHERE d.asset_id = b.asset_id AND d.signal_date = b.trading_date)
             ORDER BY s.symbol
            """;

    private static final String MOVERS = """
            WITH moved AS (
                SELECT s.symbol, a.name, b.close, d.return_1d,
                       row_number() OVER (ORDER BY d.return_1d DESC, s.symbol) AS from_top,
                       row_number() OVER (ORDER BY d.return_1d, s.symbol DESC) AS from_bottom
                  FROM signals.daily_signal d
                  JOIN market.daily_bar b ON b.asset_id = d.asset_id AND b.trading_date = d.signal_date
                  JOIN market.asset a ON a.asset_id = d.asset_id
                  JOIN market.asset_symbol s ON s.asset_id = d.asset_id AND s.validity @> d.signal_date
                 WHERE d.signal_date = ? AND d.return_1d IS NOT NULL)
            SELECT symbol, name, close, return_1d FROM moved
             WHERE from_top <= ? OR from_bottom <= ?
             ORDER BY from_top
            """;

    private static final String EXAMPLE = """
            SELECT s.symbol
              FROM signals.latest_signal d
              JOIN market.asset a ON a.asset_id = d.asset_id
              JOIN market.asset_symbol s ON s.asset_id = d.asset_id AND s.validity @> d.signal_date
             WHERE d.signal_date = ?
             ORDER BY a.market_cap DESC NULLS LAST, s.symbol
             LIMIT 1
            """;

    /** The newest day on which the asset was written about, and what made it. */
    private static final String WRITTEN_ABOUT = """
            SELECT d.signal_date
              FROM signals.daily_sentiment d
              JOIN market.asset_symbol s ON s.asset_id = d.asset_id AND s.validity @> d.signal_date
             WHERE s.symbol = ? AND d.signal_date <= ? AND d.avg_sentiment IS NOT NULL
             ORDER BY d.signal_date DESC
             LIMIT 1
            """;

    private static final String LATEST_SIGNALS = """
            SELECT d.*
              FROM signals.latest_signal d
              JOIN market.asset_symbol s ON s.asset_id = d.asset_id AND s.validity @> d.signal_date
             WHERE s.symbol = ?
             ORDER BY d.signal_date DESC
             LIMIT 1
            """;

    private static final String WAITING_EVENTS = "SELECT count(*)::int FROM platform.outbox WHERE sent_at IS NULL";

    /** Numbers are given before a commit; further than this no row lies behind one that was stored earlier. */
    private static final int NEWEST_EVENTS = 10_000;

    private static final String OUTGOING = """
            SELECT (SELECT count(*)::int FROM platform.outbox WHERE sent_at IS NULL) AS waiting,
                   (SELECT max(sent_at)
                      FROM (SELECT sent_at FROM platform.outbox ORDER BY sequence_number DESC LIMIT %d) AS newest) AS newest
            """.formatted(NEWEST_EVENTS);

    private static final String WITHDRAW =
            "UPDATE platform.outbox SET sent_at = now() WHERE sent_at IS NULL AND detail_type = ?";

    private static final String END_CLAIMS =
            "UPDATE collection.item SET claim_id = NULL, claimed_until = NULL WHERE claim_id IS NOT NULL";

    private static final String ANNOUNCE_AGAIN = """
            UPDATE platform.outbox o SET sent_at = NULL
             WHERE o.sent_at IS NOT NULL
               AND o.detail_type = ANY (?)
               AND NOT EXISTS (SELECT FROM platform.inbox i WHERE i.message_id = o.event_id)
            """;

    private final JdbcOperations operations;
    private final Transactions transactions;

    JdbcBooks(JdbcOperations operations, Transactions transactions) {
        this.operations = operations;
        this.transactions = transactions;
    }

    @Override
    public String serverVersion() {
        return one("SHOW server_version", row -> row.getString(1)).orElse("unknown");
    }

    @Override
    public boolean exist() {
        return one(EXIST, row -> row.getBoolean(1)).orElse(false);
    }

    @Override
    public Counts counts() {
        return one(
                        COUNTS,
                        row -> new Counts(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9),
                                row.getLong(10),
                                row.getLong(11),
                                row.getLong(12),
                                row.getLong(13),
                                row.getLong(14)))
                .orElseThrow();
    }

    @Override
    public SortedMap<String, Long> quarantinedByReason() {
        SortedMap<String, Long> counts = new TreeMap<>();
        all(QUARANTINED, row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    @Override
    public SortedMap<String, TableState> state() {
        return transactions.inTransaction(() -> {
            SortedMap<String, TableState> state = new TreeMap<>();
            for (String table : all(TABLES, row -> row.getString(1))) {
                state.put(
                        table,
                        one(STATE.formatted(table), row -> new TableState(row.getLong(1), row.getString(2)))
                                .orElseThrow());
            }
            return state;
        });
    }

    @Override
    public Optional<LocalDate> lastSession() {
        return all(LAST_SESSION, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .getFirst();
    }

    @Override
    public List<LocalDate> sessions(LocalDate after, LocalDate upTo) {
        return all(SESSIONS, row -> row.getObject(1, LocalDate.class), after, upTo);
    }

    @Override
    public List<String> withoutSignals(LocalDate day) {
        return all(WITHOUT_SIGNALS, row -> row.getString(1), day);
    }

    @Override
    public List<Mover> movers(LocalDate day, int limit) {
        return all(
                MOVERS,
                row -> new Mover(row.getString(1), row.getString(2), row.getDouble(3), row.getDouble(4)),
                day,
                limit,
                limit);
    }

    @Override
    public Optional<String> exampleSymbol(LocalDate day) {
        return one(EXAMPLE, row -> row.getString(1), day);
    }

    @Override
    public Optional<LocalDate> lastWrittenAbout(String symbol, LocalDate upTo) {
        return one(WRITTEN_ABOUT, row -> row.getObject(1, LocalDate.class), symbol, upTo);
    }

    @Override
    public Map<String, @Nullable Object> latestSignals(String symbol) {
        return one(LATEST_SIGNALS, JdbcBooks::columns, symbol).orElse(Map.of());
    }

    @Override
    public int waitingEvents() {
        return one(WAITING_EVENTS, row -> row.getInt(1)).orElse(0);
    }

    @Override
    public Outgoing outgoing() {
        return one(OUTGOING, row -> new Outgoing(row.getInt("waiting"), Sql.instantOrNull(row, "newest")))
                .orElseThrow();
    }

    @Override
    public int announceAgain(List<String> detailTypes) {
        return transactions.inTransaction(() -> operations.prepareStatement(ANNOUNCE_AGAIN, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", detailTypes.toArray()));
            return statement.executeUpdate();
        }));
    }

    @Override
    public int withdraw(String detailType) {
        return transactions.inTransaction(() -> operations.prepareStatement(WITHDRAW, statement -> {
            statement.setString(1, detailType);
            return statement.executeUpdate();
        }));
    }

    @Override
    public int endClaims() {
        return transactions.inTransaction(
                () -> operations.prepareStatement(END_CLAIMS, statement -> statement.executeUpdate()));
    }

    /** Columns of the row but not the key inside the database. */
    private static Map<String, @Nullable Object> columns(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        var metadata = row.getMetaData();
        for (int index = 1; index <= metadata.getColumnCount(); index++) {
            String name = metadata.getColumnName(index);
            if (metadata.getColumnType(index) == java.sql.Types.DOUBLE) {
                columns.put(name, row.getObject(index));
            } else if (name.equals("signal_date")) {
                columns.put(name, row.getObject(index, LocalDate.class));
            }
        }
        return columns;
    }

    private <T> Optional<T> one(String sql, Reading<T> reading, Object... parameters) {
        return all(sql, reading, parameters).stream().findFirst();
    }

    private <T> List<T> all(String sql, Reading<T> reading, Object... parameters) {
        return transactions.inTransaction(() -> operations.prepareStatement(sql, statement -> {
            set(statement, parameters);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
            return found;
        }));
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
    }

    /** Makes something of the current row. */
    private interface Reading<T> {

        T read(ResultSet row) throws SQLException;
    }
}
