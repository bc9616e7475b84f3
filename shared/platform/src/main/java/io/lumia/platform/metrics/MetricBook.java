package io.lumia.platform.metrics;

import io.lumia.platform.lambda.FunctionContext;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Numbers since the process started, kept in memory. How many series there can be is bounded by {@link Label}. */
@Singleton
@Requires(notEnv = FunctionContext.ENVIRONMENT)
public final class MetricBook implements Metrics {

    private final Map<Series, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<Series, Double> gauges = new ConcurrentHashMap<>();
    private final Map<Series, Durations> timings = new ConcurrentHashMap<>();

    @Override
    public void count(Counter counter, long by, Label... labels) {
        counts.computeIfAbsent(new Series(counter, counter.checked(labels)), _ -> new LongAdder())
                .add(by);
    }

    @Override
    public void set(Gauge gauge, double value, Label... labels) {
        gauges.put(new Series(gauge, gauge.checked(labels)), value);
    }

    @Override
    public void time(Timing timing, Duration took, Label... labels) {
        timings.computeIfAbsent(new Series(timing, timing.checked(labels)), _ -> new Durations())
                .add(took);
    }

    /** Nothing is written: whoever wants the numbers asks for them. */
    @Override
    public void flush() {}

    /** Zero for what was never counted. */
    public long counted(Counter counter, Label... labels) {
        LongAdder count = counts.get(new Series(counter, counter.checked(labels)));
        return count == null ? 0 : count.sum();
    }

    /** Of one measure, by labels. */
    List<Map.Entry<Series, LongAdder>> of(Counter counter) {
        return sorted(counts, counter);
    }

    /** Of one measure, by labels. */
    List<Map.Entry<Series, Double>> of(Gauge gauge) {
        return sorted(gauges, gauge);
    }

    /** Of one measure, by labels. */
    List<Map.Entry<Series, Durations>> of(Timing timing) {
        return sorted(timings, timing);
    }

    private static <V> List<Map.Entry<Series, V>> sorted(Map<Series, V> all, Measure measure) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().measure() == measure)
                .sorted(Comparator.comparing(entry -> entry.getKey().labels().stream()
                        .map(Label::value)
                        .toList()
                        .toString()))
                .toList();
    }

    /** A histogram of durations with buckets for answers and for runs. */
    static final class Durations {

        /** Upper bounds in seconds; what took longer is in the count alone. */
        static final List<Double> BOUNDS =
                List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0);

        private static final double NANOS_PER_SECOND = 1e9;

        private final AtomicLongArray upTo = new AtomicLongArray(BOUNDS.size());
        private final AtomicLong count = new AtomicLong();
        private final AtomicLong nanos = new AtomicLong();

        void add(Duration took) {
            double seconds = took.toNanos() / NANOS_PER_SECOND;
            for (int i = 0; i < BOUNDS.size(); i++) {
                if (seconds <= BOUNDS.get(i)) {
                    upTo.incrementAndGet(i);
                }
            }
            nanos.addAndGet(took.toNanos());
            count.incrementAndGet();
        }

        /** How many took at most the bound of that place. */
        long upTo(int bound) {
            return upTo.get(bound);
        }

        long count() {
            return count.get();
        }

        double seconds() {
            return nanos.get() / NANOS_PER_SECOND;
        }
    }
}
