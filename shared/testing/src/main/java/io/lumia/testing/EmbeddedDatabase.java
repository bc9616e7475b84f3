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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for tests. One server per JVM, started on first use; every {@link #fresh()} is a new database with
 * all migrations found on the class path, so tests share nothing. Only one is migrated, the others are copies of it.
 *
 * <pre>{@code
 * private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.fresh();
 * try (ApplicationContext context = ApplicationContext.run(DATABASE.properties())) { … }
 * }</pre>
 *
 * <p>With the system property {@code lumia.test.jdbc-url} (and {@code lumia.test.jdbc-user}) the same tests run on that
 * server instead, such as one with TimescaleDB.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration STARTUP_WAIT = Duration.ofSeconds(120);
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Map<String, EmbeddedDatabase> ORIGINALS = new HashMap<>();
    private static final @Nullable String EXTERNAL = System.getProperty("lumia.test.jdbc-url");
    private static @Nullable EmbeddedPostgres server;

    private final String admin;
    private final String url;
    private final String user;
    private final String name;

    private EmbeddedDatabase(String admin, String url, String user, String name) {
        this.admin = admin;
        this.url = url;
        this.user = user;
        this.name = name;
    }

    /** A new database with every migration on the class path applied. */
    public static EmbeddedDatabase fresh() {
        return copyOf("nothing", EmbeddedDatabase::migrated);
    }

    /**
     * A new migrated database with what a test puts in: into the first of that content, of which the others are copies.
     *
     * @param content a name for what is put in, the same for the same
     * @param filling leaves no connection open
     */
    public static EmbeddedDatabase filled(String content, Consumer<EmbeddedDatabase> filling) {
        return copyOf(content, () -> {
            EmbeddedDatabase database = fresh();
            filling.accept(database);
            return database;
        });
    }

    /** A new database without any table. */
    public static EmbeddedDatabase empty() {
        return create("");
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

    /**
     * Drops it. A database is a thousand files: what makes one for every test closes it, else the server takes so long to end
     * that surefire kills the JVM.
     */
    @Override
    public void close() {
        administer("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static synchronized EmbeddedDatabase copyOf(String content, Supplier<EmbeddedDatabase> maker) {
        if (EXTERNAL != null) {
            // Workers of its extensions, such as TimescaleDB's, are connected to what would be copied.
            return maker.get();
        }
        EmbeddedDatabase original = ORIGINALS.get(content);
        if (original == null) {
            original = maker.get();
            ORIGINALS.put(content, original);
        }
        return create(" TEMPLATE " + original.name + " STRATEGY FILE_COPY");
    }

    private static EmbeddedDatabase migrated() {
        EmbeddedDatabase database = empty();
        Flyway.configure()
                .dataSource(database.url, database.user, "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    private static EmbeddedDatabase create(String template) {
        String user = System.getProperty("lumia.test.jdbc-user", "postgres");
        String admin = EXTERNAL != null ? EXTERNAL : server().getJdbcUrl("postgres", "postgres");
        String name = "lumia_test_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        EmbeddedDatabase database =
                new EmbeddedDatabase(admin, admin.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"), user, name);
        database.administer("CREATE DATABASE " + name + template);
        return database;
    }

    private void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(admin, user, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot " + sql, e);
        }
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
