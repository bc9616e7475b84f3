package io.lumia.collection;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item and what came of it.
 *
 * @param provider      who was asked
 * @param attempts      how often it was asked for
 * @param askedAt       the last time; null before the first
 * @param endedAt       null while it is awaited
 * @param rowsLoaded    new or revised
 * @param quarantined   rows set aside, by reason code
 */
public record ItemHistory(
        Item item,
        String provider,
        int attempts,
        @Nullable Instant askedAt,
        @Nullable Instant endedAt,
        long rowsReceived,
        long rowsLoaded,
        long rowsUnchanged,
        Map<String, Long> quarantined) {

    public ItemHistory {
        quarantined = Map.copyOf(quarantined);
    }
}
