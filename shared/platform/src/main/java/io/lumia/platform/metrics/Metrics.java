package io.lumia.platform.metrics;

import java.time.Duration;

/** Where numbers about our own work go. Taking them never fails a caller's work, unless the labels are wrong. */
public interface Metrics {

    /** @param by zero or more */
    void count(Counter counter, long by, Label... labels);

    void set(Gauge gauge, double value, Label... labels);

    void time(Timing timing, Duration took, Label... labels);

    /** Writes what was taken since the last time, where writing is what is done with it. At the end of each invocation. */
    void flush();

    default void count(Counter counter, Label... labels) {
        count(counter, 1, labels);
    }

    /** Takes nothing. For tools and tests that measure nothing. */
    static Metrics none() {
        return new Metrics() {
            @Override
            public void count(Counter counter, long by, Label... labels) {
                counter.checked(labels);
            }

            @Override
            public void set(Gauge gauge, double value, Label... labels) {
                gauge.checked(labels);
            }

            @Override
            public void time(Timing timing, Duration took, Label... labels) {
                timing.checked(labels);
            }

            @Override
            public void flush() {}
        };
    }
}
