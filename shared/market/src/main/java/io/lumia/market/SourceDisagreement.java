package io.lumia.market;

import io.lumia.kernel.AssetId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Two sources that say different things about one day.
 *
 * @param field              what differs: {@code close}
 * @param keptValue          in our books, as received
 * @param otherValue         the other source's, as received, so perhaps in other share units
 * @param relativeDifference in the same units, divided by the larger of both
 * @param resolvedAt         when a later bar agreed, null while they disagree
 */
public record SourceDisagreement(
        AssetId asset,
        LocalDate date,
        String field,
        Source keptSource,
        double keptValue,
        Source otherSource,
        double otherValue,
        double relativeDifference,
        Instant seenAt,
        @Nullable Instant resolvedAt) {}
