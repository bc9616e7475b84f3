package io.lumia.events.signalsoutdated.v1;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event: stored signals of these assets rest on something that changed, though their own prices did not. The function
 * that computes signals tells it to itself, a bounded number of assets at a time.
 *
 * @param eventId    same for every delivery of this event
 * @param assets     public ids, 1 to 1,000
 * @param from       exchange-local date from which on rows may be out of date; null for all rows, from the first bar on
 * @param reason     {@code benchmark_changed} or {@code recompute_requested}
 * @param outdatedAt when it was found out
 */
@Serdeable
public record SignalsOutdated(
        UUID eventId, List<UUID> assets, @Nullable LocalDate from, String reason, Instant outdatedAt) {}
