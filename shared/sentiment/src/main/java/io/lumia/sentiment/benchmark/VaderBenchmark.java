package io.lumia.sentiment.benchmark;

import io.lumia.kernel.AppException;
import io.lumia.sentiment.vader.Vader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Measures {@link Vader} on texts of the caller, on one thread, by that thread's processor time: other load on the
 * machine matters little. The time of garbage collection and just-in-time compiler is not in it.
 */
public final class VaderBenchmark {

    private static final int MOST_TEXTS = 1_000_000;

    /** A second or two of work each. Counted in characters, so that long texts do not take longer. */
    private static final long WARM_UP_CHARACTERS = 60_000_000;

    private static final long MEASURED_CHARACTERS = 120_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Vader vader = Vader.standard();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long warmUpCharacters;
    private final long measuredCharacters;

    public VaderBenchmark() {
        this(WARM_UP_CHARACTERS, MEASURED_CHARACTERS);
    }

    VaderBenchmark(long warmUpCharacters, long measuredCharacters) {
        this.warmUpCharacters = warmUpCharacters;
        this.measuredCharacters = measuredCharacters;
    }

    /** @param texts 1 to 1,000,000; scored in rounds of all, at least one round */
    public VaderBenchmarkResult run(List<String> texts) {
        if (texts.isEmpty() || texts.size() > MOST_TEXTS) {
            throw AppException.invalid("texts", texts.size() + " texts", "1 to " + MOST_TEXTS + " texts");
        }
        long characters = texts.stream().mapToLong(String::length).sum();
        score(texts, rounds(warmUpCharacters, characters + texts.size()));
        int rounds = rounds(measuredCharacters, characters + texts.size());
        long before = threads.getCurrentThreadCpuTime();
        double sum = score(texts, rounds);
        double seconds = (threads.getCurrentThreadCpuTime() - before) / NANOS_PER_SECOND;
        long scored = (long) rounds * texts.size();
        return new VaderBenchmarkResult(
                texts.size(), scored, (double) characters / texts.size(), seconds, scored / seconds, sum / scored);
    }

    /** An empty text costs something too: the caller counts a character more for each text. */
    private static int rounds(long budget, long charactersPerRound) {
        return Math.toIntExact(Math.max(1, budget / charactersPerRound));
    }

    private double score(List<String> texts, int rounds) {
        double sum = 0;
        for (int round = 0; round < rounds; round++) {
            for (String text : texts) {
                sum += vader.score(text).compound();
            }
        }
        return sum;
    }
}
