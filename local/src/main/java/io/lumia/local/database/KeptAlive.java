package io.lumia.local.database;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.folder.DataFolder;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a server again that something outside ended: the system for want of memory, a kill. It comes back on its port, so
 * that whoever works with it finds it there. {@code pg_ctl restart} starts one that is gone as it was started before, by
 * {@code postmaster.opts} (manual, "pg_ctl"), and the server itself refuses while a process of the dead one is left. That it
 * ended is noticed within five seconds: it is no child of ours, so the JDK looks again and again.
 */
final class KeptAlive {

    /** In one life of our process: one that dies again and again wants a person. */
    static final int MOST_RESTARTS = 10;

    /** For one restart: a process of the dead server may take a moment to notice. */
    static final int MOST_ATTEMPTS = 30;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final Duration COMMAND_WAIT = START_WAIT.plusSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(KeptAlive.class);

    private final DataFolder folder;
    private final int mostAttempts;
    private final Consumer<AppException> lost;
    private boolean stopping;
    private int restarts;

    /**
     * @param mostAttempts to start it, each time that it ended
     * @param lost         told, once, that it is gone for good
     */
    KeptAlive(DataFolder folder, int mostAttempts, Consumer<AppException> lost) {
        this.folder = folder;
        this.mostAttempts = mostAttempts;
        this.lost = lost;
    }

    void watch() {
        ProcessHandle server = OrphanedServer.running(folder.postgres())
                .orElseThrow(() -> new AppException(ErrorCode.INTERNAL, "no server runs on " + folder.postgres()));
        Path control = programOf(server).resolveSibling("pg_ctl");
        server.onExit()
                .thenRun(() -> Thread.ofVirtual().name("postgres-restart").start(() -> ended(server, control)));
    }

    /** Lets a start that is under way come to its end; none is begun after it. */
    synchronized void stop() {
        stopping = true;
    }

    private void ended(ProcessHandle server, Path control) {
        synchronized (this) {
            if (stopping) {
                return;
            }
            restarts++;
        }
        try {
            if (restarts > MOST_RESTARTS) {
                giveUp("it was started again %d times already".formatted(MOST_RESTARTS));
            } else {
                restart(server, control);
            }
        } catch (RuntimeException e) {
            giveUp(String.valueOf(e.getMessage()));
        }
    }

    private void restart(ProcessHandle dead, Path control) {
        LOG.warn(
                "PostgreSQL (pid {}) ended without being told to; it is started again, time {} of at most {}",
                dead.pid(),
                restarts,
                MOST_RESTARTS);
        long began = System.nanoTime();
        for (int attempt = 1; attempt <= mostAttempts; attempt++) {
            switch (start(control, attempt)) {
                case STARTED -> {
                    LOG.warn(
                            "PostgreSQL is back after {} ms with all that it had acknowledged",
                            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
                    watch();
                    return;
                }
                case REFUSED -> pause();
                case STOPPING -> {
                    return;
                }
            }
        }
        giveUp("it did not start in %d attempts".formatted(mostAttempts));
    }

    private synchronized Start start(Path control, int attempt) {
        if (stopping) {
            return Start.STOPPING;
        }
        File log = folder.serverLog().toFile();
        try {
            Process command = new ProcessBuilder(command(control))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            if (command.waitFor(COMMAND_WAIT.toSeconds(), TimeUnit.SECONDS) && command.exitValue() == 0) {
                return Start.STARTED;
            }
            command.destroy();
        } catch (IOException e) {
            LOG.warn("{} cannot be run: {}", control, e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Start.STOPPING;
        }
        LOG.warn("PostgreSQL did not start, attempt {} of {}; {} says why", attempt, mostAttempts, log);
        return Start.REFUSED;
    }

    /** PostgreSQL refuses root; embedded as it is here it runs under root in a user namespace of its own. */
    private List<String> command(Path control) {
        List<String> words = new ArrayList<>(LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.of());
        words.addAll(List.of(
                control.toString(),
                "restart",
                "--wait",
                "--timeout=" + START_WAIT.toSeconds(),
                "--pgdata=" + folder.postgres()));
        return words;
    }

    private void giveUp(String why) {
        AppException failure = new AppException(
                ErrorCode.DATABASE_UNAVAILABLE,
                "PostgreSQL on %s ended and stays away: %s; what it had acknowledged is kept, its log is %s; the next start goes on"
                        .formatted(folder.postgres(), why, folder.serverLog()));
        LOG.error(failure.getMessage());
        lost.accept(failure);
    }

    private static Path programOf(ProcessHandle server) {
        return server.info()
                .command()
                .map(Path::of)
                .orElseThrow(() -> new AppException(
                        ErrorCode.INTERNAL, "the program of process %d is hidden".formatted(server.pid())));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What came of an attempt. */
    private enum Start {
        STARTED,
        REFUSED,
        STOPPING
    }
}
