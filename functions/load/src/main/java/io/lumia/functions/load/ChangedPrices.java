package io.lumia.functions.load;

import io.lumia.events.answercollected.v1.AnswerCollected;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Tells whose prices changed, as part of the transaction that changed them. */
@Singleton
@Requires(beans = Outbox.class)
final class ChangedPrices {

    /** Before any bar: what an action changes begins with the asset's first bar, whenever that is. */
    static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    static final int MAX_ASSETS_PER_EVENT = 1_000;

    private final Outbox outbox;
    private final JsonCodec json;

    ChangedPrices(Outbox outbox, JsonCodec json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** An action changes the adjusted prices of all days before it. */
    void tellOfActions(AnswerCollected message, Merged merged, Instant loadedAt) {
        tell(message, List.copyOf(byActions(message, merged).values()), loadedAt);
    }

    /** Of bars and of the actions that came with them; each asset is told of once. */
    void tellOf(AnswerCollected message, Merged actions, Merged bars, Instant loadedAt) {
        Map<Asset, ChangedAsset> changed = byActions(message, actions);
        bars.firstChanged()
                .forEach((asset, first) -> changed.computeIfAbsent(
                        asset,
                        _ -> new ChangedAsset(
                                asset.id().value(),
                                first,
                                Objects.requireNonNull(bars.lastChanged().get(asset)))));
        tell(message, List.copyOf(changed.values()), loadedAt);
    }

    private static Map<Asset, ChangedAsset> byActions(AnswerCollected message, Merged merged) {
        Map<Asset, ChangedAsset> changed = new LinkedHashMap<>();
        for (Asset asset : merged.firstChanged().keySet()) {
            changed.put(asset, new ChangedAsset(asset.id().value(), BEGINNING, message.to()));
        }
        return changed;
    }

    private void tell(AnswerCollected message, List<ChangedAsset> changed, Instant loadedAt) {
        for (int start = 0; start < changed.size(); start += MAX_ASSETS_PER_EVENT) {
            List<ChangedAsset> some = changed.subList(start, Math.min(start + MAX_ASSETS_PER_EVENT, changed.size()));
            UUID eventId = NamedIds.of(message.messageId(), "prices-loaded-" + start);
            PricesLoaded event =
                    new PricesLoaded(eventId, message.runId(), message.itemId(), List.copyOf(some), loadedAt);
            outbox.add(eventId, new Announcement(LoadAnswer.ANNOUNCER, "PricesLoaded", json.write(event)));
        }
    }
}
