package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the program in the foreground until it is told to stop. A signal ends what runs in order: gateway, pollers,
 * queues, database. The exit code is then 0 for what only serves; work that a signal cuts short has failed.
 */
final class Foreground implements AutoCloseable {

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean stopping;
    private volatile @Nullable AppException failure;

    private volatile int code;

    private Foreground(AutoCloseable runtime, int code) {
        this.code = code;
        hook = new Thread(() -> stop(runtime), "stop");
    }

    /** From now on a signal closes the runtime. */
    static Foreground of(AutoCloseable runtime) {
        return hooked(new Foreground(runtime, ExitCodes.DONE));
    }

    /** The same for what has an end of its own: until it waits, a signal means that it did not get there. */
    static Foreground ofWork(AutoCloseable runtime) {
        return hooked(new Foreground(runtime, ExitCodes.FAILED));
    }

    private static Foreground hooked(Foreground foreground) {
        Runtime.getRuntime().addShutdownHook(foreground.hook);
        return foreground;
    }

    /** Fails where what runs has lost what it cannot do without. */
    void await() throws InterruptedException {
        told.await();
        if (failure != null) {
            throw failure;
        }
    }

    /** Ends the waiting with a failure once there is one. */
    Foreground failingWith(CompletableFuture<AppException> lost) {
        lost.thenAccept(why -> {
            failure = why;
            told.countDown();
        });
        return this;
    }

    /** @param exitCode what the work before came to, told when the signal comes */
    void await(int exitCode) throws InterruptedException {
        code = exitCode;
        await();
    }

    /** Whether a signal has come: what runs is being closed. */
    boolean isStopping() {
        return stopping;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The program ends already: the hook is at work and closes the runtime.
        }
    }

    private void stop(AutoCloseable runtime) {
        stopping = true;
        int ended = code;
        try {
            runtime.close();
        } catch (Exception _) {
            ended = ExitCodes.FAILED;
        }
        told.countDown();
        // Otherwise the code would be that of the signal.
        Runtime.getRuntime().halt(ended);
    }
}
