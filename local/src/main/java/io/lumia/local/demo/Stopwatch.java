package io.lumia.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Seconds per phase, on the wall clock whatever the demo's own clock says. */
public final class Stopwatch {

    private final Map<String, Double> laps = new LinkedHashMap<>();
    private final long startedNanos = System.nanoTime();
    private long lapNanos = startedNanos;

    public void lap(String phase) {
        long now = System.nanoTime();
        laps.put(phase, seconds(now - lapNanos));
        lapNanos = now;
    }

    /** Of every phase, and in all. */
    public Map<String, Double> seconds() {
        Map<String, Double> all = new LinkedHashMap<>(laps);
        all.put("total", seconds(System.nanoTime() - startedNanos));
        return all;
    }

    private static double seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos) / 1000.0;
    }
}
