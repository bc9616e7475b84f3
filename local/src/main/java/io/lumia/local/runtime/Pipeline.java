package io.lumia.local.runtime;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.books.Books;
import io.lumia.local.queue.QueueClient;
import io.lumia.platform.event.Outbox;
import java.time.Duration;
import java.util.stream.Collectors;

/** The functions behind the queues, seen as one thing that is at work or idle. */
public final class Pipeline {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int EVENTS_PER_FLUSH = 500;

    private final FunctionHost functions;
    private final QueueClient queues;
    private final Books books;

    Pipeline(FunctionHost functions, QueueClient queues) {
        this.functions = functions;
        this.queues = queues;
        this.books = functions.bean(Books.class);
    }

    /**
     * Waits until nothing is on its way any more.
     *
     * @param progress called now and then; may ask the database
     * @throws AppException LIMIT_REACHED when it takes longer
     */
    public void awaitIdle(Duration atMost, Runnable progress) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Outage outage = new Outage();
        while (!outage.bear(() -> isDone(progress), false)) {
            if (System.nanoTime() > deadline) {
                throw new AppException(
                        ErrorCode.LIMIT_REACHED,
                        "the pipeline is still at work after %d s: %s".formatted(atMost.toSeconds(), atWork()));
            }
            pause();
        }
    }

    private boolean isDone(Runnable progress) {
        boolean isIdle = isIdle();
        progress.run();
        return isIdle;
    }

    /** Sends events that were stored before the process that should have sent them ended. */
    public int flushEvents() {
        return functions.bean(Outbox.class).flush(EVENTS_PER_FLUSH);
    }

    private boolean isIdle() {
        if (!areQueuesEmpty()) {
            return false;
        }
        if (books.waitingEvents() > 0) {
            flushEvents();
            return false;
        }
        return Quiet.isNow(books::outgoing, this::areQueuesEmpty);
    }

    private boolean areQueuesEmpty() {
        return queues.areEmpty(functions.queueNames());
    }

    private String atWork() {
        return queues.depths(functions.queueNames()).stream()
                .filter(depth -> !depth.isEmpty())
                .map(depth ->
                        "%s has %d waiting and %d in work".formatted(depth.queue(), depth.waiting(), depth.inFlight()))
                .collect(Collectors.joining("; "));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.LIMIT_REACHED, "interrupted while the pipeline was at work", e);
        }
    }
}
