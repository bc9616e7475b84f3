package io.lumia.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for tests. One server per JVM, started on first use; every {@link #fresh()} is a new database with
 * all migrations found on the class path, so tests share nothing.
 *
 * <pre>{@code
 * private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.fresh();
 * try (ApplicationContext context = ApplicationContext.run(DATABASE.properties())) { … }
 * }</pre>
 *
 * <p>With the system property {@code lumia.test.jdbc-url} (and {@code lumia.test.jdbc-user}) the same tests run on that
 * server instead, such as one with TimescaleDB.
 */
public final class EmbeddedDatabase {

    private static final Duration STARTUP_WAIT = Duration.ofSeconds(120);
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private final String url;
    private final String user;

    private EmbeddedDatabase(String url, String user) {
        this.url = url;
        this.user = user;
    }

    /** A new database with every migration on the class path applied. */
    public static EmbeddedDatabase fresh() {
        EmbeddedDatabase database = empty();
        Flyway.configure()
                .dataSource(database.url, database.user, "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    /** A new database without any table. */
    public static EmbeddedDatabase empty() {
        String external = System.getProperty("lumia.test.jdbc-url");
        String user = System.getProperty("lumia.test.jdbc-user", "postgres");
        String admin = external != null ? external : server().getJdbcUrl("postgres", "postgres");
        String name = "lumia_test_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(admin, user, "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create test database " + name, e);
        }
        return new EmbeddedDatabase(admin.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"), user);
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, "");
    }

    /** What an {@code ApplicationContext} needs to use this database. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("datasources.default.url", url);
        properties.put("datasources.default.username", user);
        properties.put("datasources.default.password", "");
        properties.put("datasources.default.driver-class-name", "org.postgresql.Driver");
        properties.put("datasources.default.dialect", "POSTGRES");
        properties.put("datasources.default.maximum-pool-size", 4);
        return properties;
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                // Nothing here outlives the JVM, so durability is switched off for speed.
                server = EmbeddedPostgres.builder()
                        .setPGStartupWait(STARTUP_WAIT)
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "100")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot start the embedded PostgreSQL", e);
            }
        }
        return server;
    }
}
