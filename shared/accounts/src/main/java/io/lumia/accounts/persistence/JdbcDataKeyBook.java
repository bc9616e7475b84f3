package io.lumia.accounts.persistence;

import io.lumia.accounts.secret.DataKeyBook;
import io.lumia.accounts.secret.StoredDataKey;
import io.lumia.accounts.secret.WrappedKey;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** {@link DataKeyBook} in table {@code accounts.data_key}. */
@Singleton
@Requires(beans = DataSource.class)
class JdbcDataKeyBook implements DataKeyBook {

    private static final String FIND = """
            SELECT data_key_id, purpose, generation, wrapped_by, wrapped, created_at FROM accounts.data_key WHERE data_key_id = ?
            """;

    private static final String FIND_NEWEST = """
            SELECT data_key_id, purpose, generation, wrapped_by, wrapped, created_at FROM accounts.data_key
             WHERE purpose = ? ORDER BY generation DESC LIMIT 1
            """;

    private static final String ADD = """
            INSERT INTO accounts.data_key (data_key_id, purpose, generation, wrapped_by, wrapped, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (purpose, generation) DO NOTHING
            """;

    private final Sql sql;

    JdbcDataKeyBook(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<StoredDataKey> find(UUID id) {
        return sql.prepare(FIND, statement -> {
            statement.setObject(1, id);
            return Sql.list(statement, JdbcDataKeyBook::key).stream().findFirst();
        });
    }

    @Override
    public Optional<StoredDataKey> findNewest(String purpose) {
        return sql.prepare(FIND_NEWEST, statement -> {
            statement.setString(1, purpose);
            return Sql.list(statement, JdbcDataKeyBook::key).stream().findFirst();
        });
    }

    @Override
    public boolean add(StoredDataKey key) {
        return sql.prepare(ADD, statement -> {
            statement.setObject(1, key.id());
            statement.setString(2, key.purpose());
            statement.setInt(3, key.generation());
            statement.setString(4, key.wrapped().wrappedBy());
            statement.setBytes(5, key.wrapped().bytes());
            statement.setObject(6, Sql.utc(key.createdAt()));
            return statement.executeUpdate() == 1;
        });
    }

    private static StoredDataKey key(ResultSet row) throws SQLException {
        return new StoredDataKey(
                row.getObject("data_key_id", UUID.class),
                row.getString("purpose"),
                row.getInt("generation"),
                new WrappedKey(row.getString("wrapped_by"), row.getBytes("wrapped")),
                Sql.instant(row, "created_at"));
    }
}
