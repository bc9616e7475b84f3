package io.lumia.functions.computesignals;

import io.lumia.events.pricesloaded.v1.PricesLoaded;
import io.lumia.events.pricesloaded.v1.PricesLoaded.ChangedAsset;
import io.lumia.events.recomputerequested.v1.RecomputeRequested;
import io.lumia.events.signalscomputed.v1.SignalsComputed;
import io.lumia.events.signalscomputed.v1.SignalsComputed.ComputedAsset;
import io.lumia.events.signalsoutdated.v1.SignalsOutdated;
import io.lumia.kernel.AssetId;
import io.lumia.market.Asset;
import io.lumia.platform.database.Inbox;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.time.NamedIds;
import io.lumia.signals.RowsChanged;
import io.lumia.signals.SignalChange;
import io.lumia.signals.SignalUpdate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The use case: what is told to be new → its signals → what they make out of date → announce. A message and its effect
 * are one transaction, so a second delivery finds the message in the inbox and changes nothing.
 *
 * <p>When the benchmark's rows change, betas of all other assets may be out of date. They are not computed here, which
 * would make one transaction of the whole market, but announced to this same function as {@link SignalsOutdated}, some
 * hundred at a time. An asset that has no row yet from that day on is then passed over: its own prices come later, and
 * find the benchmark there.
 */
public final class ComputeSignals {

    static final String CONSUMER = "compute-signals";
    static final String SOURCE = "lumia.compute-signals";
    static final String BENCHMARK_CHANGED = "benchmark_changed";
    static final String RECOMPUTE_REQUESTED = "recompute_requested";

    /** Assets that are computed in one transaction: with ten years of bars about 1.2 million rows. */
    static final int ASSETS_PER_EVENT = 500;

    private static final int EVENTS_PER_FLUSH = 100;

    private final Supplier<SignalUpdate> updates;
    private final ChangedAssets assets;
    private final Consumer<Map<Asset, RowsChanged>> crossings;
    private final Transactions transactions;
    private final Inbox inbox;
    private final Outbox outbox;
    private final JsonCodec json;
    private final Clock clock;

    /**
     * @param updates   a new one for each message, since it holds scratch memory
     * @param crossings is told which rows are new, inside the transaction that stores them
     */
    public ComputeSignals(
            Supplier<SignalUpdate> updates,
            ChangedAssets assets,
            Consumer<Map<Asset, RowsChanged>> crossings,
            Transactions transactions,
            Inbox inbox,
            Outbox outbox,
            JsonCodec json,
            Clock clock) {
        this.updates = updates;
        this.assets = assets;
        this.crossings = crossings;
        this.transactions = transactions;
        this.inbox = inbox;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** Prices or actions changed. */
    public void pricesLoaded(PricesLoaded event) {
        onceFor(event.eventId(), () -> {
            Map<UUID, LocalDate> firstChanged = event.assets().stream()
                    .collect(Collectors.toMap(
                            ChangedAsset::assetId, ChangedAsset::firstChanged, ComputeSignals::earlier));
            bringUpToDate(
                    event.eventId(),
                    firstChanged.keySet(),
                    asset -> SignalChange.ofBars(
                            asset, firstChanged.getOrDefault(asset.id().value(), SignalChange.BEGINNING)));
        });
    }

    /** Something that stored rows rest on changed. */
    public void outdated(SignalsOutdated event) {
        LocalDate from = event.from();
        onceFor(
                event.eventId(),
                () -> bringUpToDate(
                        event.eventId(),
                        Set.copyOf(event.assets()),
                        asset -> from == null ? SignalChange.ofEverything(asset) : SignalChange.ofStored(asset, from)));
    }

    /** Somebody wants everything computed again. */
    public void recompute(RecomputeRequested command) {
        onceFor(command.messageId(), () -> {
            List<Asset> wanted = command.recompute().equals(List.of(RecomputeRequested.ALL))
                    ? assets.pricedExcept(Set.of())
                    : command.recompute().stream().map(assets::named).distinct().toList();
            announceOutdated(command.messageId(), wanted, null, RECOMPUTE_REQUESTED);
        });
    }

    private void bringUpToDate(UUID messageId, Set<UUID> ids, Function<Asset, SignalChange> change) {
        List<SignalChange> changes = assets.get(ids).stream().map(change).toList();
        Map<Asset, RowsChanged> changed = updates.get().update(changes);
        if (!changed.isEmpty()) {
            crossings.accept(changed);
            announceComputed(NamedIds.of(messageId, "signals-computed"), changed);
        }
        assets.benchmark()
                .map(changed::get)
                .ifPresent(
                        rows -> announceOutdated(messageId, assets.pricedExcept(ids), rows.first(), BENCHMARK_CHANGED));
    }

    private void onceFor(UUID messageId, Runnable effect) {
        transactions.inTransaction(() -> {
            if (inbox.accept(CONSUMER, messageId)) {
                effect.run();
            }
        });
        outbox.flush(EVENTS_PER_FLUSH);
    }

    private void announceComputed(UUID eventId, Map<Asset, RowsChanged> changed) {
        List<ComputedAsset> computed = changed.entrySet().stream()
                .map(entry -> computed(entry.getKey().id(), entry.getValue()))
                .toList();
        announce(eventId, "SignalsComputed", new SignalsComputed(eventId, computed, clock.instant()));
    }

    private static ComputedAsset computed(AssetId asset, RowsChanged rows) {
        return new ComputedAsset(asset.value(), rows.first(), rows.last(), rows.count());
    }

    private void announceOutdated(UUID messageId, List<Asset> outdated, @Nullable LocalDate from, String reason) {
        for (int first = 0; first < outdated.size(); first += ASSETS_PER_EVENT) {
            List<UUID> ids = new ArrayList<>();
            outdated.subList(first, Math.min(first + ASSETS_PER_EVENT, outdated.size()))
                    .forEach(asset -> ids.add(asset.id().value()));
            UUID eventId = NamedIds.of(messageId, "signals-outdated-" + first);
            announce(eventId, "SignalsOutdated", new SignalsOutdated(eventId, ids, from, reason, clock.instant()));
        }
    }

    private void announce(UUID eventId, String detailType, Object detail) {
        outbox.add(eventId, new Announcement(SOURCE, detailType, json.write(detail)));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
