package io.lumia.market.persistence;

import io.lumia.market.AcceptanceTime;
import io.lumia.market.CompanyFact;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes reported numbers in by (cik, concept, unit, start, end, accession). A filing that our books lack is written with
 * what the number says of it, its acceptance assumed; when the filing itself comes, the time is corrected for all its
 * numbers, since they do not hold it themselves.
 */
final class CompanyFactMerge {

    /** What stands for the start of a balance. */
    static final LocalDate NO_START = LocalDate.of(1, 1, 1);

    private static final String STAGING = """
            market.company_fact_staging (batch_id, cik, concept, unit, period_start, period_end, accession, value,
                                         fiscal_year, fiscal_period, frame)
            """;
    private static final int STAGING_COLUMNS = 11;

    /** Asked for what is new only: an insert that conflicts would use up a key each time. */
    private static final String ADD_CONCEPTS = """
            INSERT INTO market.concept (name)
            SELECT DISTINCT s.concept
              FROM market.company_fact_staging s LEFT JOIN market.concept c ON c.name = s.concept
             WHERE s.batch_id = ? AND c.concept_id IS NULL
            ON CONFLICT DO NOTHING
            """;

    /** Parameters: batch id, learned at (the old value's end), and twice learned at with source id. */
    private static final String MERGE = """
            WITH staged AS (
                DELETE FROM market.company_fact_staging WHERE batch_id = ? RETURNING *
            ), keyed AS MATERIALIZED (
                SELECT s.cik, c.concept_id, s.unit, s.period_start, s.period_end, g.filing_id, s.value, s.fiscal_year,
                       s.fiscal_period, s.frame
                  FROM staged s JOIN market.concept c ON c.name = s.concept JOIN market.filing g USING (accession)
            ), existing AS MATERIALIZED (
                SELECT * FROM market.company_fact WHERE cik IN (SELECT DISTINCT cik FROM keyed)
            ), delta AS MATERIALIZED (
                SELECT k.*, e.cik IS NULL AS is_new
                  FROM keyed k
                  LEFT JOIN existing e USING (cik, concept_id, unit, period_start, period_end, filing_id)
                 WHERE e.cik IS NULL
                    OR (k.value, k.fiscal_year, k.fiscal_period, k.frame)
                       IS DISTINCT FROM (e.value, e.fiscal_year, e.fiscal_period, e.frame)
            ), kept AS (
                INSERT INTO market.company_fact_revision (cik, concept_id, unit, period_start, period_end, filing_id,
                       valid_from, valid_to, value, fiscal_year, fiscal_period, frame, source_id)
                SELECT cik, concept_id, unit, period_start, period_end, filing_id,
                       e.learned_at, ?, e.value, e.fiscal_year, e.fiscal_period, e.frame, e.source_id
                  FROM existing e JOIN delta USING (cik, concept_id, unit, period_start, period_end, filing_id)
                ON CONFLICT DO NOTHING
            ), added AS (
                INSERT INTO market.company_fact (cik, concept_id, unit, period_start, period_end, filing_id, value,
                       fiscal_year, fiscal_period, frame, learned_at, source_id)
                SELECT cik, concept_id, unit, period_start, period_end, filing_id, value,
                       fiscal_year, fiscal_period, frame, ?, ?
                  FROM delta WHERE is_new
            ), changed AS (
                UPDATE market.company_fact e
                   SET value = d.value, fiscal_year = d.fiscal_year, fiscal_period = d.fiscal_period, frame = d.frame,
                       learned_at = ?, source_id = ?
                  FROM delta d
                 WHERE NOT d.is_new AND e.cik = d.cik AND e.concept_id = d.concept_id AND e.unit = d.unit
                   AND e.period_start = d.period_start AND e.period_end = d.period_end AND e.filing_id = d.filing_id
            )
            SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM delta
            """;

    private CompanyFactMerge() {}

    static MergeCounts merge(Connection connection, BatchStamp stamp, int sourceId, List<CompanyFact> facts)
            throws SQLException {
        if (facts.isEmpty()) {
            return MergeCounts.NONE;
        }
        FilingMerge.merge(connection, stamp, sourceId, filings(facts));
        stage(connection, stamp, facts);
        try (PreparedStatement statement = connection.prepareStatement(ADD_CONCEPTS)) {
            statement.setObject(1, stamp.batchId());
            statement.executeUpdate();
        }
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
                return new MergeCounts(inserted, revised, facts.size() - inserted - revised);
            }
        }
    }

    /** What the numbers say of the filings that they are in. */
    private static List<Filing> filings(List<CompanyFact> facts) {
        Map<String, Filing> filings = new LinkedHashMap<>();
        for (CompanyFact fact : facts) {
            filings.computeIfAbsent(
                    fact.accession(),
                    accession -> new Filing(
                            fact.cik(),
                            accession,
                            fact.form(),
                            fact.filed(),
                            AcceptanceTime.assumed(fact.filed()),
                            true,
                            null,
                            "",
                            "",
                            ""));
        }
        return List.copyOf(filings.values());
    }

    private static void stage(Connection connection, BatchStamp stamp, List<CompanyFact> facts) throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(connection, STAGING)) {
            for (CompanyFact fact : facts) {
                LocalDate start = fact.start();
                Integer fiscalYear = fact.fiscalYear();
                copy.startRow(STAGING_COLUMNS);
                copy.putUuid(stamp.batchId());
                copy.putText(fact.cik());
                copy.putText(fact.concept());
                copy.putText(fact.unit());
                copy.putDate(start == null ? NO_START : start);
                copy.putDate(fact.end());
                copy.putText(fact.accession());
                copy.putDouble(fact.value());
                if (fiscalYear == null) {
                    copy.putNull();
                } else {
                    copy.putInt(fiscalYear);
                }
                copy.putText(fact.fiscalPeriod());
                copy.putText(fact.frame());
            }
            copy.finish();
        }
    }
}
