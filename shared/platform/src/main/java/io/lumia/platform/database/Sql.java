package io.lumia.platform.database;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.jdbc.runtime.ConnectionCallback;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.jdbc.runtime.PreparedStatementCallback;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Plain SQL for persistence packages: {@link JdbcOperations} that joins the caller's transaction where there is one and
 * takes a connection for itself where there is none.
 */
@Singleton
@Requires(beans = DataSource.class)
public final class Sql {

    private final JdbcOperations operations;
    private final ConnectionOperations<Connection> connections;

    public Sql(JdbcOperations operations, ConnectionOperations<Connection> connections) {
        this.operations = operations;
        this.connections = connections;
    }

    /** Prepares a statement, hands it to the callback and closes it. */
    public <T> T prepare(String sql, PreparedStatementCallback<T> callback) {
        return connections.execute(ConnectionDefinition.DEFAULT, _ -> operations.prepareStatement(sql, callback));
    }

    /**
     * The same, planned anew at each execution for the values that it gets: for statements whose best plan depends on them so
     * much that one plan for all of them costs more than planning.
     */
    public <T> T prepareForValues(String sql, PreparedStatementCallback<T> callback) {
        return prepare(sql, statement -> {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            return callback.call(statement);
        });
    }

    /** Hands out the connection, for COPY and for several statements that must share one. */
    public <T> T withConnection(ConnectionCallback<T> callback) {
        return connections.execute(ConnectionDefinition.DEFAULT, _ -> operations.execute(callback));
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs a query and reads all of its rows, in their order; how many there can be is the statement's to bound. */
    public static <T> List<T> list(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    /** As a parameter of type {@code timestamptz}. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** As {@link #utc}, of what may be missing. */
    public static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    /** Of a column that may be null. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** Of a column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** NaN for null. */
    public static double orNaN(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    /** Sets an array parameter, of any size. @param type of its elements, as PostgreSQL names it */
    public static void setArray(PreparedStatement statement, int position, String type, Collection<?> values)
            throws SQLException {
        statement.setArray(position, statement.getConnection().createArrayOf(type, values.toArray()));
    }

    /** The same of a column of some rows; null where a row has no value. */
    public static <T> void setArray(
            PreparedStatement statement,
            int position,
            String type,
            Collection<T> rows,
            Function<T, @Nullable Object> column)
            throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        statement.setArray(position, statement.getConnection().createArrayOf(type, values));
    }
}
