package io.lumia.local.schedule.persistence;

import io.lumia.local.schedule.ScheduleTable;
import io.lumia.platform.database.Sql;
import io.lumia.platform.schedule.RetryPolicy;
import io.lumia.platform.schedule.ScheduleSpec;
import io.lumia.platform.schedule.When;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** {@link ScheduleTable} in table {@code platform.schedule}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcScheduleTable implements ScheduleTable {

    private static final String SAVE = """
        INSERT INTO platform.schedule (name, expression, zone, queue, input, enabled, max_retries, max_age_seconds,
                                       dead_letter_queue, starts_at, ends_at, done_until)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE
           SET expression = excluded.expression, zone = excluded.zone, queue = excluded.queue,
               input = excluded.input, enabled = excluded.enabled, max_retries = excluded.max_retries,
               max_age_seconds = excluded.max_age_seconds, dead_letter_queue = excluded.dead_letter_queue,
               starts_at = excluded.starts_at, ends_at = excluded.ends_at, done_until = excluded.done_until
        """;

    private static final String DELETE = "DELETE FROM platform.schedule WHERE name = ?";

    private static final String FIND = "SELECT * FROM platform.schedule WHERE name = ?";

    private static final String PAGE = """
        SELECT * FROM platform.schedule
         WHERE starts_with(name, ?) AND name COLLATE "C" > ?
         ORDER BY name COLLATE "C"
         LIMIT ?
        """;

    private static final String DONE =
            "UPDATE platform.schedule SET done_until = greatest(done_until, ?) WHERE name = ?";

    private static final String FINISH = "DELETE FROM platform.schedule WHERE name = ? AND expression = ?";

    private final Sql sql;

    JdbcScheduleTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void save(ScheduleSpec spec, Instant doneUntil) {
        sql.prepare(SAVE, statement -> {
            bind(statement, spec, doneUntil);
            return statement.executeUpdate();
        });
    }

    @Override
    public boolean delete(String name) {
        return sql.prepare(DELETE, statement -> {
            statement.setString(1, name);
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public Optional<ScheduleSpec> find(String name) {
        return sql.prepare(FIND, statement -> {
            statement.setString(1, name);
            return read(statement).stream().findFirst().map(Stored::spec);
        });
    }

    @Override
    public List<Stored> page(String prefix, String after, int limit) {
        return sql.prepare(PAGE, statement -> {
            statement.setString(1, prefix);
            statement.setString(2, after);
            statement.setInt(3, limit);
            return read(statement);
        });
    }

    @Override
    public void done(String name, Instant run) {
        sql.prepare(DONE, statement -> {
            statement.setObject(1, run.atOffset(ZoneOffset.UTC));
            statement.setString(2, name);
            return statement.executeUpdate();
        });
    }

    @Override
    public void finish(ScheduleSpec once) {
        sql.prepare(FINISH, statement -> {
            statement.setString(1, once.name());
            statement.setString(2, once.when().expression());
            return statement.executeUpdate();
        });
    }

    private static void bind(PreparedStatement statement, ScheduleSpec spec, Instant doneUntil) throws SQLException {
        statement.setString(1, spec.name());
        statement.setString(2, spec.when().expression());
        statement.setString(3, spec.zone());
        statement.setString(4, spec.queue());
        statement.setString(5, spec.input());
        statement.setBoolean(6, spec.enabled());
        statement.setInt(7, spec.retry().maxRetries());
        statement.setInt(8, Math.toIntExact(spec.retry().maxAge().toSeconds()));
        statement.setString(9, spec.deadLetterQueue());
        statement.setObject(10, Sql.utcOrNull(spec.start()));
        statement.setObject(11, Sql.utcOrNull(spec.end()));
        statement.setObject(12, Sql.utcOrNull(doneUntil));
    }

    private static List<Stored> read(PreparedStatement statement) throws SQLException {
        List<Stored> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Stored(spec(row), Sql.instant(row, "done_until")));
            }
        }
        return found;
    }

    private static ScheduleSpec spec(ResultSet row) throws SQLException {
        return new ScheduleSpec(
                row.getString("name"),
                When.parse(row.getString("expression")),
                row.getString("zone"),
                row.getString("queue"),
                row.getString("input"),
                row.getBoolean("enabled"),
                new RetryPolicy(row.getInt("max_retries"), Duration.ofSeconds(row.getInt("max_age_seconds"))),
                row.getString("dead_letter_queue"),
                Sql.instantOrNull(row, "starts_at"),
                Sql.instantOrNull(row, "ends_at"));
    }
}
