package io.lumia.market.persistence;

import io.lumia.kernel.AsOf;
import io.lumia.market.CompanyFact;
import io.lumia.market.CompanyFactHistory;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;

/** {@link CompanyFactHistory} in {@code market.company_fact}, its revisions and {@code market.filing}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcCompanyFactHistory implements CompanyFactHistory {

    /**
     * One row per report that was public: the version of it that ended after the instant first is the one held then, or
     * else the first learned. Parameters: cik, concept, instant, cik, concept, instant.
     */
    private static final String PUBLIC_REPORTS = """
            SELECT DISTINCT ON (v.unit, v.period_start, v.period_end, v.filing_id)
                   v.unit, v.period_start, v.period_end, v.value, v.fiscal_year, v.fiscal_period, v.frame,
                   g.accession, g.form, g.filed, g.accepted_at, g.accepted_at_assumed
              FROM (SELECT unit, period_start, period_end, filing_id, value, fiscal_year, fiscal_period, frame,
                           valid_from
                      FROM market.company_fact_revision
                     WHERE cik = ? AND concept_id = (SELECT concept_id FROM market.concept WHERE name = ?)
                       AND valid_to > ?
                    UNION ALL
                    SELECT unit, period_start, period_end, filing_id, value, fiscal_year, fiscal_period, frame,
                           learned_at
                      FROM market.company_fact
                     WHERE cik = ? AND concept_id = (SELECT concept_id FROM market.concept WHERE name = ?)) v
              JOIN market.filing g USING (filing_id)
             WHERE g.accepted_at <= ?
             ORDER BY v.unit, v.period_start, v.period_end, v.filing_id, v.valid_from
            """;

    private static final String NEWEST = """
            SELECT DISTINCT ON (period_end, period_start, unit) *
              FROM (%s) reports
             ORDER BY period_end DESC, period_start DESC, unit DESC, accepted_at DESC, accession DESC
             LIMIT ?
            """.formatted(PUBLIC_REPORTS);

    private static final String ALL = """
            SELECT * FROM (%s) reports
             ORDER BY period_end DESC, period_start DESC, unit DESC, accepted_at DESC, accession DESC
             LIMIT ?
            """.formatted(PUBLIC_REPORTS);

    private final Sql sql;

    JdbcCompanyFactHistory(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<AcceptedFact> facts(String cik, String concept, AsOf asOf, int limit) {
        return find(NEWEST, cik, concept, asOf, limit);
    }

    @Override
    public List<AcceptedFact> reports(String cik, String concept, AsOf asOf, int limit) {
        return find(ALL, cik, concept, asOf, limit);
    }

    private List<AcceptedFact> find(String query, String cik, String concept, AsOf asOf, int limit) {
        return sql.prepare(query, statement -> {
            bind(statement, cik, concept, asOf, limit);
            return List.copyOf(
                    Sql.list(statement, row -> read(row, cik, concept)).reversed());
        });
    }

    private static void bind(PreparedStatement statement, String cik, String concept, AsOf asOf, int limit)
            throws SQLException {
        OffsetDateTime instant = Sql.utc(asOf.instant());
        statement.setString(1, cik);
        statement.setString(2, concept);
        statement.setObject(3, instant);
        statement.setString(4, cik);
        statement.setString(5, concept);
        statement.setObject(6, instant);
        statement.setInt(7, limit);
    }

    private static AcceptedFact read(ResultSet row, String cik, String concept) throws SQLException {
        LocalDate start = row.getObject("period_start", LocalDate.class);
        int fiscalYear = row.getInt("fiscal_year");
        boolean isFiscalYearUnknown = row.wasNull();
        CompanyFact fact = new CompanyFact(
                cik,
                concept,
                row.getString("unit"),
                start.equals(CompanyFactMerge.NO_START) ? null : start,
                row.getObject("period_end", LocalDate.class),
                row.getDouble("value"),
                row.getString("accession"),
                row.getString("form"),
                row.getObject("filed", LocalDate.class),
                isFiscalYearUnknown ? null : (Integer) fiscalYear,
                row.getString("fiscal_period"),
                row.getString("frame"));
        return new AcceptedFact(fact, Sql.instant(row, "accepted_at"), row.getBoolean("accepted_at_assumed"));
    }
}
