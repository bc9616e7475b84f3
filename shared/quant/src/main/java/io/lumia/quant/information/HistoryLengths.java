package io.lumia.quant.information;

import io.lumia.kernel.AppException;

/**
 * How many past values are looked at, without gaps, beginning with the one just before.
 *
 * @param target k, of the series that is told about
 * @param source l, of the series that tells
 */
public record HistoryLengths(int target, int source) {

    /** Longer ones have no more samples per dimension than noise has. */
    public static final int MAX_LENGTH = 32;

    public HistoryLengths {
        requireLength("target history", target);
        requireLength("source history", source);
    }

    private static void requireLength(String field, int length) {
        if (length < 1 || length > MAX_LENGTH) {
            throw AppException.invalid(field, length, "1 to " + MAX_LENGTH);
        }
    }

    /** Index of the first value that has both histories. */
    int first() {
        return Math.max(target, source);
    }

    /** How many values of a series have both histories; fails where fewer than {@code fewest} have. */
    int samples(int size, int fewest) {
        int samples = size - first();
        if (samples < fewest) {
            throw AppException.invalid(
                    "length of the series", size, "%d or more for %s".formatted(fewest + first(), this));
        }
        return samples;
    }
}
