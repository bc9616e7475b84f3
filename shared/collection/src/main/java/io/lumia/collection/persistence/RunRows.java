package io.lumia.collection.persistence;

import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.platform.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** Reads runs with the numbers of their items. */
final class RunRows {

    /** To be followed by conditions on {@code r} (the run) and {@code j} (its job). */
    static final String SELECT = """
            SELECT r.run_id, j.name AS job_name, r.trigger, r.scheduled_for, r.from_date, r.to_date, r.status,
                   r.started_at, r.finished_at, r.completeness, r.note, r.parent_run_id,
                   total.asked, total.rows_received, total.rows_loaded, total.rows_unchanged,
                   by_status.statuses, by_status.status_counts,
                   failed.outcomes, failed.outcome_counts,
                   set_aside.reasons, set_aside.reason_counts
              FROM collection.run r
              JOIN collection.job j USING (job_id)
             CROSS JOIN LATERAL (
                   SELECT count(*) AS asked,
                          coalesce(sum(i.rows_received), 0) AS rows_received,
                          coalesce(sum(i.rows_loaded), 0) AS rows_loaded,
                          coalesce(sum(i.rows_unchanged), 0) AS rows_unchanged
                     FROM collection.item i WHERE i.run_id = r.run_id) total
             CROSS JOIN LATERAL (
                   SELECT array_agg(s.status) AS statuses, array_agg(s.items) AS status_counts
                     FROM (SELECT i.status, count(*) AS items FROM collection.item i
                            WHERE i.run_id = r.run_id GROUP BY i.status) s) by_status
             CROSS JOIN LATERAL (
                   SELECT array_agg(f.outcome) AS outcomes, array_agg(f.items) AS outcome_counts
                     FROM (SELECT i.outcome, count(*) AS items FROM collection.item i
                            WHERE i.run_id = r.run_id AND i.status = 'failed' GROUP BY i.outcome) f) failed
             CROSS JOIN LATERAL (
                   SELECT array_agg(q.reason) AS reasons, array_agg(q.set_aside) AS reason_counts
                     FROM (SELECT e.key AS reason, sum(cast(e.value AS bigint))::bigint AS set_aside
                             FROM collection.item i CROSS JOIN LATERAL jsonb_each_text(i.rows_quarantined) e
                            WHERE i.run_id = r.run_id GROUP BY e.key) q) set_aside
            """;

    private RunRows() {}

    static Run read(ResultSet row) throws SQLException {
        return new Run(
                row.getObject("run_id", UUID.class),
                row.getString("job_name"),
                row.getString("trigger"),
                Sql.instant(row, "scheduled_for"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                RunStatus.parse(row.getString("status")),
                Sql.instant(row, "started_at"),
                Sql.instantOrNull(row, "finished_at"),
                row.getInt("asked"),
                Columns.counts(row, "statuses", "status_counts", Math::toIntExact),
                Columns.counts(row, "outcomes", "outcome_counts", Math::toIntExact),
                row.getLong("rows_received"),
                row.getLong("rows_loaded"),
                row.getLong("rows_unchanged"),
                Columns.counts(row, "reasons", "reason_counts", count -> count),
                row.getObject("completeness", Double.class),
                row.getString("note"),
                row.getObject("parent_run_id", UUID.class));
    }
}
