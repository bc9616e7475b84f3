package io.lumia.accounts.partner.persistence;

import io.lumia.accounts.partner.LiveKeys;
import io.lumia.accounts.quota.QuotaTier;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** {@link LiveKeys} of table {@code accounts.partner_key}, with the plan of each key's owner. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcLiveKeys implements LiveKeys {

    private static final String LIVE = """
        SELECT k.key_id, coalesce(u.plan = 'premium', false) AS premium
          FROM accounts.partner_key k
          LEFT JOIN accounts.user_account u ON u.user_id = k.owner_id
         WHERE k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > ?)
        """;

    private static final String ALL = LIVE + " ORDER BY k.created_at, k.key_id LIMIT ?";
    private static final String FIND = LIVE + " AND k.key_id = ?";

    private final Sql sql;

    JdbcLiveKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Live> all(Instant now, int most) {
        return sql.prepare(ALL, statement -> {
            statement.setObject(1, Sql.utc(now));
            statement.setInt(2, most);
            return Sql.list(statement, JdbcLiveKeys::live);
        });
    }

    @Override
    public Optional<Live> find(UUID keyId, Instant now) {
        return sql.prepare(FIND, statement -> {
            statement.setObject(1, Sql.utc(now));
            statement.setObject(2, keyId);
            return Sql.list(statement, JdbcLiveKeys::live).stream().findFirst();
        });
    }

    private static Live live(ResultSet row) throws SQLException {
        QuotaTier tier = row.getBoolean("premium") ? QuotaTier.PREMIUM : QuotaTier.AUTHENTICATED;
        return new Live(row.getObject("key_id", UUID.class), tier);
    }
}
