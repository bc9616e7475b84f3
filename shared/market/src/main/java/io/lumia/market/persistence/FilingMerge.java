package io.lumia.market.persistence;

import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.Filing;
import io.lumia.market.MergeCounts;
import io.lumia.platform.database.BinaryCopy;
import io.lumia.platform.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes filings in by accession number. Sources know a filing in different depth (a feed, the filer's list, the numbers in
 * it): what one does not say never replaces what another did, and of two assumed acceptance times the earlier is the
 * closer bound.
 */
final class FilingMerge {

    /** Writers of filings follow each other: one filing may be in the batches of two filers. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('market.filing'))";

    private static final String STAGING = """
            market.filing_staging (batch_id, accession, cik, form, filed, accepted_at, accepted_at_assumed, report_date,
                                   primary_document, description, items)
            """;
    private static final int STAGING_COLUMNS = 11;

    /** Parameters: batch id, learned at (the old value's end), and twice learned at with source id. */
    private static final String MERGE = """
            WITH staged AS (
                DELETE FROM market.filing_staging WHERE batch_id = ? RETURNING *
            ), wanted AS MATERIALIZED (
                SELECT e.filing_id, s.accession, s.cik, s.form, s.filed,
                       CASE WHEN e.filing_id IS NULL OR NOT s.accepted_at_assumed THEN s.accepted_at
                            WHEN NOT e.accepted_at_assumed THEN e.accepted_at
                            ELSE least(s.accepted_at, e.accepted_at) END AS accepted_at,
                       s.accepted_at_assumed AND coalesce(e.accepted_at_assumed, true) AS accepted_at_assumed,
                       coalesce(s.report_date, e.report_date) AS report_date,
                       coalesce(nullif(s.primary_document, ''), e.primary_document, '') AS primary_document,
                       coalesce(nullif(s.description, ''), e.description, '') AS description,
                       coalesce(nullif(s.items, ''), e.items, '') AS items
                  FROM staged s LEFT JOIN market.filing e USING (accession)
            ), delta AS MATERIALIZED (
                SELECT w.*, e.filing_id IS NULL AS is_new
                  FROM wanted w LEFT JOIN market.filing e USING (filing_id)
                 WHERE e.filing_id IS NULL
                    OR (w.form, w.filed, w.accepted_at, w.accepted_at_assumed, w.report_date, w.primary_document,
                        w.description, w.items)
                       IS DISTINCT FROM
                       (e.form, e.filed, e.accepted_at, e.accepted_at_assumed, e.report_date, e.primary_document,
                        e.description, e.items)
            ), kept AS (
                INSERT INTO market.filing_revision (filing_id, valid_from, valid_to, form, filed, accepted_at,
                       accepted_at_assumed, report_date, primary_document, description, items, source_id)
                SELECT e.filing_id, e.learned_at, ?, e.form, e.filed, e.accepted_at, e.accepted_at_assumed,
                       e.report_date, e.primary_document, e.description, e.items, e.source_id
                  FROM market.filing e JOIN delta USING (filing_id)
                ON CONFLICT DO NOTHING
            ), added AS (
                INSERT INTO market.filing (accession, cik, form, filed, accepted_at, accepted_at_assumed, report_date,
                       primary_document, description, items, learned_at, source_id)
                SELECT accession, cik, form, filed, accepted_at, accepted_at_assumed, report_date,
                       primary_document, description, items, ?, ?
                  FROM delta WHERE is_new
            ), changed AS (
                UPDATE market.filing e
                   SET form = d.form, filed = d.filed, accepted_at = d.accepted_at,
                       accepted_at_assumed = d.accepted_at_assumed, report_date = d.report_date,
                       primary_document = d.primary_document, description = d.description, items = d.items,
                       learned_at = ?, source_id = ?
                  FROM delta d WHERE NOT d.is_new AND e.filing_id = d.filing_id
            )
            SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM delta
            """;

    private FilingMerge() {}

    static MergeCounts merge(Connection connection, BatchStamp stamp, int sourceId, Collection<Filing> filings)
            throws SQLException {
        Map<String, Filing> byAccession = new LinkedHashMap<>();
        filings.forEach(filing -> byAccession.putIfAbsent(filing.accession(), filing));
        if (byAccession.isEmpty()) {
            return MergeCounts.NONE;
        }
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.execute();
        }
        stage(connection, stamp, byAccession.values());
        try (PreparedStatement statement = connection.prepareStatement(MERGE)) {
            statement.setObject(1, stamp.batchId());
            statement.setObject(2, Sql.utc(stamp.learnedAt()));
            statement.setObject(3, Sql.utc(stamp.learnedAt()));
            statement.setInt(4, sourceId);
            statement.setObject(5, Sql.utc(stamp.learnedAt()));
            statement.setInt(6, sourceId);
            try (ResultSet counts = statement.executeQuery()) {
                counts.next();
                long inserted = counts.getLong(1);
                long revised = counts.getLong(2);
                return new MergeCounts(inserted, revised, filings.size() - inserted - revised);
            }
        }
    }

    private static void stage(Connection connection, BatchStamp stamp, Collection<Filing> filings) throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(connection, STAGING)) {
            for (Filing filing : filings) {
                copy.startRow(STAGING_COLUMNS);
                copy.putUuid(stamp.batchId());
                copy.putText(filing.accession());
                copy.putText(filing.cik());
                copy.putText(filing.form());
                copy.putDate(filing.filed());
                copy.putInstant(filing.acceptedAt());
                copy.putBoolean(filing.acceptedAtAssumed());
                putDateOrNull(copy, filing.reportDate());
                copy.putText(filing.primaryDocument());
                copy.putText(filing.description());
                copy.putText(filing.items());
            }
            copy.finish();
        }
    }

    private static void putDateOrNull(BinaryCopy copy, @Nullable LocalDate date) throws SQLException {
        if (date == null) {
            copy.putNull();
        } else {
            copy.putDate(date);
        }
    }
}
