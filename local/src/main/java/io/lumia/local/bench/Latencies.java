package io.lumia.local.bench;

import java.util.Arrays;

/** How long each of many requests took. */
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    /** @param nanos of each request, in any order; at least one */
    static Latencies of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    int requests() {
        return sorted.length;
    }

    /** Milliseconds within which a part of the requests was answered. @param quantile 0 to 1 */
    double millis(double quantile) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * quantile))] / NANOS_PER_MILLI;
    }
}
