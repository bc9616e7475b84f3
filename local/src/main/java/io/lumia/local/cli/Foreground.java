package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the program in the foreground until it is told to stop. A signal ends what runs in order: gateway, pollers,
 * queues, database; the exit code is then 0.
 */
final class Foreground implements AutoCloseable {

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean stopping;
    private volatile @Nullable AppException failure;

    private Foreground(AutoCloseable runtime) {
        hook = new Thread(() -> stop(runtime), "stop");
    }

    /** From now on a signal closes the runtime. */
    static Foreground of(AutoCloseable runtime) {
        Foreground foreground = new Foreground(runtime);
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
        int code = ExitCodes.DONE;
        try {
            runtime.close();
        } catch (Exception _) {
            code = ExitCodes.FAILED;
        }
        told.countDown();
        // Otherwise the code would be that of the signal.
        Runtime.getRuntime().halt(code);
    }
}
