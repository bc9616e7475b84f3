package io.lumia.recommendation.backtest.job.persistence;

import io.lumia.platform.database.Sql;
import io.lumia.recommendation.backtest.job.BacktestBook;
import io.lumia.recommendation.backtest.job.BacktestJob;
import io.lumia.recommendation.backtest.job.BacktestStatus;
import io.lumia.recommendation.request.Choice;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** {@link BacktestBook} in {@code recommendation.backtest}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcBacktestBook implements BacktestBook {

    /** Two that come at once may exceed the bound by one, which hurts nobody. */
    private static final String ADD = """
            INSERT INTO recommendation.backtest (backtest_id, actor, draft, configuration, known_at, status)
            SELECT ?, ?, cast(? AS json), ?, ?, 'queued'
             WHERE (SELECT count(*) FROM recommendation.backtest WHERE actor = ? AND status IN ('queued', 'running')) < ?
            ON CONFLICT ON CONSTRAINT backtest_pk DO NOTHING
            """;

    private static final String EXISTS = "SELECT 1 FROM recommendation.backtest WHERE backtest_id = ? AND actor = ?";

    private static final String FIND_TO_RUN = """
            SELECT backtest_id, actor, draft, configuration, known_at, status, progress, started_at, finished_at, report, failure
              FROM recommendation.backtest
             WHERE backtest_id = ?
            """;

    private static final String FIND = FIND_TO_RUN + " AND actor = ?";

    private static final String LIST = """
            SELECT backtest_id, actor, draft, configuration, known_at, status, progress, started_at, finished_at,
                   NULL AS report, failure
              FROM recommendation.backtest
             WHERE actor = ?
             ORDER BY known_at DESC, backtest_id DESC
             LIMIT ?
            """;

    private static final String STATE =
            "SELECT state FROM recommendation.backtest WHERE backtest_id = ? AND state IS NOT NULL";

    private static final String START = """
            UPDATE recommendation.backtest SET status = 'running', started_at = ?
             WHERE backtest_id = ? AND status = 'queued'
            """;

    private static final String SAVE = """
            UPDATE recommendation.backtest SET progress = ?, state = cast(? AS json)
             WHERE backtest_id = ? AND status = 'running' AND progress < ?
            """;

    private static final String SUCCEED = """
            UPDATE recommendation.backtest
               SET status = 'succeeded', progress = 1, report = cast(? AS json), state = NULL, finished_at = ?
             WHERE backtest_id = ? AND status = 'running'
            """;

    private static final String FAIL = """
            UPDATE recommendation.backtest SET status = 'failed', failure = ?, state = NULL, finished_at = ?
             WHERE backtest_id = ? AND status IN ('queued', 'running')
            """;

    private final Sql sql;

    JdbcBacktestBook(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(BacktestJob job) {
        int added = sql.prepare(ADD, statement -> {
            statement.setObject(1, job.id());
            statement.setString(2, job.actor());
            statement.setString(3, job.draft());
            statement.setString(4, job.configuration());
            statement.setObject(5, Sql.utc(job.knownAt()));
            statement.setString(6, job.actor());
            statement.setInt(7, MAX_OPEN);
            return statement.executeUpdate();
        });
        return added > 0 || exists(job);
    }

    private boolean exists(BacktestJob job) {
        return !sql.prepare(EXISTS, statement -> {
                    statement.setObject(1, job.id());
                    statement.setString(2, job.actor());
                    return Sql.list(statement, row -> row.getInt(1));
                })
                .isEmpty();
    }

    @Override
    public Optional<BacktestJob> find(UUID id, String actor) {
        return sql
                .prepare(FIND, statement -> {
                    statement.setObject(1, id);
                    statement.setString(2, actor);
                    return Sql.list(statement, JdbcBacktestBook::job);
                })
                .stream()
                .findFirst();
    }

    @Override
    public Optional<BacktestJob> findToRun(UUID id) {
        return sql
                .prepare(FIND_TO_RUN, statement -> {
                    statement.setObject(1, id);
                    return Sql.list(statement, JdbcBacktestBook::job);
                })
                .stream()
                .findFirst();
    }

    @Override
    public List<BacktestJob> list(String actor, int most) {
        return sql.prepare(LIST, statement -> {
            statement.setString(1, actor);
            statement.setInt(2, most);
            return Sql.list(statement, JdbcBacktestBook::job);
        });
    }

    @Override
    public Optional<String> state(UUID id) {
        return sql
                .prepare(STATE, statement -> {
                    statement.setObject(1, id);
                    return Sql.list(statement, row -> row.getString(1));
                })
                .stream()
                .findFirst();
    }

    @Override
    public void start(UUID id, Instant at) {
        sql.prepare(START, statement -> {
            statement.setObject(1, Sql.utc(at));
            statement.setObject(2, id);
            return statement.executeUpdate();
        });
    }

    @Override
    public void save(UUID id, double progress, String state) {
        sql.prepare(SAVE, statement -> {
            statement.setDouble(1, progress);
            statement.setString(2, state);
            statement.setObject(3, id);
            statement.setDouble(4, progress);
            return statement.executeUpdate();
        });
    }

    @Override
    public void succeed(UUID id, String report, Instant at) {
        finish(SUCCEED, id, report, at);
    }

    @Override
    public void fail(UUID id, String failure, Instant at) {
        finish(FAIL, id, failure, at);
    }

    private void finish(String statementText, UUID id, String text, Instant at) {
        sql.prepare(statementText, statement -> {
            statement.setString(1, text);
            statement.setObject(2, Sql.utc(at));
            statement.setObject(3, id);
            return statement.executeUpdate();
        });
    }

    private static BacktestJob job(ResultSet row) throws SQLException {
        return new BacktestJob(
                row.getObject("backtest_id", UUID.class),
                row.getString("actor"),
                row.getString("draft"),
                row.getString("configuration"),
                Sql.instant(row, "known_at"),
                Choice.find(BacktestStatus.class, row.getString("status")).orElseThrow(),
                row.getDouble("progress"),
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "finished_at"),
                row.getString("report"),
                row.getString("failure"));
    }
}
