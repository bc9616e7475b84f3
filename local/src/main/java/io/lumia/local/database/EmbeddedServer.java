package io.lumia.local.database;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.folder.DataFolder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own on a loopback port, its cluster in the data folder. What it acknowledged survives a crash:
 * fsync and synchronous commit are on.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration STARTUP_WAIT = Duration.ofSeconds(120);
    private static final int CONNECTIONS = 60;
    private static final String PROGRAMS_PROPERTY = "lumia.programs";

    private final EmbeddedPostgres postgres;
    private final DataFolder folder;
    private @Nullable KeptAlive keptAlive;

    private EmbeddedServer(EmbeddedPostgres postgres, DataFolder folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /** Starts it, after stopping one that a killed process left. The caller holds the folder's lock. */
    public static EmbeddedServer start(DataFolder folder) {
        OrphanedServer.stop(folder.postgres());
        try {
            return new EmbeddedServer(builder(folder).start(), folder);
        } catch (IOException | RuntimeException e) {
            throw new AppException(
                    ErrorCode.DATABASE_UNAVAILABLE,
                    "PostgreSQL does not start on %s: %s; the log is %s"
                            .formatted(folder.postgres(), e.getMessage(), folder.logFile()),
                    e);
        }
    }

    public String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /**
     * From now on it is started again, at the same address, when something outside ends it.
     *
     * @param lost told, once, that it ended and does not come back
     */
    public void keepAlive(Consumer<AppException> lost) {
        keptAlive = new KeptAlive(folder, KeptAlive.MOST_ATTEMPTS, lost);
        keptAlive.watch();
    }

    /** Ends it as a machine that loses its power would: nothing more is written. */
    public void kill() {
        OrphanedServer.kill(folder.postgres());
    }

    @Override
    public void close() {
        if (keptAlive != null) {
            keptAlive.stop();
        }
        try {
            postgres.close();
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop cleanly and will recover at the next start: {}", e.getMessage());
        }
    }

    private static EmbeddedPostgres.Builder builder(DataFolder folder) throws IOException {
        Path programs = Files.createDirectories(programs(folder));
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.postgres())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(programs.toFile())
                .setPGStartupWait(STARTUP_WAIT)
                .setServerConfig("max_connections", Integer.toString(CONNECTIONS))
                // Said after the -F that the library begins with, so that it counts.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.serverLog().toFile()))
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.serverLog().toFile()));
    }

    /** Several data folders share the unpacked programs where the launcher names a place for them. */
    private static Path programs(DataFolder folder) {
        String shared = System.getProperty(PROGRAMS_PROPERTY);
        return shared == null ? folder.postgresPrograms() : Path.of(shared);
    }
}
