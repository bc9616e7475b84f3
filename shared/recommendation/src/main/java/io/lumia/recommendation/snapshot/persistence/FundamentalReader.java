package io.lumia.recommendation.snapshot.persistence;

import io.lumia.market.Fundamental;
import io.lumia.platform.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reported numbers that came under their metrics' names, of all assets. */
final class FundamentalReader {

    private static final String FIND = """
            SELECT DISTINCT ON (asset_id, metric, period_start, period_end, reported_at)
                   asset_id, metric, period_start, period_end, reported_at, reported_at_assumed, value, currency, valid_from
              FROM (SELECT asset_id, metric, period_start, period_end, reported_at, reported_at_assumed, value, currency, valid_from
                      FROM market.fundamental_revision WHERE %s
                    UNION ALL
                    SELECT asset_id, metric, period_start, period_end, reported_at, reported_at_assumed, value, currency, learned_at
                      FROM market.fundamental WHERE %s) versions
             WHERE reported_at <= ? AND period_end > ?
             ORDER BY asset_id, metric, period_start, period_end, reported_at, valid_from
            """.formatted(ReadingTime.SUPERSEDED, ReadingTime.KNOWN);

    private FundamentalReader() {}

    /** By the asset's key. */
    static Map<Integer, List<KnownFact>> read(Connection connection, ReadingTime time, LocalDate periodsAfter)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setFetchSize(JdbcSnapshots.ROWS_AT_ONCE);
            int next = time.bindCurrent(statement, time.bindSuperseded(statement, 1));
            statement.setObject(next, time.session());
            statement.setObject(next + 1, periodsAfter);
            Map<Integer, List<KnownFact>> facts = new HashMap<>();
            Map<String, String> names = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    facts.computeIfAbsent(row.getInt("asset_id"), _ -> new ArrayList<>())
                            .add(fact(row, names));
                }
            }
            return facts;
        }
    }

    /** Of some twenty metrics and currencies one text each is kept. */
    private static KnownFact fact(ResultSet row, Map<String, String> names) throws SQLException {
        Fundamental fact = new Fundamental(
                names.computeIfAbsent(row.getString("metric"), name -> name),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                row.getObject("reported_at", LocalDate.class),
                row.getBoolean("reported_at_assumed"),
                row.getDouble("value"),
                names.computeIfAbsent(row.getString("currency"), name -> name));
        return new KnownFact(fact, "", Sql.instant(row, "valid_from"));
    }
}
