package io.lumia.events.collectionrunfinished.v1;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event: a collection run ended.
 *
 * @param status       succeeded, partial, failed, skipped or cancelled
 * @param asked        items asked for
 * @param rowsLoaded   rows new or revised
 * @param quarantined  rows set aside, by reason code
 * @param completeness present sessions divided by expected ones, a fraction; null where no bars were asked for
 */
@Serdeable
public record CollectionRunFinished(
        UUID eventId,
        UUID runId,
        String jobName,
        String status,
        int asked,
        int failed,
        long rowsLoaded,
        long rowsUnchanged,
        Map<String, Long> quarantined,
        @Nullable Double completeness,
        double seconds,
        Instant finishedAt) {}
