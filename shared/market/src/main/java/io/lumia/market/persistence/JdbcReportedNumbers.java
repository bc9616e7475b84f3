package io.lumia.market.persistence;

import io.lumia.market.ExchangeCalendar;
import io.lumia.market.ReportedNumbers;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link ReportedNumbers} in {@code market.fundamental}, {@code market.company_fact} and their revisions. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcReportedNumbers implements ReportedNumbers {

    /** Of each report the version that ended after the instant first: the one held then, or else the first learned. */
    private static final String METRICS = """
            SELECT DISTINCT ON (metric, period_start, period_end, reported_at)
                   metric AS name, nullif(period_start, period_end) AS period_start, period_end, value, currency AS unit,
                   reported_at, reported_at_assumed, NULL::timestamptz AS accepted_at, '' AS accession, '' AS form,
                   NULL::int AS fiscal_year, NULL AS fiscal_period, source_id
              FROM (SELECT metric, period_start, period_end, reported_at, reported_at_assumed, value, currency, source_id, valid_from
                      FROM market.fundamental_revision b CROSS JOIN q
                     WHERE b.asset_id = q.asset AND valid_to > q.instant
                    UNION ALL
                    SELECT metric, period_start, period_end, reported_at, reported_at_assumed, value, currency, source_id, learned_at
                      FROM market.fundamental b CROSS JOIN q
                     WHERE b.asset_id = q.asset) versions
             CROSS JOIN q
             WHERE reported_at <= q.session AND (cardinality(q.names) = 0 OR metric = ANY (q.names))
             ORDER BY metric, period_start, period_end, reported_at, valid_from
            """;

    private static final String CONCEPTS = """
            SELECT DISTINCT ON (concept_id, unit, versions.period_start, period_end, filing_id)
                   c.name, nullif(versions.period_start, DATE '0001-01-01') AS period_start, period_end, value, unit,
                   cast(g.accepted_at AT TIME ZONE 'America/New_York' AS date) AS reported_at, g.accepted_at_assumed,
                   g.accepted_at, g.accession, g.form, fiscal_year, fiscal_period, versions.source_id
              FROM (SELECT concept_id, unit, period_start, period_end, filing_id, value, fiscal_year, fiscal_period, source_id,
                           valid_from
                      FROM market.company_fact_revision b CROSS JOIN q
                     WHERE b.cik = q.cik AND valid_to > q.instant
                    UNION ALL
                    SELECT concept_id, unit, period_start, period_end, filing_id, value, fiscal_year, fiscal_period, source_id,
                           learned_at
                      FROM market.company_fact b CROSS JOIN q
                     WHERE b.cik = q.cik) versions
              JOIN market.filing g USING (filing_id)
              JOIN market.concept c USING (concept_id)
             CROSS JOIN q
             WHERE g.accepted_at <= q.instant AND (cardinality(q.names) = 0 OR c.name = ANY (q.names))
             ORDER BY concept_id, unit, versions.period_start, period_end, filing_id, valid_from
            """;

    /** A report is later than another by its day, then by its acceptance, then by its number. */
    private static final String FIND = """
            WITH q AS (
                SELECT ?::int AS asset, ?::text AS cik, ?::timestamptz AS instant, ?::date AS session, ?::text[] AS names),
            reports AS ((%s) UNION ALL (%s)),
            judged AS (
                SELECT *, row_number() OVER newest AS place,
                       coalesce(max(value) OVER earlier <> value OR min(value) OVER earlier <> value, false) AS restates,
                       coalesce(max(value) OVER later <> value OR min(value) OVER later <> value, false) AS superseded
                  FROM reports
                WINDOW newest AS (PARTITION BY name, unit, period_start, period_end
                                  ORDER BY reported_at DESC, accepted_at DESC NULLS LAST, accession DESC),
                       earlier AS (newest ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING),
                       later AS (newest ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
            SELECT * FROM judged
             WHERE period_end BETWEEN ? AND ? AND (NOT ? OR place = 1)
               AND CASE ?
                   WHEN 'any' THEN true
                   WHEN 'instant' THEN period_start IS NULL
                   WHEN 'quarter' THEN period_end - period_start BETWEEN %d AND %d
                   WHEN 'year' THEN period_end - period_start BETWEEN %d AND %d
                   ELSE period_end - period_start NOT BETWEEN %d AND %d AND period_end - period_start NOT BETWEEN %d AND %d
                   END
             ORDER BY period_end DESC, name, unit, period_start DESC NULLS LAST, place
             LIMIT ? OFFSET ?
            """.formatted(
                    METRICS,
                    CONCEPTS,
                    Length.QUARTER.leastDays(),
                    Length.QUARTER.mostDays(),
                    Length.YEAR.leastDays(),
                    Length.YEAR.mostDays(),
                    Length.QUARTER.leastDays(),
                    Length.QUARTER.mostDays(),
                    Length.YEAR.leastDays(),
                    Length.YEAR.mostDays());

    private final Sql sql;
    private final SourceRegistry sources;

    JdbcReportedNumbers(Sql sql, SourceRegistry sources) {
        this.sql = sql;
        this.sources = sources;
    }

    @Override
    public List<ReportedNumber> find(Question question) {
        return sql.prepareForValues(FIND, statement -> {
            bind(statement, question);
            return Sql.list(statement, this::number);
        });
    }

    private static void bind(PreparedStatement statement, Question question) throws SQLException {
        String cik = question.asset().definition().cik();
        Length length = question.length();
        statement.setInt(1, question.asset().key());
        statement.setString(2, cik == null ? "" : cik);
        statement.setObject(3, Sql.utc(question.asOf().instant().truncatedTo(ChronoUnit.MICROS)));
        statement.setObject(
                4, ExchangeCalendar.of(question.asset().definition()).lastClosedSession(question.asOf()), Types.DATE);
        Sql.setArray(statement, 5, "text", question.names());
        statement.setObject(6, question.from());
        statement.setObject(7, question.to());
        statement.setBoolean(8, question.newestOnly());
        statement.setString(9, length == null ? "any" : length.code());
        statement.setInt(10, question.limit());
        statement.setInt(11, question.skipped());
    }

    private ReportedNumber number(ResultSet row) throws SQLException {
        return new ReportedNumber(
                row.getString("name"),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                row.getDouble("value"),
                row.getString("unit"),
                row.getObject("reported_at", LocalDate.class),
                row.getBoolean("reported_at_assumed"),
                filing(row),
                sources.get(row.getInt("source_id")),
                row.getBoolean("restates"),
                row.getBoolean("superseded"));
    }

    private static @Nullable FilingOfNumber filing(ResultSet row) throws SQLException {
        Instant acceptedAt = Sql.instantOrNull(row, "accepted_at");
        if (acceptedAt == null) {
            return null;
        }
        int fiscalYear = row.getInt("fiscal_year");
        boolean isFiscalYearUnknown = row.wasNull();
        return new FilingOfNumber(
                row.getString("accession"),
                row.getString("form"),
                acceptedAt,
                isFiscalYearUnknown ? null : (Integer) fiscalYear,
                row.getString("fiscal_period"));
    }
}
