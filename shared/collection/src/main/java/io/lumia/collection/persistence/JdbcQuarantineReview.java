package io.lumia.collection.persistence;

import io.lumia.collection.QuarantineFilter;
import io.lumia.collection.QuarantineReview;
import io.lumia.collection.ReviewStatus;
import io.lumia.collection.ReviewedRow;
import io.lumia.collection.ReviewedRow.Decision;
import io.lumia.market.DailyBar;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Source;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** {@link QuarantineReview} in table {@code collection.quarantine}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcQuarantineReview implements QuarantineReview {

    private static final String FROM = """
              FROM collection.quarantine q
              JOIN collection.item i USING (item_id)
              JOIN collection.run r USING (run_id)
              JOIN collection.job j USING (job_id)
            """;

    private static final String WHERE = """
             WHERE (cast(? AS text) IS NULL OR q.symbol = ?)
               AND (cast(? AS text) IS NULL OR q.reason = ?)
               AND (cast(? AS text) IS NULL OR q.dataset = ?)
               AND (cast(? AS text) IS NULL OR q.status = ?)
               AND (cast(? AS text) IS NULL OR j.name = ?)
               AND (cast(? AS date) IS NULL OR q.row_date >= ?)
               AND (cast(? AS date) IS NULL OR q.row_date <= ?)
            """;

    private static final String SELECT = "SELECT " + ReviewRows.COLUMNS + FROM;
    private static final String PAGE = SELECT + WHERE + " ORDER BY q.quarantine_id DESC OFFSET ? LIMIT ?";
    private static final String COUNT = "SELECT count(*)" + FROM + WHERE;
    private static final String FIND = SELECT + " WHERE q.quarantine_id = ?";
    private static final String LOCK = FIND + " FOR UPDATE OF q";
    private static final String LOCK_WAITING = SELECT + WHERE + """
               AND q.status = 'waiting' AND (NOT ? OR (q.value IS NOT NULL AND q.reason = ANY (?)))
             ORDER BY q.quarantine_id
             LIMIT ?
               FOR UPDATE OF q
            """;

    private static final String DECIDE = """
            UPDATE collection.quarantine
               SET status = ?, decided_at = ?, decided_by = ?, note = ?
             WHERE quarantine_id = ANY (?) AND status = 'waiting'
            """;

    private static final String RELEASED = """
            SELECT symbol, value FROM collection.quarantine
             WHERE symbol = ANY (?) AND provider = ? AND source_name = ? AND dataset = 'bars' AND status = 'released'
             ORDER BY quarantine_id
            """;

    private static final int FILTER_PARAMETERS = 14;

    private static final List<String> RELEASABLE = Arrays.stream(QuarantineReason.values())
            .filter(QuarantineReason::canBeReleased)
            .map(QuarantineReason::code)
            .toList();

    private final Sql sql;
    private final ReviewRows rows;

    JdbcQuarantineReview(Sql sql, ReviewRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    @Override
    public List<ReviewedRow> page(QuarantineFilter filter, int offset, int limit) {
        return sql.prepare(PAGE, statement -> {
            bind(statement, filter);
            statement.setInt(FILTER_PARAMETERS + 1, offset);
            statement.setInt(FILTER_PARAMETERS + 2, limit);
            return Sql.list(statement, rows::read);
        });
    }

    @Override
    public long count(QuarantineFilter filter) {
        return sql.prepare(COUNT, statement -> {
            bind(statement, filter);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        });
    }

    @Override
    public Optional<ReviewedRow> find(long id) {
        return one(FIND, id);
    }

    @Override
    public Optional<ReviewedRow> lock(long id) {
        return one(LOCK, id);
    }

    @Override
    public List<ReviewedRow> lockWaiting(QuarantineFilter filter, boolean releasable, int limit) {
        return sql.prepare(LOCK_WAITING, statement -> {
            bind(statement, filter);
            statement.setBoolean(FILTER_PARAMETERS + 1, releasable);
            statement.setArray(FILTER_PARAMETERS + 2, Columns.texts(statement.getConnection(), RELEASABLE));
            statement.setInt(FILTER_PARAMETERS + 3, limit);
            return Sql.list(statement, rows::read);
        });
    }

    @Override
    public void decide(Collection<Long> ids, ReviewStatus status, Decision decision) {
        sql.prepare(DECIDE, statement -> {
            statement.setString(1, status.code());
            statement.setObject(2, Sql.utc(decision.at()));
            statement.setString(3, decision.by());
            statement.setString(4, decision.note());
            statement.setArray(5, statement.getConnection().createArrayOf("int8", ids.toArray()));
            return statement.executeUpdate();
        });
    }

    @Override
    public Map<String, List<DailyBar>> releasedBars(Source source, Collection<String> symbols) {
        return sql.prepare(RELEASED, statement -> {
            statement.setArray(1, Columns.texts(statement.getConnection(), symbols));
            statement.setString(2, source.provider());
            statement.setString(3, source.name());
            try (ResultSet found = statement.executeQuery()) {
                Map<String, List<DailyBar>> released = new HashMap<>();
                while (found.next()) {
                    if (rows.fact(found.getString("value")) instanceof DailyBar bar) {
                        released.computeIfAbsent(found.getString("symbol"), _ -> new ArrayList<>())
                                .add(bar);
                    }
                }
                return released;
            }
        });
    }

    private Optional<ReviewedRow> one(String query, long id) {
        return sql.prepare(query, statement -> {
            statement.setLong(1, id);
            return Sql.list(statement, rows::read).stream().findFirst();
        });
    }

    private static void bind(PreparedStatement statement, QuarantineFilter filter) throws SQLException {
        Columns.twice(statement, 1, filter.symbol(), Types.VARCHAR);
        Columns.twice(
                statement, 3, filter.reason() == null ? null : filter.reason().code(), Types.VARCHAR);
        Columns.twice(
                statement, 5, filter.dataset() == null ? null : filter.dataset().code(), Types.VARCHAR);
        Columns.twice(
                statement, 7, filter.status() == null ? null : filter.status().code(), Types.VARCHAR);
        Columns.twice(statement, 9, filter.jobName(), Types.VARCHAR);
        Columns.twice(statement, 11, filter.start(), Types.DATE);
        Columns.twice(statement, 13, filter.end(), Types.DATE);
    }
}
