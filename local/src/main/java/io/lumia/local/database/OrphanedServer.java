package io.lumia.local.database;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived the process which started it. It is found by {@code postmaster.pid} and stopped only when
 * the process of that id is a postgres on our very folder: an id may have been given to something else meanwhile.
 */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final Duration FAST_SHUTDOWN_WAIT = Duration.ofSeconds(20);
    private static final Duration IMMEDIATE_SHUTDOWN_WAIT = Duration.ofSeconds(10);

    private OrphanedServer() {}

    /** Stops what runs on the folder, if anything does. The caller holds the folder's lock. */
    static void stop(Path cluster) {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> server = runningServer(pidFile, cluster);
        if (server.isPresent()) {
            stop(server.get());
        } else {
            LOG.info("{} names no running server; removed", pidFile);
        }
        delete(pidFile);
    }

    /** What runs on the folder. */
    static Optional<ProcessHandle> running(Path cluster) {
        return runningServer(cluster.resolve("postmaster.pid"), cluster);
    }

    /** Kills what runs on the folder, which has to be somebody's own. */
    static void kill(Path cluster) {
        ProcessHandle server = running(cluster)
                .orElseThrow(() -> new AppException(ErrorCode.INTERNAL, "no server runs on " + cluster));
        signal(server, "-KILL");
        if (!hasEnded(server, IMMEDIATE_SHUTDOWN_WAIT)) {
            throw new AppException(
                    ErrorCode.INTERNAL, "PostgreSQL with pid %d survives a kill".formatted(server.pid()));
        }
    }

    private static Optional<ProcessHandle> runningServer(Path pidFile, Path cluster) {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            long pid = Long.parseLong(lines.getFirst().strip());
            boolean ours = lines.size() > 1 && isSame(Path.of(lines.get(1).strip()), cluster);
            return ours ? ProcessHandle.of(pid).filter(OrphanedServer::isPostgres) : Optional.empty();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            LOG.warn("{} cannot be understood: {}", pidFile, e.toString());
            return Optional.empty();
        }
    }

    private static boolean isSame(Path named, Path cluster) throws IOException {
        return Files.exists(named) && Files.isSameFile(named, cluster);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(Path::of)
                        .filter(path -> path.endsWith("postgres"))
                        .isPresent();
    }

    private static void stop(ProcessHandle server) {
        LOG.warn("a PostgreSQL left by a killed process runs on this folder (pid {}); it is stopped", server.pid());
        signal(server, "-INT");
        if (!hasEnded(server, FAST_SHUTDOWN_WAIT)) {
            signal(server, "-QUIT");
            if (!hasEnded(server, IMMEDIATE_SHUTDOWN_WAIT)) {
                throw new AppException(
                        ErrorCode.DATABASE_UNAVAILABLE,
                        "PostgreSQL with pid %d, left by a killed process, does not stop; end it with: kill -9 %d"
                                .formatted(server.pid(), server.pid()));
            }
        }
    }

    /** INT is PostgreSQL's fast shutdown, QUIT its immediate one (manual, "Shutting Down the Server"). */
    private static void signal(ProcessHandle server, String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(server.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            server.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasEnded(ProcessHandle process, Duration wait) {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static void delete(Path pidFile) {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.INTERNAL, "%s cannot be deleted: %s".formatted(pidFile, e.getMessage()), e);
        }
    }
}
