package io.lumia.collection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was asked for an item and what it took.
 *
 * @param provider whose answer it is; null before the end
 * @param attempts in the order in which providers were asked; empty where that was not told
 */
public record Collecting(@Nullable String provider, List<Attempt> attempts) {

    public static final Collecting NONE = new Collecting(null, List.of());

    public Collecting {
        attempts = List.copyOf(attempts);
    }

    /** To all providers together. */
    public int calls() {
        return attempts.stream().mapToInt(Attempt::calls).sum();
    }

    public long bytes() {
        return attempts.stream().mapToLong(Attempt::bytes).sum();
    }

    public double seconds() {
        return attempts.stream().mapToDouble(Attempt::seconds).sum();
    }
}
