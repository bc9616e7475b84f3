package io.lumia.accounts.persistence;

import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.password.PasswordHash;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link Users} in table {@code accounts.user_account}. */
@Singleton
@Requires(beans = {DataSource.class, EmailColumns.class})
class JdbcUsers implements Users {

    private static final String FIND = """
        SELECT user_id, role, plan, issuer, password_hash, created_at FROM accounts.user_account
         WHERE user_id = ? AND erased_at IS NULL
        """;

    private static final String LOCK = FIND + " FOR UPDATE";

    private static final String FIND_BY_EMAIL = """
        SELECT user_id, role, plan, issuer, password_hash, created_at FROM accounts.user_account
         WHERE email_lookup = ? AND erased_at IS NULL
        """;

    private static final String FIND_EMAIL = """
        SELECT email_sealed FROM accounts.user_account
         WHERE user_id = ? AND erased_at IS NULL AND email_sealed IS NOT NULL
        """;

    private static final String ADD = """
        INSERT INTO accounts.user_account
               (user_id, role, plan, issuer, email_lookup, email_sealed, password_hash, password_set_at, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (email_lookup) DO NOTHING
        """;

    private static final String ADMIT = """
        INSERT INTO accounts.user_account (user_id, role, plan, issuer, created_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (user_id) DO NOTHING
        """;

    private static final String SET_PASSWORD = """
        UPDATE accounts.user_account SET password_hash = ?, password_set_at = ?
         WHERE user_id = ? AND erased_at IS NULL AND password_hash IS NOT NULL
        """;

    private static final String SET_RIGHTS =
            "UPDATE accounts.user_account SET role = ?, plan = ? WHERE user_id = ? AND erased_at IS NULL";

    private static final String ERASE = """
        UPDATE accounts.user_account
           SET email_lookup = NULL, email_sealed = NULL, password_hash = NULL, password_set_at = NULL, role = 'user',
               plan = 'standard', erased_at = ?
         WHERE user_id = ? AND erased_at IS NULL
        """;

    private final Sql sql;
    private final EmailColumns emails;

    JdbcUsers(Sql sql, EmailColumns emails) {
        this.sql = sql;
        this.emails = emails;
    }

    @Override
    public Optional<User> find(UserId id) {
        return find(FIND, id);
    }

    @Override
    public Optional<User> lock(UserId id) {
        return find(LOCK, id);
    }

    private Optional<User> find(String statementText, UserId id) {
        return sql.prepare(statementText, statement -> {
            statement.setObject(1, id.value());
            return Sql.list(statement, JdbcUsers::user).stream().findFirst();
        });
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        byte[] lookup = emails.lookup(email);
        return sql.prepare(FIND_BY_EMAIL, statement -> {
            statement.setBytes(1, lookup);
            return Sql.list(statement, JdbcUsers::user).stream().findFirst();
        });
    }

    @Override
    public Optional<EmailAddress> findEmail(UserId id) {
        Optional<byte[]> sealed = sql.prepare(FIND_EMAIL, statement -> {
            statement.setObject(1, id.value());
            return Sql.list(statement, row -> row.getBytes(1)).stream().findFirst();
        });
        return sealed.map(bytes -> emails.opened(bytes, id.value()));
    }

    @Override
    public boolean add(User user, EmailAddress email) {
        PasswordHash password = Objects.requireNonNull(user.password(), "who has an address has a password");
        UUID id = user.id().value();
        byte[] lookup = emails.lookup(email);
        byte[] sealed = emails.sealed(email, id);
        return sql.prepare(ADD, statement -> {
            statement.setObject(1, id);
            statement.setString(2, user.role().code());
            statement.setString(3, user.plan().code());
            statement.setString(4, user.issuer());
            statement.setBytes(5, lookup);
            statement.setBytes(6, sealed);
            statement.setString(7, password.phc());
            statement.setObject(8, Sql.utc(user.createdAt()));
            statement.setObject(9, Sql.utc(user.createdAt()));
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public boolean admit(User user) {
        sql.prepare(ADMIT, statement -> {
            statement.setObject(1, user.id().value());
            statement.setString(2, user.role().code());
            statement.setString(3, user.plan().code());
            statement.setString(4, user.issuer());
            statement.setObject(5, Sql.utc(user.createdAt()));
            return statement.executeUpdate();
        });
        return find(user.id()).isPresent();
    }

    @Override
    public void setPassword(UserId id, PasswordHash password, Instant at) {
        sql.prepare(SET_PASSWORD, statement -> {
            statement.setString(1, password.phc());
            statement.setObject(2, Sql.utc(at));
            statement.setObject(3, id.value());
            return statement.executeUpdate();
        });
    }

    @Override
    public void setRights(UserId id, Role role, Plan plan) {
        sql.prepare(SET_RIGHTS, statement -> {
            statement.setString(1, role.code());
            statement.setString(2, plan.code());
            statement.setObject(3, id.value());
            return statement.executeUpdate();
        });
    }

    @Override
    public void erase(UserId id, Instant at) {
        sql.prepare(ERASE, statement -> {
            statement.setObject(1, Sql.utc(at));
            statement.setObject(2, id.value());
            return statement.executeUpdate();
        });
    }

    static User user(ResultSet row) throws SQLException {
        @Nullable String hash = row.getString("password_hash");
        return new User(
                new UserId(row.getObject("user_id", UUID.class)),
                Role.find(row.getString("role")).orElseThrow(),
                Plan.find(row.getString("plan")).orElseThrow(),
                hash == null ? null : PasswordHash.parse(hash),
                row.getString("issuer"),
                Sql.instant(row, "created_at"));
    }
}
