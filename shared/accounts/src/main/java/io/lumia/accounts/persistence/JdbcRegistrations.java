package io.lumia.accounts.persistence;

import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.password.PasswordHash;
import io.lumia.accounts.registration.Registration;
import io.lumia.accounts.registration.Registrations;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** {@link Registrations} in table {@code accounts.registration}. */
@Singleton
@Requires(beans = {DataSource.class, EmailColumns.class})
class JdbcRegistrations implements Registrations {

    private static final String ADD = """
            INSERT INTO accounts.registration
                   (registration_id, token_hash, email_lookup, email_sealed, password_hash, requested_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String TAKE = """
            DELETE FROM accounts.registration WHERE token_hash = ? AND expires_at > ?
            RETURNING registration_id, email_sealed, password_hash, requested_at, expires_at
            """;

    private static final String REMOVE_ALL = "DELETE FROM accounts.registration WHERE email_lookup = ?";

    private final Sql sql;
    private final EmailColumns emails;

    JdbcRegistrations(Sql sql, EmailColumns emails) {
        this.sql = sql;
        this.emails = emails;
    }

    @Override
    public void add(Registration registration, byte[] tokenHash) {
        byte[] lookup = emails.lookup(registration.email());
        byte[] sealed = emails.sealed(registration.email(), registration.id());
        sql.prepare(ADD, statement -> {
            statement.setObject(1, registration.id());
            statement.setBytes(2, tokenHash);
            statement.setBytes(3, lookup);
            statement.setBytes(4, sealed);
            statement.setString(5, registration.password().phc());
            statement.setObject(6, Sql.utc(registration.requestedAt()));
            statement.setObject(7, Sql.utc(registration.expiresAt()));
            return statement.executeUpdate();
        });
    }

    private record Taken(UUID id, byte[] email, String password, Instant requestedAt, Instant expiresAt) {}

    @Override
    public Optional<Registration> take(byte[] tokenHash, Instant now) {
        Optional<Taken> taken = sql.prepare(TAKE, statement -> {
            statement.setBytes(1, tokenHash);
            statement.setObject(2, Sql.utc(now));
            return Sql.list(statement, JdbcRegistrations::taken).stream().findFirst();
        });
        return taken.map(row -> new Registration(
                row.id(),
                emails.opened(row.email(), row.id()),
                PasswordHash.parse(row.password()),
                row.requestedAt(),
                row.expiresAt()));
    }

    @Override
    public void removeAll(EmailAddress email) {
        byte[] lookup = emails.lookup(email);
        sql.prepare(REMOVE_ALL, statement -> {
            statement.setBytes(1, lookup);
            return statement.executeUpdate();
        });
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getObject("registration_id", UUID.class),
                row.getBytes("email_sealed"),
                row.getString("password_hash"),
                Sql.instant(row, "requested_at"),
                Sql.instant(row, "expires_at"));
    }
}
