package io.lumia.collection.persistence;

import io.lumia.collection.Alarms;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** {@link Alarms} in {@code collection.alarm}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcAlarms implements Alarms {

    private static final int MAX_DETAIL_CHARACTERS = 1_000;
    private static final int MOST_OPEN = 200;

    private static final String RAISE = """
            INSERT INTO collection.alarm AS a (subject, kind, detail, raised_at, last_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (subject, kind) WHERE cleared_at IS NULL
            DO UPDATE SET detail = excluded.detail, last_at = excluded.last_at, times = a.times + 1
            RETURNING times
            """;

    private static final String CLEAR =
            "UPDATE collection.alarm SET cleared_at = ? WHERE subject = ? AND kind = ? AND cleared_at IS NULL";

    private static final String SELECT =
            "SELECT subject, kind, detail, raised_at, last_at, times, cleared_at FROM collection.alarm ";

    private static final String OPEN = SELECT + "WHERE cleared_at IS NULL ORDER BY last_at DESC, alarm_id DESC LIMIT ?";

    private static final String NEWEST = SELECT + "ORDER BY raised_at DESC, alarm_id DESC OFFSET ? LIMIT ?";

    private final Sql sql;

    JdbcAlarms(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean raise(String subject, String kind, String detail, Instant at) {
        return sql.prepare(RAISE, statement -> {
            statement.setString(1, subject);
            statement.setString(2, kind);
            statement.setString(3, Columns.storable(detail, MAX_DETAIL_CHARACTERS));
            statement.setObject(4, Sql.utc(at));
            statement.setObject(5, Sql.utc(at));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getInt(1) == 1;
            }
        });
    }

    @Override
    public boolean clear(String subject, String kind, Instant at) {
        return sql.prepare(CLEAR, statement -> {
            statement.setObject(1, Sql.utc(at));
            statement.setString(2, subject);
            statement.setString(3, kind);
            return statement.executeUpdate() > 0;
        });
    }

    @Override
    public List<Alarm> open() {
        return sql.prepare(OPEN, statement -> {
            statement.setInt(1, MOST_OPEN);
            return Sql.list(statement, JdbcAlarms::alarm);
        });
    }

    @Override
    public List<Alarm> newest(int offset, int limit) {
        return sql.prepare(NEWEST, statement -> {
            statement.setInt(1, offset);
            statement.setInt(2, limit);
            return Sql.list(statement, JdbcAlarms::alarm);
        });
    }

    @Override
    public long count() {
        return sql.prepare("SELECT count(*) FROM collection.alarm", statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        return new Alarm(
                row.getString("subject"),
                row.getString("kind"),
                row.getString("detail"),
                Sql.instant(row, "raised_at"),
                Sql.instant(row, "last_at"),
                row.getInt("times"),
                Sql.instantOrNull(row, "cleared_at"));
    }
}
