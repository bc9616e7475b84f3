package io.lumia.events.signalscomputed.v1;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An event: signals of these assets are ready up to these dates. */
@Serdeable
public record SignalsComputed(UUID eventId, List<ComputedAsset> assets, Instant computedAt) {

    /** The dates are exchange-local, both included. */
    @Serdeable
    public record ComputedAsset(UUID assetId, LocalDate from, LocalDate to, long rowsChanged) {}
}
