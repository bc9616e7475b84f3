package io.lumia.recommendation.record.persistence;

import io.lumia.platform.database.Sql;
import io.lumia.recommendation.record.Feedback;
import io.lumia.recommendation.record.Grade;
import io.lumia.recommendation.record.ListedRecommendation;
import io.lumia.recommendation.record.RecommendationBook;
import io.lumia.recommendation.record.ScorecardLine;
import io.lumia.recommendation.record.StoredRecommendation;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** {@link RecommendationBook} in {@code recommendation.recommendation}, {@code feedback} and {@code grade}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcRecommendationBook implements RecommendationBook {

    private static final String ADD = """
            INSERT INTO recommendation.recommendation
                   (recommendation_id, actor, created_at, request, snapshot_id, as_of, known_at, session, sentiment_model,
                    configuration, engine, variant, seed, outcome, answer, result_hash)
            VALUES (?, ?, ?, cast(? AS json), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? AS json), ?)
            ON CONFLICT ON CONSTRAINT recommendation_pk DO NOTHING
            """;

    private static final String SELECT = """
            SELECT recommendation_id, actor, created_at, request, snapshot_id, as_of, known_at, session, sentiment_model,
                   configuration, engine, variant, seed, outcome, answer, result_hash
              FROM recommendation.recommendation r
            """;

    private static final String FIND = SELECT + " WHERE recommendation_id = ? AND actor = ?";

    private static final String LIST = """
            SELECT recommendation_id, created_at, request, snapshot_id, as_of, session, configuration, variant, outcome, result_hash
              FROM recommendation.recommendation
             WHERE actor = ?
             ORDER BY created_at DESC, recommendation_id DESC
             LIMIT ? OFFSET ?
            """;

    private static final String COUNT = "SELECT count(*) FROM recommendation.recommendation WHERE actor = ?";

    private static final String UNGRADED = SELECT + """
             WHERE outcome = 'recommended' AND session <= ? AND recommendation_id > ?
               AND NOT EXISTS (SELECT FROM recommendation.grade g
                                WHERE g.recommendation_id = r.recommendation_id AND g.sessions = ?)
             ORDER BY recommendation_id
             LIMIT ?
            """;

    /** Two that come at once may exceed the bound by one, which hurts nobody. */
    private static final String ADD_FEEDBACK = """
            INSERT INTO recommendation.feedback (feedback_id, recommendation_id, actor, at, kind, value, text)
            SELECT ?, recommendation_id, actor, ?, ?, ?, ?
              FROM recommendation.recommendation r
             WHERE recommendation_id = ? AND actor = ?
               AND (SELECT count(*) FROM recommendation.feedback f WHERE f.recommendation_id = r.recommendation_id) < ?
            ON CONFLICT ON CONSTRAINT feedback_pk DO NOTHING
            """;

    private static final String HAS_FEEDBACK =
            "SELECT 1 FROM recommendation.feedback WHERE feedback_id = ? AND actor = ?";

    private static final String FEEDBACK = """
            SELECT feedback_id, recommendation_id, actor, at, kind, value, text
              FROM recommendation.feedback
             WHERE recommendation_id = ? AND actor = ?
             ORDER BY at, feedback_id
            """;

    private static final String ADD_GRADE = """
            INSERT INTO recommendation.grade
                   (recommendation_id, sessions, graded_at, session, portfolio_return, benchmark_return, excess, hit, notes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT grade_pk DO NOTHING
            """;

    private static final String GRADES = """
            SELECT recommendation_id, g.sessions, g.graded_at, g.session, g.portfolio_return, g.benchmark_return, g.excess,
                   g.hit, g.notes
              FROM recommendation.grade g
              JOIN recommendation.recommendation r USING (recommendation_id)
             WHERE recommendation_id = ? AND r.actor = ?
             ORDER BY g.sessions
            """;

    private static final String SCORECARD = """
            SELECT g.sessions, r.configuration, r.variant, count(*) AS graded, count(g.excess) AS compared,
                   avg(g.portfolio_return) AS portfolio, avg(g.benchmark_return) AS benchmark, avg(g.excess) AS excess,
                   avg(g.hit::int)::float8 AS hit_rate
              FROM recommendation.grade g
              JOIN recommendation.recommendation r USING (recommendation_id)
             GROUP BY g.sessions, r.configuration, r.variant
             ORDER BY g.sessions, r.configuration, r.variant
            """;

    private final Sql sql;

    JdbcRecommendationBook(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(StoredRecommendation added) {
        return sql.prepare(ADD, statement -> {
            statement.setObject(1, added.id());
            statement.setString(2, added.actor());
            statement.setObject(3, Sql.utc(added.createdAt()));
            statement.setString(4, added.request());
            statement.setString(5, added.snapshotId());
            statement.setObject(6, Sql.utc(added.asOf()));
            statement.setObject(7, Sql.utc(added.knownAt()));
            statement.setObject(8, added.session());
            statement.setString(9, added.sentimentModel());
            statement.setString(10, added.configuration());
            statement.setString(11, added.engine());
            statement.setString(12, added.variant());
            statement.setLong(13, added.seed());
            statement.setString(14, added.outcome().code());
            statement.setString(15, added.answer());
            statement.setString(16, added.resultHash());
            return statement.executeUpdate() > 0;
        });
    }

    @Override
    public Optional<StoredRecommendation> find(UUID id, String actor) {
        return sql
                .prepare(FIND, statement -> {
                    statement.setObject(1, id);
                    statement.setString(2, actor);
                    return Sql.list(statement, RecordRows::recommendation);
                })
                .stream()
                .findFirst();
    }

    @Override
    public Page list(String actor, int page, int perPage) {
        List<ListedRecommendation> found = sql.prepare(LIST, statement -> {
            statement.setString(1, actor);
            statement.setInt(2, perPage);
            statement.setLong(3, (page - 1L) * perPage);
            return Sql.list(statement, RecordRows::listed);
        });
        return new Page(found, count(actor));
    }

    private long count(String actor) {
        return sql.prepare(COUNT, statement -> {
            statement.setString(1, actor);
            return Sql.list(statement, row -> row.getLong(1)).getFirst();
        });
    }

    @Override
    public List<StoredRecommendation> ungraded(int sessions, LocalDate lastSession, UUID after, int most) {
        return sql.prepare(UNGRADED, statement -> {
            statement.setObject(1, lastSession);
            statement.setObject(2, after);
            statement.setInt(3, sessions);
            statement.setInt(4, most);
            return Sql.list(statement, RecordRows::recommendation);
        });
    }

    @Override
    public boolean add(Feedback feedback) {
        int added = sql.prepare(ADD_FEEDBACK, statement -> {
            statement.setObject(1, feedback.id());
            statement.setObject(2, Sql.utc(feedback.at()));
            statement.setString(3, feedback.kind().code());
            statement.setObject(4, feedback.value(), Types.INTEGER);
            statement.setString(5, feedback.text());
            statement.setObject(6, feedback.recommendationId());
            statement.setString(7, feedback.actor());
            statement.setInt(8, MAX_FEEDBACK);
            return statement.executeUpdate();
        });
        return added > 0 || isKept(feedback);
    }

    private boolean isKept(Feedback feedback) {
        return !sql.prepare(HAS_FEEDBACK, statement -> {
                    statement.setObject(1, feedback.id());
                    statement.setString(2, feedback.actor());
                    return Sql.list(statement, row -> row.getInt(1));
                })
                .isEmpty();
    }

    @Override
    public List<Feedback> feedback(UUID recommendationId, String actor) {
        return sql.prepare(FEEDBACK, statement -> {
            statement.setObject(1, recommendationId);
            statement.setString(2, actor);
            return Sql.list(statement, RecordRows::feedback);
        });
    }

    @Override
    public boolean add(Grade grade) {
        return sql.prepare(ADD_GRADE, statement -> {
            statement.setObject(1, grade.recommendationId());
            statement.setInt(2, grade.sessions());
            statement.setObject(3, Sql.utc(grade.gradedAt()));
            statement.setObject(4, grade.session());
            statement.setDouble(5, grade.portfolioReturn());
            statement.setObject(6, grade.benchmarkReturn(), Types.DOUBLE);
            statement.setObject(7, grade.excess(), Types.DOUBLE);
            statement.setObject(8, grade.hit(), Types.BOOLEAN);
            statement.setArray(
                    9,
                    statement
                            .getConnection()
                            .createArrayOf("text", grade.notes().toArray()));
            return statement.executeUpdate() > 0;
        });
    }

    @Override
    public List<Grade> grades(UUID recommendationId, String actor) {
        return sql.prepare(GRADES, statement -> {
            statement.setObject(1, recommendationId);
            statement.setString(2, actor);
            return Sql.list(statement, RecordRows::grade);
        });
    }

    @Override
    public List<ScorecardLine> scorecard() {
        return sql.prepare(SCORECARD, statement -> Sql.list(statement, RecordRows::line));
    }
}
