package io.lumia.recommendation.snapshot;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import java.time.Instant;

/**
 * The two instants that decide what a snapshot holds: facts that were public by {@code asOf}, in the values that our books had
 * then; what they learned of only later, but by {@code knownAt}, in the value that they learned first. A recommendation keeps both,
 * so that the same snapshot can be read again whatever is loaded afterwards.
 *
 * @param knownAt not before {@code asOf}: usually when the question was asked
 */
public record SnapshotTime(AsOf asOf, Instant knownAt) {

    public SnapshotTime {
        if (knownAt.isBefore(asOf.instant())) {
            throw AppException.invalid("known_at", knownAt, "not before as_of, " + asOf);
        }
    }
}
