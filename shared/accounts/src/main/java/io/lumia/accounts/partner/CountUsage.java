package io.lumia.accounts.partner;

import io.lumia.platform.time.IdSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts calls in memory and writes them in batches. Exact under concurrency, and exactly once however often a write is
 * tried: a batch keeps its id until it is in. What a process has not written when it is killed is not counted, at most
 * {@link #MAX_WAITING} calls of {@link #LONGEST_WAIT}; quotas do not depend on it.
 */
public final class CountUsage {

    /** Calls that wait; the next one writes them. */
    public static final int MAX_WAITING = 100;

    /** Whatever comes so long after the last write has what waits written: the next call, or {@link #keepUp}. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(CountUsage.class);

    private final KeyUsage usage;
    private final IdSource ids;
    private final Clock clock;

    private final ConcurrentHashMap<UsageOf, Long> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger counted = new AtomicInteger();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Instant writtenAt;

    /** Only with {@link #writing}: what a write that failed did perhaps, perhaps not write. */
    private @Nullable Batch unfinished;

    public CountUsage(KeyUsage usage, IdSource ids, Clock clock) {
        this.usage = usage;
        this.ids = ids;
        this.clock = clock;
        this.writtenAt = clock.instant();
    }

    /** Counts one call. A write that fails does not fail the call: it is tried again with the next one. */
    public void count(UUID keyId, String operation) {
        Instant now = clock.instant();
        waiting.merge(new UsageOf(keyId, LocalDate.ofInstant(now, ZoneOffset.UTC), operation), 1L, Long::sum);
        if (counted.incrementAndGet() >= MAX_WAITING || isLate(now)) {
            writeUnlessWriting(now);
        }
    }

    /** For requests that are no call of a key: one that was made has not to wait for the next one to be seen. */
    public void keepUp() {
        Instant now = clock.instant();
        if (!waiting.isEmpty() && isLate(now)) {
            writeUnlessWriting(now);
        }
    }

    private boolean isLate(Instant now) {
        return !now.isBefore(writtenAt.plus(LONGEST_WAIT));
    }

    private void writeUnlessWriting(Instant now) {
        if (writing.tryLock()) {
            try {
                write(now);
            } catch (RuntimeException e) {
                LOG.warn("usage could not be written and waits for the next call: {}", e.getMessage());
            } finally {
                writing.unlock();
            }
        }
    }

    /** Writes what waits, such as before the process ends. */
    public void flush() {
        writing.lock();
        try {
            write(clock.instant());
        } finally {
            writing.unlock();
        }
    }

    private void write(Instant now) {
        if (unfinished != null) {
            finish(unfinished);
        }
        counted.set(0);
        SortedMap<UsageOf, Long> calls = new TreeMap<>();
        for (UsageOf of : waiting.keySet()) {
            Long number = waiting.remove(of);
            if (number != null) {
                calls.put(of, number);
            }
        }
        if (!calls.isEmpty()) {
            finish(new Batch(ids.next(), calls));
        }
        writtenAt = now;
    }

    private void finish(Batch batch) {
        unfinished = batch;
        usage.add(batch.id(), batch.calls());
        unfinished = null;
    }

    private record Batch(UUID id, SortedMap<UsageOf, Long> calls) {}
}
