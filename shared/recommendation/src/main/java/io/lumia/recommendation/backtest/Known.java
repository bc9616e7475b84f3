package io.lumia.recommendation.backtest;

import io.lumia.recommendation.snapshot.SnapshotTime;
import java.time.Instant;

/**
 * A version of a row and while our books held it.
 *
 * @param learnedAt    when our books learned it
 * @param supersededAt when they learned something else in its place; {@link Instant#MAX} where they still hold it
 */
public record Known<T>(T row, Instant learnedAt, Instant supersededAt) {

    /** A version that our books still hold. */
    public static <T> Known<T> current(T row, Instant learnedAt) {
        return new Known<>(row, learnedAt, Instant.MAX);
    }

    /** Of the versions for which this holds the earliest is the one that a snapshot shows. */
    boolean canBeSeen(SnapshotTime time) {
        return !learnedAt.isAfter(time.knownAt())
                && supersededAt.isAfter(time.asOf().instant());
    }
}
