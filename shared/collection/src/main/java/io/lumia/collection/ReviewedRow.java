package io.lumia.collection;

import io.lumia.market.Dataset;
import io.lumia.market.Rejected;
import io.lumia.market.Source;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that was set aside, and what was decided about it.
 *
 * @param itemId   the item that brought it first
 * @param runId    that item's run
 * @param provider adapter name
 * @param source   where the row came from; null where its value is not known
 * @param decision null while it waits
 */
public record ReviewedRow(
        long id,
        UUID itemId,
        UUID runId,
        String jobName,
        Dataset dataset,
        String provider,
        String sourceName,
        Rejected rejected,
        Instant setAsideAt,
        @Nullable Source source,
        ReviewStatus status,
        @Nullable Decision decision) {

    /** Whether a person may decide that the row is right: it could be read, and what it says is possible. */
    public boolean isReleasable() {
        return source != null && rejected.value() != null && rejected.reason().canBeReleased();
    }

    /**
     * Who decided, when and why.
     *
     * @param note empty where nothing was said
     */
    public record Decision(Instant at, String by, String note) {}
}
