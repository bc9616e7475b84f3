package io.lumia.recommendation.snapshot.persistence;

import io.lumia.market.AcceptanceTime;
import io.lumia.market.Fundamental;
import io.lumia.platform.database.Sql;
import io.lumia.recommendation.snapshot.persistence.Concepts.Meaning;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * US companies' tagged numbers from filings that had been accepted, under our metrics' names ({@link Concepts}). Reported on the
 * day of the acceptance in New York.
 *
 * <p>When a filing was accepted is no opinion: the best that our books knew by {@code known_at} decides. A later filing mostly tells
 * the number again; only one that says something else than the filing before is a further row.
 */
final class CompanyFactReader {

    private static final String VERSIONS = """
            SELECT DISTINCT ON (cik, concept_id, unit, period_start, period_end, filing_id) *
              FROM (SELECT cik, concept_id, unit, period_start, period_end, filing_id, value, valid_from
                      FROM market.company_fact_revision WHERE cik = ANY (?) AND %s
                    UNION ALL
                    SELECT cik, concept_id, unit, period_start, period_end, filing_id, value, learned_at
                      FROM market.company_fact WHERE cik = ANY (?) AND %s) versions
             WHERE period_end > ? AND concept_id IN (SELECT concept_id FROM market.concept WHERE name = ANY (?))
             ORDER BY cik, concept_id, unit, period_start, period_end, filing_id, valid_from
            """.formatted(ReadingTime.SUPERSEDED, ReadingTime.KNOWN);

    private static final String FIND = """
            SELECT v.cik, c.name AS concept, v.unit, v.period_start, v.period_end, v.value, v.valid_from, g.accession, g.accepted_at,
                   g.accepted_at_assumed
              FROM (%s) v
              JOIN market.concept c USING (concept_id)
              JOIN (SELECT filing_id, accession, accepted_at, accepted_at_assumed FROM market.filing WHERE learned_at <= ?
                    UNION ALL
                    SELECT r.filing_id, f.accession, r.accepted_at, r.accepted_at_assumed
                      FROM market.filing_revision r JOIN market.filing f USING (filing_id)
                     WHERE r.valid_from <= ? AND r.valid_to > ? AND f.learned_at > ?) g USING (filing_id)
             WHERE g.accepted_at <= ?
             ORDER BY v.cik, c.name, v.unit, v.period_end, v.period_start, g.accepted_at, g.accession
            """.formatted(VERSIONS);

    /** What stands for the start of a balance. */
    private static final LocalDate NO_START = LocalDate.of(1, 1, 1);

    private CompanyFactReader() {}

    /** By the company's key at the SEC. */
    static Map<String, List<KnownFact>> read(
            Connection connection, ReadingTime time, Collection<String> ciks, LocalDate periodsAfter)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setFetchSize(JdbcSnapshots.ROWS_AT_ONCE);
            bind(statement, time, ciks, periodsAfter);
            Map<String, Company> companies = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    companies
                            .computeIfAbsent(row.getString("cik"), _ -> new Company())
                            .add(row);
                }
            }
            Map<String, List<KnownFact>> facts = new HashMap<>();
            companies.forEach((cik, company) -> facts.put(cik, company.facts()));
            return facts;
        }
    }

    private static void bind(
            PreparedStatement statement, ReadingTime time, Collection<String> ciks, LocalDate periodsAfter)
            throws SQLException {
        Connection connection = statement.getConnection();
        OffsetDateTime knownAt = Sql.utc(time.knownAt());
        statement.setArray(1, connection.createArrayOf("text", ciks.toArray()));
        int next = time.bindSuperseded(statement, 2);
        statement.setArray(next, connection.createArrayOf("text", ciks.toArray()));
        next = time.bindCurrent(statement, next + 1);
        statement.setObject(next, periodsAfter);
        statement.setArray(
                next + 1, connection.createArrayOf("text", Concepts.names().toArray()));
        for (int i = 2; i <= 5; i++) {
            statement.setObject(next + i, knownAt);
        }
        statement.setObject(next + 6, Sql.utc(time.asOf()));
    }

    /** What a number is about. */
    private record About(String metric, LocalDate start, LocalDate end) {}

    /** A telling of it by one concept. */
    private record Told(int rank, KnownFact fact) {}

    /** A company's numbers, oldest filing of a period first. */
    private static final class Company {

        private final Map<About, List<Told>> told = new HashMap<>();

        void add(ResultSet row) throws SQLException {
            String concept = row.getString("concept");
            String unit = row.getString("unit");
            Meaning meaning = Concepts.meaning(concept);
            if (!meaning.isIn(unit)) {
                return;
            }
            LocalDate end = row.getObject("period_end", LocalDate.class);
            LocalDate start = row.getObject("period_start", LocalDate.class);
            About about = new About(meaning.metric(), start.equals(NO_START) ? end : start, end);
            OffsetDateTime accepted = row.getObject("accepted_at", OffsetDateTime.class);
            Fundamental fact = new Fundamental(
                    about.metric(),
                    about.start(),
                    end,
                    accepted.atZoneSameInstant(AcceptanceTime.NEW_YORK).toLocalDate(),
                    row.getBoolean("accepted_at_assumed"),
                    meaning.sign() * row.getDouble("value"),
                    meaning.currency(unit));
            KnownFact known =
                    new KnownFact(fact, concept + " " + row.getString("accession"), Sql.instant(row, "valid_from"));
            told.computeIfAbsent(about, _ -> new ArrayList<>()).add(new Told(meaning.rank(), known));
        }

        List<KnownFact> facts() {
            List<KnownFact> facts = new ArrayList<>();
            for (List<Told> tellings : told.values()) {
                int rank = tellings.stream().mapToInt(Told::rank).min().orElseThrow();
                double before = Double.NaN;
                for (Told telling : tellings) {
                    double value = telling.fact().fact().value();
                    if (telling.rank() == rank && value != before) {
                        facts.add(telling.fact());
                        before = value;
                    }
                }
            }
            facts.sort(KnownFact.ORDER);
            return facts;
        }
    }
}
