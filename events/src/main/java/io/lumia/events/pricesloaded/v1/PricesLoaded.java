package io.lumia.events.pricesloaded.v1;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An event: prices or corporate actions of these assets changed from these dates on. An action changes the adjusted
 * series from the asset's first bar on.
 *
 * @param eventId  same for every delivery of this event
 * @param assets   1 to 1,000
 * @param loadedAt when our books took them in; signals are computed as of then
 */
@Serdeable
public record PricesLoaded(UUID eventId, UUID runId, UUID itemId, List<ChangedAsset> assets, Instant loadedAt) {

    /** The dates are exchange-local, both included. */
    @Serdeable
    public record ChangedAsset(UUID assetId, LocalDate firstChanged, LocalDate lastChanged) {}
}
