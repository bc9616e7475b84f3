package io.lumia.sentiment.benchmark;

import java.util.Locale;

/**
 * What {@link VaderBenchmark} measured.
 *
 * @param texts             different texts
 * @param scored            texts scored in the measured time, each several times
 * @param meanCharacters    of a text
 * @param cpuSeconds        processor time of the one thread that scored
 * @param textsPerCpuSecond scored per second of it
 * @param meanCompound      of all scores; the same texts give the same
 */
public record VaderBenchmarkResult(
        int texts,
        long scored,
        double meanCharacters,
        double cpuSeconds,
        double textsPerCpuSecond,
        double meanCompound) {

    /** For a terminal. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "VADER: %,.0f texts per second of one core (%,d texts of %.0f characters on average, %,d scored in %.2f s"
                        + " of processor time, mean compound %.4f)",
                textsPerCpuSecond,
                texts,
                meanCharacters,
                scored,
                cpuSeconds,
                meanCompound);
    }
}
