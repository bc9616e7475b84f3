package io.lumia.functions.collectionapi.quarantine;

import io.lumia.events.pricesloaded.v1.PricesLoaded;
import io.lumia.events.pricesloaded.v1.PricesLoaded.ChangedAsset;
import io.lumia.market.Asset;
import io.lumia.market.FactStore.Merged;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.time.NamedIds;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Tells whose prices a release changed, as part of its transaction, so that signals follow. */
@Singleton
@Requires(beans = Outbox.class)
final class ReleasedPrices {

    static final String ANNOUNCER = "lumia.collection-api";

    /** Before any bar: what an action changes begins with the asset's first bar, whenever that is. */
    static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    /** As the event's schema has it; a release is about fewer rows. */
    private static final int MAX_ASSETS_PER_EVENT = 1_000;

    private static final int EVENTS_PER_FLUSH = 100;

    private final Outbox outbox;
    private final JsonCodec json;

    ReleasedPrices(Outbox outbox, JsonCodec json) {
        this.outbox = outbox;
        this.json = json;
    }

    void tellOfBars(UUID runId, UUID itemId, UUID eventId, Merged merged, Instant now) {
        List<ChangedAsset> changed = new ArrayList<>();
        merged.firstChanged()
                .forEach((asset, first) -> changed.add(new ChangedAsset(
                        asset.id().value(),
                        first,
                        Objects.requireNonNull(merged.lastChanged().get(asset)))));
        tell(runId, itemId, eventId, changed, now);
    }

    /** An action changes the adjusted prices of all days before it. */
    void tellOfActions(UUID runId, UUID itemId, UUID eventId, Merged merged, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        List<ChangedAsset> changed = new ArrayList<>();
        for (Asset asset : merged.firstChanged().keySet()) {
            changed.add(new ChangedAsset(asset.id().value(), BEGINNING, today));
        }
        tell(runId, itemId, eventId, changed, now);
    }

    /** Sends what waits; outside any transaction. What does not leave now leaves with the next step of anybody. */
    void flush() {
        outbox.flush(EVENTS_PER_FLUSH);
    }

    private void tell(UUID runId, UUID itemId, UUID eventId, List<ChangedAsset> changed, Instant now) {
        for (int start = 0; start < changed.size(); start += MAX_ASSETS_PER_EVENT) {
            List<ChangedAsset> some = changed.subList(start, Math.min(start + MAX_ASSETS_PER_EVENT, changed.size()));
            UUID id = NamedIds.of(eventId, "prices-loaded-" + start);
            PricesLoaded event = new PricesLoaded(id, runId, itemId, List.copyOf(some), now);
            outbox.add(id, new Announcement(ANNOUNCER, "PricesLoaded", json.write(event)));
        }
    }
}
