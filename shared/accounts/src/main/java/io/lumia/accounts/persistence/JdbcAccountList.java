package io.lumia.accounts.persistence;

import io.lumia.accounts.AccountList;
import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link AccountList} in {@code accounts.user_account}. */
@Singleton
@Requires(beans = DataSource.class)
class JdbcAccountList implements AccountList {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String PAGE = """
        SELECT user_id, role, plan, issuer, password_hash, created_at FROM accounts.user_account
         WHERE user_id > ? AND erased_at IS NULL
         ORDER BY user_id
         LIMIT ?
        """;

    private final Sql sql;

    JdbcAccountList(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<User> page(@Nullable UserId after, int limit) {
        return sql.prepare(PAGE, statement -> {
            statement.setObject(1, after == null ? BEFORE_ALL : after.value());
            statement.setInt(2, Math.clamp(limit, 1, MAX_LIMIT));
            return Sql.list(statement, JdbcUsers::user);
        });
    }
}
