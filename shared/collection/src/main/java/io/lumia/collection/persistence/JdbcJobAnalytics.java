package io.lumia.collection.persistence;

import io.lumia.collection.JobAnalytics;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** {@link JobAnalytics} in schema {@code collection}: one statement, one look at the same moment. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcJobAnalytics implements JobAnalytics {

    private static final String NUMBERS = """
            WITH asked AS (
                   SELECT j.job_id, cast(? AS timestamptz) AS since
                     FROM collection.job j WHERE j.name = ? AND j.deleted_at IS NULL),
                 some_run AS (
                   SELECT r.run_id, r.status, extract(epoch FROM r.finished_at - r.started_at) AS seconds
                     FROM collection.run r JOIN asked a USING (job_id)
                    WHERE r.started_at >= a.since),
                 some_item AS (
                   SELECT i.* FROM collection.item i JOIN some_run r USING (run_id))
            SELECT time.p50, time.p95, time.longest,
                   by_status.statuses, by_status.status_counts,
                   by_outcome.outcomes, by_outcome.outcome_counts,
                   by_provider.providers, by_provider.provider_counts,
                   total.rows_loaded, total.rows_unchanged, total.calls, total.bytes, set_aside.rows_quarantined,
                   (SELECT max(r.finished_at) FROM collection.run r JOIN asked a USING (job_id)
                     WHERE r.status = 'succeeded') AS last_success_at,
                   (SELECT max(i.ended_at) FROM collection.item i
                      JOIN collection.run r USING (run_id) JOIN asked a USING (job_id)
                     WHERE i.status = 'loaded') AS last_loaded_at
              FROM (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS p50,
                           percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds) AS p95,
                           cast(max(seconds) AS double precision) AS longest
                      FROM some_run WHERE status IN ('succeeded', 'partial', 'failed')) time,
                   (SELECT array_agg(s.status) AS statuses, array_agg(s.runs) AS status_counts
                      FROM (SELECT status, count(*) AS runs FROM some_run GROUP BY status) s) by_status,
                   (SELECT array_agg(o.outcome) AS outcomes, array_agg(o.items) AS outcome_counts
                      FROM (SELECT outcome, count(*) AS items FROM some_item
                             WHERE ended_at IS NOT NULL AND outcome IS NOT NULL GROUP BY outcome) o) by_outcome,
                   (SELECT array_agg(p.provider_used) AS providers, array_agg(p.items) AS provider_counts
                      FROM (SELECT provider_used, count(*) AS items FROM some_item
                             WHERE provider_used IS NOT NULL GROUP BY provider_used) p) by_provider,
                   (SELECT cast(coalesce(sum(rows_loaded), 0) AS bigint) AS rows_loaded,
                           cast(coalesce(sum(rows_unchanged), 0) AS bigint) AS rows_unchanged,
                           cast(coalesce(sum(calls), 0) AS bigint) AS calls,
                           cast(coalesce(sum(bytes), 0) AS bigint) AS bytes
                      FROM some_item) total,
                   (SELECT cast(coalesce(sum(cast(e.value AS bigint)), 0) AS bigint) AS rows_quarantined
                      FROM some_item i CROSS JOIN LATERAL jsonb_each_text(i.rows_quarantined) e) set_aside
            """;

    private final Sql sql;

    JdbcJobAnalytics(Sql sql) {
        this.sql = sql;
    }

    @Override
    public JobNumbers of(String jobName, Instant since) {
        return sql.prepare(NUMBERS, statement -> {
            statement.setObject(1, Sql.utc(since));
            statement.setString(2, jobName);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next(); // aggregates without groups are always one row
                return numbers(rows);
            }
        });
    }

    private static JobNumbers numbers(ResultSet row) throws SQLException {
        return new JobNumbers(
                Columns.counts(row, "statuses", "status_counts", Math::toIntExact),
                row.getObject("p50", Double.class),
                row.getObject("p95", Double.class),
                row.getObject("longest", Double.class),
                Columns.counts(row, "outcomes", "outcome_counts", Math::toIntExact),
                row.getLong("rows_loaded"),
                row.getLong("rows_unchanged"),
                row.getLong("rows_quarantined"),
                row.getLong("calls"),
                row.getLong("bytes"),
                Columns.counts(row, "providers", "provider_counts", Math::toIntExact),
                Sql.instantOrNull(row, "last_success_at"),
                Sql.instantOrNull(row, "last_loaded_at"));
    }
}
