package io.lumia.collection.persistence;

import io.lumia.collection.ItemHistory;
import io.lumia.collection.Run;
import io.lumia.collection.RunFilter;
import io.lumia.collection.RunHistory;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link RunHistory} in schema {@code collection}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcRunHistory implements RunHistory {

    private static final String WHERE = """
             WHERE (cast(? AS text) IS NULL OR j.name = ?)
               AND (cast(? AS text) IS NULL OR r.status = ?)
               AND (cast(? AS timestamptz) IS NULL OR r.scheduled_for >= ?)
               AND (cast(? AS timestamptz) IS NULL OR r.scheduled_for < ?)
            """;

    private static final String RUNS =
            RunRows.SELECT + WHERE + " ORDER BY r.scheduled_for DESC, r.run_id OFFSET ? LIMIT ?";
    private static final String COUNT =
            "SELECT count(*) FROM collection.run r JOIN collection.job j USING (job_id)" + WHERE;
    private static final String FIND = RunRows.SELECT + " WHERE r.run_id = ?";

    /** What a merge adds to items (the provider used, calls, bytes, not before) is read here and in {@link #item}. */
    private static final String ITEMS = "SELECT " + ItemRows.COLUMNS + """
            , r.provider, i.asks, i.asked_at, i.ended_at, i.rows_received, i.rows_loaded, i.rows_unchanged,
                   set_aside.reasons, set_aside.reason_counts
              FROM collection.item i
              JOIN collection.run r USING (run_id)
             CROSS JOIN LATERAL (
                   SELECT array_agg(e.key) AS reasons, array_agg(cast(e.value AS bigint)) AS reason_counts
                     FROM jsonb_each_text(i.rows_quarantined) e) set_aside
             WHERE i.run_id = ?
             ORDER BY i.item_number
            OFFSET ? LIMIT ?
            """;

    private static final int FILTER_PARAMETERS = 8;

    private final Sql sql;

    JdbcRunHistory(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Run> runs(RunFilter filter, int offset, int limit) {
        return sql.prepare(RUNS, statement -> {
            bind(statement, filter);
            statement.setInt(FILTER_PARAMETERS + 1, offset);
            statement.setInt(FILTER_PARAMETERS + 2, limit);
            return Sql.list(statement, RunRows::read);
        });
    }

    @Override
    public long count(RunFilter filter) {
        return sql.prepare(COUNT, statement -> {
            bind(statement, filter);
            return Sql.list(statement, row -> row.getLong(1)).getFirst();
        });
    }

    @Override
    public Optional<Run> find(UUID runId) {
        return sql.prepare(FIND, statement -> {
            statement.setObject(1, runId);
            return Sql.list(statement, RunRows::read).stream().findFirst();
        });
    }

    @Override
    public List<ItemHistory> items(UUID runId, int offset, int limit) {
        return sql.prepare(ITEMS, statement -> {
            statement.setObject(1, runId);
            statement.setInt(2, offset);
            statement.setInt(3, limit);
            return Sql.list(statement, JdbcRunHistory::item);
        });
    }

    private static ItemHistory item(ResultSet row) throws SQLException {
        return new ItemHistory(
                ItemRows.read(row),
                row.getString("provider"),
                row.getInt("asks"),
                Sql.instantOrNull(row, "asked_at"),
                Sql.instantOrNull(row, "ended_at"),
                row.getLong("rows_received"),
                row.getLong("rows_loaded"),
                row.getLong("rows_unchanged"),
                Columns.counts(row, "reasons", "reason_counts", count -> count));
    }

    private static void bind(PreparedStatement statement, RunFilter filter) throws SQLException {
        Columns.twice(statement, 1, filter.jobName(), Types.VARCHAR);
        Columns.twice(
                statement, 3, filter.status() == null ? null : filter.status().code(), Types.VARCHAR);
        Columns.twice(statement, 5, beginning(filter.start()), Types.TIMESTAMP_WITH_TIMEZONE);
        @Nullable LocalDate end = filter.end();
        Columns.twice(statement, 7, beginning(end == null ? null : end.plusDays(1)), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static @Nullable OffsetDateTime beginning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
