package io.lumia.platform.metrics;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Measures a function's runs at its edge, and has the numbers written when each is over. */
@Singleton
public final class Invocations {

    private final Metrics metrics;
    private final Set<FunctionName> warm = ConcurrentHashMap.newKeySet();

    public Invocations(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Where the numbers go. */
    public Metrics metrics() {
        return metrics;
    }

    /** What the work answers or throws. */
    public <T> T measure(Supplier<T> work) {
        FunctionName function = FunctionScope.current();
        long start = System.nanoTime();
        metrics.count(Counter.INVOCATIONS, function);
        if (warm.add(function)) {
            metrics.count(Counter.COLD_STARTS, function);
        }
        try {
            return work.get();
        } catch (RuntimeException e) {
            metrics.count(Counter.INVOCATION_ERRORS, function);
            throw e;
        } finally {
            metrics.time(Timing.INVOCATION_TIME, Duration.ofNanos(System.nanoTime() - start), function);
            metrics.flush();
        }
    }
}
