package io.lumia.collection.persistence;

import io.lumia.collection.AskedRange;
import io.lumia.collection.Asking;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Coverage;
import io.lumia.collection.Item;
import io.lumia.collection.ItemResult;
import io.lumia.collection.Job;
import io.lumia.collection.LaterAnswer;
import io.lumia.collection.Origin;
import io.lumia.collection.Run;
import io.lumia.market.Dataset;
import io.lumia.market.Rejected;
import io.lumia.market.Source;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link CollectionLog} in schema {@code collection}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcCollectionLog implements CollectionLog {

    private static final String START = """
            INSERT INTO collection.run (run_id, job_id, trigger, scheduled_for, provider, location, source_name,
                                        from_date, to_date, status, started_at, finished_at, fallbacks, note,
                                        parent_run_id)
            SELECT ?, j.job_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
              FROM collection.job j WHERE j.name = ? AND j.deleted_at IS NULL
            ON CONFLICT ON CONSTRAINT run_once_per_tick DO NOTHING
            """;

    private static final int MAX_NOTE_CHARACTERS = 1_000;

    private static final String COVERAGE = """
            SELECT c.symbol, c.collected_to, c.known
              FROM collection.coverage c JOIN collection.job j USING (job_id)
             WHERE j.name = ? AND c.location = ? AND c.source_name = ? AND c.dataset = ?
            """;

    private static final String ASKED_RANGES = """
            SELECT wanted.symbol, i.from_date, i.to_date, i.ended_at
              FROM unnest(cast(? AS text[])) AS wanted (symbol)
             CROSS JOIN LATERAL (
                   SELECT from_date, to_date, ended_at FROM collection.item
                    WHERE dataset = ? AND symbols @> ARRAY[wanted.symbol]
                      AND status IN ('loaded', 'unchanged', 'empty')
                    ORDER BY ended_at DESC
                    LIMIT 50) i
            """;

    private static final String BY_TICK = RunRows.SELECT + " WHERE j.name = ? AND r.scheduled_for = ?";

    private static final String WHERE_JOB = " WHERE (cast(? AS text) IS NULL OR j.name = ?)";

    private static final String RUNS =
            RunRows.SELECT + WHERE_JOB + " ORDER BY r.scheduled_for DESC, r.run_id OFFSET ? LIMIT ?";

    private static final String COUNT_RUNS =
            "SELECT count(*) FROM collection.run r JOIN collection.job j USING (job_id)" + WHERE_JOB;

    private static final String OPEN_RUNS = RunRows.SELECT
            + " WHERE j.name = ? AND j.deleted_at IS NULL AND r.status = 'running' ORDER BY r.scheduled_for LIMIT 100";

    private static final String OVERDUE_RUNS = RunRows.SELECT + """
             WHERE r.status = 'running' AND r.started_at + j.max_seconds * INTERVAL '1 second' < ?
             ORDER BY r.started_at LIMIT 100
            """;

    private static final String ITEMS =
            "SELECT " + ItemRows.COLUMNS + " FROM collection.item i WHERE i.run_id = ? ORDER BY i.item_number";

    private static final String UNANSWERED = """
            SELECT item_id, asks - deferrals FROM collection.item
             WHERE status = 'asked' AND not_before IS NULL AND asked_at < ?
             ORDER BY asked_at, item_id
             LIMIT ?
            """;

    private static final String DEFERRED = """
            SELECT item_id FROM collection.item
             WHERE status = 'asked' AND not_before <= ?
             ORDER BY not_before, item_id
             LIMIT ?
            """;

    private final Sql sql;
    private final JobRepository jobs;
    private final ItemProgress progress;
    private final LaterAnswers laterAnswers;
    private final QuarantineTable quarantine;

    JdbcCollectionLog(
            Sql sql, JobRepository jobs, ItemProgress progress, LaterAnswers laterAnswers, QuarantineTable quarantine) {
        this.sql = sql;
        this.jobs = jobs;
        this.progress = progress;
        this.laterAnswers = laterAnswers;
        this.quarantine = quarantine;
    }

    @Override
    public void saveJob(Job job) {
        Optional<JobRow> known = jobs.findByNameAndDeletedAtIsNull(job.name());
        if (known.isPresent()) {
            jobs.update(JobRow.of(job.named(known.get().id(), job.name())));
        } else if (jobs.existsById(job.id())) {
            jobs.update(JobRow.of(job)); // a deleted one comes back
        } else {
            jobs.save(JobRow.of(job));
        }
    }

    @Override
    public Optional<Job> findJob(String name) {
        return jobs.findByNameAndDeletedAtIsNull(name).map(JobRow::job);
    }

    @Override
    public List<Job> jobs() {
        return jobs.findByDeletedAtIsNullOrderByName().stream().map(JobRow::job).toList();
    }

    @Override
    public boolean deleteJob(String name, Instant at) {
        return jobs.delete(name, at) > 0;
    }

    @Override
    public Map<String, Coverage> coverage(String jobName, Origin origin, Dataset dataset) {
        return sql.prepare(COVERAGE, statement -> {
            statement.setString(1, jobName);
            statement.setString(2, origin.location());
            statement.setString(3, origin.sourceName());
            statement.setString(4, dataset.code());
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, Coverage> coverage = new HashMap<>();
                while (rows.next()) {
                    coverage.put(
                            rows.getString(1), new Coverage(rows.getObject(2, LocalDate.class), rows.getBoolean(3)));
                }
                return coverage;
            }
        });
    }

    @Override
    public Map<String, List<AskedRange>> askedRanges(Dataset dataset, Collection<String> symbols) {
        return sql
                .prepare(ASKED_RANGES, statement -> {
                    statement.setArray(1, Columns.texts(statement.getConnection(), symbols));
                    statement.setString(2, dataset.code());
                    return Sql.list(
                            statement,
                            row -> new AskedRange(
                                    row.getString(1),
                                    row.getObject(2, LocalDate.class),
                                    row.getObject(3, LocalDate.class),
                                    Sql.instant(row, "ended_at")));
                })
                .stream()
                .collect(Collectors.groupingBy(AskedRange::symbol));
    }

    @Override
    public boolean start(Run run, Origin origin, List<Item> items) {
        boolean started = sql.prepare(START, statement -> {
            statement.setObject(1, run.id());
            statement.setString(2, run.trigger());
            statement.setObject(3, Sql.utc(run.scheduledFor()));
            statement.setString(4, origin.provider());
            statement.setString(5, origin.location());
            statement.setString(6, origin.sourceName());
            statement.setObject(7, run.from(), Types.DATE);
            statement.setObject(8, run.to(), Types.DATE);
            statement.setString(9, run.status().code());
            statement.setObject(10, Sql.utc(run.startedAt()));
            statement.setObject(11, run.finishedAt() == null ? null : Sql.utc(run.finishedAt()));
            statement.setArray(12, Columns.texts(statement.getConnection(), origin.fallbacks()));
            statement.setString(13, Columns.storable(run.note(), MAX_NOTE_CHARACTERS));
            statement.setObject(14, run.parentRunId());
            statement.setString(15, run.jobName());
            return statement.executeUpdate() == 1;
        });
        if (started) {
            progress.insert(items);
        }
        return started;
    }

    @Override
    public List<Asking> askNextStage(UUID runId, Instant at) {
        return progress.askNextStage(runId, at);
    }

    @Override
    public Optional<Asking> askAgain(UUID itemId, Instant at) {
        return progress.askAgain(itemId, at);
    }

    @Override
    public List<LaterAnswer> laterAnswers(UUID itemId, Instant collectedAt) {
        return laterAnswers.find(itemId, collectedAt);
    }

    @Override
    public Optional<UUID> end(UUID itemId, ItemResult result, Instant at) {
        return progress.end(itemId, result, at);
    }

    @Override
    public Optional<Run> finish(UUID runId, Instant at) {
        return progress.finish(runId, at);
    }

    @Override
    public Optional<Run> cancel(UUID runId, String why, Instant at) {
        return progress.cancel(runId, why, at);
    }

    @Override
    public List<Run> openRuns(String jobName) {
        return sql.prepare(OPEN_RUNS, statement -> {
            statement.setString(1, jobName);
            return Sql.list(statement, RunRows::read);
        });
    }

    @Override
    public List<Run> overdueRuns(Instant now) {
        return sql.prepare(OVERDUE_RUNS, statement -> {
            statement.setObject(1, Sql.utc(now));
            return Sql.list(statement, RunRows::read);
        });
    }

    @Override
    public int quarantine(UUID itemId, Dataset dataset, Source source, List<Rejected> rows, Instant at) {
        return quarantine.insert(itemId, dataset, source, rows, at);
    }

    @Override
    public Map<String, List<LocalDate>> waitingBars(Source source, Collection<String> symbols) {
        return quarantine.waitingBars(source, symbols);
    }

    @Override
    public Optional<Run> findRun(UUID id) {
        return progress.find(id);
    }

    @Override
    public Optional<Run> findRun(String jobName, Instant scheduledFor) {
        return sql.prepare(BY_TICK, statement -> {
            statement.setString(1, jobName);
            statement.setObject(2, Sql.utc(scheduledFor));
            return Sql.list(statement, RunRows::read).stream().findFirst();
        });
    }

    @Override
    public List<Run> runs(@Nullable String jobName, int offset, int limit) {
        return sql.prepare(RUNS, statement -> {
            Columns.twice(statement, 1, jobName, Types.VARCHAR);
            statement.setInt(3, offset);
            statement.setInt(4, limit);
            return Sql.list(statement, RunRows::read);
        });
    }

    @Override
    public long countRuns(@Nullable String jobName) {
        return sql.prepare(COUNT_RUNS, statement -> {
            Columns.twice(statement, 1, jobName, Types.VARCHAR);
            return Sql.list(statement, row -> row.getLong(1)).getFirst();
        });
    }

    @Override
    public List<Item> items(UUID runId) {
        return sql.prepare(ITEMS, statement -> {
            statement.setObject(1, runId);
            return Sql.list(statement, ItemRows::read);
        });
    }

    @Override
    public boolean defer(UUID itemId, Instant notBefore, String detail, int maxDeferrals, Duration maxAge) {
        return progress.defer(itemId, notBefore, detail, maxDeferrals, maxAge);
    }

    @Override
    public List<UUID> deferred(Instant until, int limit) {
        return sql.prepare(DEFERRED, statement -> {
            statement.setObject(1, Sql.utc(until));
            statement.setInt(2, limit);
            return Sql.list(statement, row -> row.getObject(1, UUID.class));
        });
    }

    @Override
    public List<UnansweredItem> unanswered(Instant askedBefore, int limit) {
        return sql.prepare(UNANSWERED, statement -> {
            statement.setObject(1, Sql.utc(askedBefore));
            statement.setInt(2, limit);
            return Sql.list(statement, row -> new UnansweredItem(row.getObject(1, UUID.class), row.getInt(2)));
        });
    }
}
