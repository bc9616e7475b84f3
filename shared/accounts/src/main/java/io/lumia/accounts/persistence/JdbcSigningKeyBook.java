package io.lumia.accounts.persistence;

import io.lumia.accounts.token.SigningKeyBook;
import io.lumia.accounts.token.StoredSigningKey;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** {@link SigningKeyBook} in table {@code accounts.signing_key}. */
@Singleton
@Requires(beans = DataSource.class)
class JdbcSigningKeyBook implements SigningKeyBook {

    private static final String ALL = """
            SELECT kid, generation, public_key, sealed_private, created_at, signs_from, revoked_at FROM accounts.signing_key
             ORDER BY generation
            """;

    private static final String ADD = """
            INSERT INTO accounts.signing_key (kid, generation, public_key, sealed_private, created_at, signs_from)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (generation) DO NOTHING
            """;

    private static final String REVOKE =
            "UPDATE accounts.signing_key SET revoked_at = ? WHERE kid = ? AND revoked_at IS NULL";

    private static final String REMOVE_BELOW = "DELETE FROM accounts.signing_key WHERE generation < ?";

    private final Sql sql;

    JdbcSigningKeyBook(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<StoredSigningKey> all() {
        return sql.prepare(ALL, statement -> Sql.list(statement, JdbcSigningKeyBook::key));
    }

    @Override
    public boolean add(StoredSigningKey key) {
        return sql.prepare(ADD, statement -> {
            statement.setString(1, key.kid());
            statement.setInt(2, key.generation());
            statement.setString(3, key.publicKey());
            statement.setBytes(4, key.sealedPrivate());
            statement.setObject(5, Sql.utc(key.createdAt()));
            statement.setObject(6, Sql.utc(key.signsFrom()));
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public boolean revoke(String kid, Instant at) {
        return sql.prepare(REVOKE, statement -> {
            statement.setObject(1, Sql.utc(at));
            statement.setString(2, kid);
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public void removeBelow(int generation) {
        sql.prepare(REMOVE_BELOW, statement -> {
            statement.setInt(1, generation);
            return statement.executeUpdate();
        });
    }

    private static StoredSigningKey key(ResultSet row) throws SQLException {
        return new StoredSigningKey(
                row.getString("kid"),
                row.getInt("generation"),
                row.getString("public_key"),
                row.getBytes("sealed_private"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "signs_from"),
                Sql.instantOrNull(row, "revoked_at"));
    }
}
