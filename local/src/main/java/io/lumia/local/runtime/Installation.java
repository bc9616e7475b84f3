package io.lumia.local.runtime;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.collect.Recovery;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.FolderLock;
import io.lumia.local.folder.RuntimeFile;
import io.lumia.local.queue.DeadLetters;
import io.lumia.local.queue.QueueClient;
import io.lumia.local.time.Clocks;
import io.lumia.platform.lambda.FunctionDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command works with: the installation that another process runs on the folder, or one that is started for the
 * command and stopped after it.
 */
public final class Installation implements AutoCloseable {

    private static final Duration WAIT_FOR_START = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final DataFolder folder;
    private final Endpoints endpoints;
    private final FunctionHost functions;
    private final QueueClient queues;
    private final @Nullable LocalRuntime own;
    private final @Nullable RuntimeFile other;
    private final Clock clock;
    private boolean polling;

    private Installation(LocalRuntime own) {
        this.own = own;
        this.other = null;
        this.folder = own.folder();
        this.endpoints = own.endpoints();
        this.functions = own.functions();
        this.queues = own.queues();
        this.clock = own.clock();
    }

    private Installation(DataFolder folder, RuntimeFile other) {
        this.own = null;
        this.other = other;
        this.clock = Clocks.beginningAt(other.clock());
        this.queues = new QueueClient(other.queueEndpoint());
        this.folder = folder;
        this.endpoints = new Endpoints(
                other.jdbcUrl(),
                other.queueEndpoint(),
                other.busEndpoint(),
                other.httpPort() == 0 ? Endpoints.USUAL_SITE_PORT : other.httpPort());
        this.functions = FunctionHost.start(folder, endpoints, clock);
        functions.setQueueUrls(queues::url);
    }

    /** Fails with NOT_FOUND where the folder holds no database and none is wanted. */
    public static Installation open(DataFolder folder, String command) {
        if (!folder.holdsDatabase()) {
            throw new AppException(
                    ErrorCode.NOT_FOUND,
                    "%s holds no data yet; start with: lumia up, lumia ingest or lumia demo".formatted(folder.root()));
        }
        return openOrCreate(folder, command);
    }

    /** Makes an empty database where there is none. */
    public static Installation openOrCreate(DataFolder folder, String command) {
        long deadline = System.nanoTime() + WAIT_FOR_START.toNanos();
        do {
            Optional<FolderLock> lock = FolderLock.tryTake(folder);
            if (lock.isPresent()) {
                // Given back for the moment that the runtime needs to take it itself.
                lock.get().close();
                return new Installation(LocalRuntime.start(LocalRuntime.Setting.remembered(folder, command)));
            }
            Optional<RuntimeFile> running = RuntimeFile.read(folder);
            if (running.isPresent()) {
                return new Installation(folder, running.get());
            }
            pause();
        } while (System.nanoTime() < deadline);
        throw new AppException(
                ErrorCode.CONFLICT,
                "%s is being started or stopped by another process for more than %d s; try again later"
                        .formatted(folder.root(), WAIT_FOR_START.toSeconds()));
    }

    public FunctionHost functions() {
        return functions;
    }

    public QueueClient queues() {
        return queues;
    }

    /** What a deployment would set for a function, so that a process of its own works with this installation. */
    public Map<String, String> variables(FunctionDefinition function) {
        Map<String, String> urls = new HashMap<>();
        functions.queueNames().forEach(name -> urls.put(name, queues.url(name)));
        return endpoints.variables(folder, function, urls);
    }

    public DeadLetters deadLetters() {
        return new DeadLetters(queues);
    }

    public Clock clock() {
        return clock;
    }

    /** The process that runs on the folder, if it is not this one. */
    public Optional<RuntimeFile> other() {
        return Optional.ofNullable(other);
    }

    /** Takes up what a killed process left; nothing where another process is at work. */
    public void recover() {
        if (own != null) {
            new Recovery(functions, own.pipeline(), clock).recover();
        }
    }

    /** Work that is sent gets done: by the other process, or by pollers of our own. */
    public Pipeline pipeline() {
        if (own != null && !polling) {
            own.startPollers();
            polling = true;
        }
        return new Pipeline(functions, queues);
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        } else {
            functions.close();
            queues.close();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.CONFLICT, "interrupted while another process starts", e);
        }
    }
}
