package io.lumia.recommendation.personal.persistence;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.lumia.recommendation.personal.PersonalAdvice;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;

/** {@link PersonalAdvice} in tables {@code recommendation}, {@code feedback}, {@code grade} and {@code backtest}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcPersonalAdvice implements PersonalAdvice {

    /** Whose what stays is; no caller is ever called so. */
    private static final String NOBODY = "erased";

    private static final String RECOMMENDATIONS = """
        SELECT json_build_object(
                   'recommendation_id', r.recommendation_id, 'created_at', r.created_at, 'as_of', r.as_of,
                   'session', r.session, 'configuration', r.configuration, 'engine', r.engine, 'outcome', r.outcome,
                   'request', r.request, 'answer', r.answer,
                   'grades', coalesce((SELECT json_agg(json_build_object(
                                                  'sessions', g.sessions, 'session', g.session,
                                                  'portfolio_return', g.portfolio_return,
                                                  'benchmark_return', g.benchmark_return) ORDER BY g.sessions)
                                         FROM recommendation.grade g
                                        WHERE g.recommendation_id = r.recommendation_id), '[]'))::text
          FROM recommendation.recommendation r
         WHERE r.actor = ?
         ORDER BY r.created_at, r.recommendation_id
         LIMIT ?
        """;

    private static final String FEEDBACK = """
        SELECT json_build_object(
                   'feedback_id', f.feedback_id, 'recommendation_id', f.recommendation_id, 'at', f.at, 'kind', f.kind,
                   'value', f.value, 'text', f.text)::text
          FROM recommendation.feedback f
         WHERE f.actor = ?
         ORDER BY f.at, f.feedback_id
         LIMIT ?
        """;

    private static final String BACKTESTS = """
        SELECT json_build_object(
                   'backtest_id', b.backtest_id, 'asked_at', b.known_at, 'status', b.status, 'request', b.draft,
                   'finished_at', b.finished_at, 'report', b.report, 'failure', b.failure)::text
          FROM recommendation.backtest b
         WHERE b.actor = ?
         ORDER BY b.known_at, b.backtest_id
         LIMIT ?
        """;

    private static final List<String> ERASE = List.of(
            "DELETE FROM recommendation.feedback WHERE actor = ?",
            "DELETE FROM recommendation.backtest WHERE actor = ?",
            "DELETE FROM recommendation.recommendation WHERE actor = ? AND outcome <> 'recommended'",
            "UPDATE recommendation.recommendation SET actor = '" + NOBODY + "' WHERE actor = ?");

    private final Sql sql;
    private final Transactions transactions;

    JdbcPersonalAdvice(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public List<String> recommendations(String actor) {
        return documents(RECOMMENDATIONS, actor);
    }

    @Override
    public List<String> feedback(String actor) {
        return documents(FEEDBACK, actor);
    }

    @Override
    public List<String> backtests(String actor) {
        return documents(BACKTESTS, actor);
    }

    private List<String> documents(String query, String actor) {
        List<String> found = sql.prepare(query, statement -> {
            statement.setString(1, actor);
            statement.setInt(2, MAX_DOCUMENTS + 1);
            return Sql.list(statement, row -> row.getString(1));
        });
        if (found.size() > MAX_DOCUMENTS) {
            throw new AppException(
                    ErrorCode.LIMIT_REACHED, "an export takes at most %d documents of a kind".formatted(MAX_DOCUMENTS));
        }
        return found;
    }

    @Override
    public void erase(String actor) {
        transactions.inTransaction(() -> ERASE.forEach(statementText -> sql.prepare(statementText, statement -> {
            statement.setString(1, actor);
            return statement.executeUpdate();
        })));
    }
}
