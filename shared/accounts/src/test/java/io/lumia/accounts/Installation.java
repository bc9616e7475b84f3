package io.lumia.accounts;

import io.lumia.accounts.registration.Register;
import io.lumia.accounts.registration.Verify;
import io.lumia.accounts.session.SessionTokens;
import io.lumia.accounts.session.SignIn;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Accounts as they are wired in a program, on a real database, with a clock that stands. */
public final class Installation implements AutoCloseable {

    public static final Origin ORIGIN = new Origin("192.0.2.7", "request-1");
    public static final String PASSWORD = "correct horse battery";

    public final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T10:00:00Z"));
    public final RecordingEvents events = new RecordingEvents();
    public final RecordingMail mail = new RecordingMail();
    public final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    public final ApplicationContext context;

    public Installation() {
        this(Map.of());
    }

    public Installation(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(database.properties());
        properties.put("datasources.default.maximum-pool-size", 16);
        properties.putAll(settings());
        properties.putAll(more);
        context = ApplicationContext.builder()
                .properties(properties)
                .singletons(clock, events, mail)
                .start();
    }

    /** What accounts need; hashing is cheap here. */
    public static Map<String, Object> settings() {
        return Map.of(
                "lumia.accounts.issuer",
                "https://lumia.example.org",
                "lumia.accounts.key-encryption.secrets",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "lumia.accounts.argon2.memory-kib",
                64,
                "lumia.accounts.argon2.iterations",
                1);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Somebody who registered and confirmed his address. */
    public UserId member(String email) {
        get(Register.class).register(email, PASSWORD, ORIGIN);
        return verified(mail.latestToken());
    }

    public UserId verified(String token) {
        return switch (get(Verify.class).verify(token, ORIGIN)) {
            case Verify.Result.Confirmed confirmed -> confirmed.user();
            case Verify.Result.Refused refused -> throw new AssertionError(refused);
        };
    }

    public SignIn.Result trySignIn(String email, String password) {
        return get(SignIn.class).signIn(email, password, ORIGIN);
    }

    public SessionTokens signIn(String email, String password) {
        return switch (trySignIn(email, password)) {
            case SignIn.Result.SignedIn in -> in.tokens();
            case SignIn.Result.Refused refused -> throw new AssertionError(refused);
            case SignIn.Result.TooManyAttempts many -> throw new AssertionError(many);
        };
    }

    /** The only value of a query's only row. */
    public String query(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
