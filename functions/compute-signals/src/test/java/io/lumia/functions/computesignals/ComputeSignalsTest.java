package io.lumia.functions.computesignals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.events.pricesloaded.v1.PricesLoaded;
import io.lumia.events.pricesloaded.v1.PricesLoaded.ChangedAsset;
import io.lumia.events.recomputerequested.v1.RecomputeRequested;
import io.lumia.events.signalscomputed.v1.SignalsComputed;
import io.lumia.events.signalsoutdated.v1.SignalsOutdated;
import io.lumia.kernel.AppException;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.json.JsonCodec;
import io.lumia.signals.BenchmarkAsset;
import io.lumia.signals.SignalUpdate;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The use case on fakes: what takes effect, how often, in which order, and what is announced. */
class ComputeSignalsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final int MOST_ROUNDS = 20;
    private static final ApplicationContext CONTEXT = ApplicationContext.run();
    private static final JsonCodec JSON = CONTEXT.getBean(JsonCodec.class);

    private final World world = new World();

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void computesAndAnnouncesWhatChanged() {
        world.market.load(world.stock, 300);

        world.use.pricesLoaded(event(1, change(world.stock, world.market.day(0))));

        SignalsComputed computed = only(world.messaging.takeSent(), SignalsComputed.class);
        assertThat(world.store.count(world.stock)).isEqualTo(300);
        assertThat(computed.assets())
                .containsExactly(new SignalsComputed.ComputedAsset(
                        world.stock.id().value(), world.market.day(0), world.market.day(299), 300));
        assertThat(computed.computedAt()).isEqualTo(NOW);
    }

    @Test
    void aSecondDeliveryDoesNothing() {
        world.market.load(world.stock, 300);
        PricesLoaded event = event(1, change(world.stock, world.market.day(0)));
        world.use.pricesLoaded(event);
        world.messaging.takeSent();
        world.market.load(world.stock, 301);

        world.use.pricesLoaded(event);

        assertThat(world.store.count(world.stock)).isEqualTo(300);
        assertThat(world.messaging.takeSent()).isEmpty();
    }

    @Test
    void announcesNothingWhenNoRowDiffers() {
        world.market.load(world.stock, 300);
        world.use.pricesLoaded(event(1, change(world.stock, world.market.day(0))));
        world.messaging.takeSent();

        world.use.pricesLoaded(event(2, change(world.stock, world.market.day(0))));

        assertThat(world.messaging.takeSent()).isEmpty();
    }

    @Test
    void aChangedBenchmarkMakesTheOthersOutOfDateFromItsFirstChangedRow() {
        world.market.load(world.benchmark, 300);
        world.market.load(world.stock, 300);
        world.use.pricesLoaded(
                event(1, change(world.benchmark, world.market.day(0)), change(world.stock, world.market.day(0))));
        world.messaging.takeSent();
        world.market.load(world.benchmark, 301);

        world.use.pricesLoaded(event(2, change(world.benchmark, world.market.day(300))));

        SignalsOutdated outdated = only(world.messaging.takeSent(), SignalsOutdated.class);
        assertThat(outdated.assets())
                .containsExactly(world.stock.id().value(), world.other.id().value());
        assertThat(outdated.from()).isEqualTo(world.market.day(300));
        assertThat(outdated.reason()).isEqualTo("benchmark_changed");
    }

    /** Three days of three assets and a correction, in one hundred shuffled orders with repeated deliveries. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyOrderOfArrivalEndsInTheSameRows(int seed) {
        Random random = new Random(seed);
        String expected = contentAfter(facts(new Random(0), false));

        for (int round = 0; round < 25; round++) {
            assertThat(contentAfter(facts(random, true))).isEqualTo(expected);
        }
    }

    /** A day of an asset: load(asset, sessions), then the event that tells it. */
    private record Fact(int assetKey, int sessions, boolean correction) {}

    private static List<Fact> facts(Random random, boolean shuffled) {
        List<Fact> facts = new ArrayList<>();
        for (int key = 1; key <= 3; key++) {
            facts.add(new Fact(key, 400, false));
        }
        List<Fact> later = new ArrayList<>();
        for (int sessions = 401; sessions <= 403; sessions++) {
            for (int key = 1; key <= 3; key++) {
                later.add(new Fact(key, sessions, false));
            }
        }
        later.add(new Fact(1, 0, true));
        if (shuffled) {
            Collections.shuffle(facts, random);
            Collections.shuffle(later, random);
            later.addAll(later.subList(0, 3));
        }
        facts.addAll(later);
        return facts;
    }

    private static String contentAfter(List<Fact> facts) {
        World world = new World();
        int[] sessions = new int[4];
        boolean corrected = false;
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            Asset asset = world.market.all(List.of()).get(fact.assetKey() - 1);
            LocalDate from = world.market.day(Math.max(0, fact.sessions() - 1));
            if (fact.correction()) {
                from = world.market.day(350);
                if (!corrected) {
                    world.market.correct(asset, 350);
                }
                corrected = true;
            } else if (fact.sessions() == 400) {
                from = world.market.day(0);
            }
            sessions[fact.assetKey()] = Math.max(sessions[fact.assetKey()], fact.sessions());
            world.market.load(asset, sessions[fact.assetKey()]);
            world.use.pricesLoaded(event(i, change(asset, from)));
        }
        world.deliverOutdated();
        return world.store.content();
    }

    @Test
    void recomputesAllOnRequestInBoundedPortions() {
        for (int i = 0; i < ComputeSignals.ASSETS_PER_EVENT; i++) {
            world.market.add("X" + i);
        }

        world.use.recompute(new RecomputeRequested(new UUID(9, 9), List.of("all")));

        List<Announcement> sent = world.messaging.takeSent();
        assertThat(sent).hasSize(2);
        assertThat(JSON.read(sent.get(0).detail(), SignalsOutdated.class).assets())
                .hasSize(500);
        assertThat(JSON.read(sent.get(1).detail(), SignalsOutdated.class).assets())
                .hasSize(3);
        assertThat(JSON.read(sent.get(1).detail(), SignalsOutdated.class).from())
                .isNull();
    }

    @Test
    void recomputesNamedAssetsOnRequest() {
        world.market.load(world.stock, 300);

        world.use.recompute(new RecomputeRequested(new UUID(9, 9), List.of("AAA")));
        world.deliverOutdated();

        assertThat(world.store.count(world.stock)).isEqualTo(300);
    }

    @Test
    void failsOnAnAssetThatIsNotInTheBooks() {
        UUID unknown = new UUID(7, 7);
        PricesLoaded event = new PricesLoaded(
                new UUID(1, 1),
                new UUID(1, 2),
                new UUID(1, 3),
                List.of(new ChangedAsset(unknown, world.market.day(0), world.market.day(1))),
                NOW);

        assertThatThrownBy(() -> world.use.pricesLoaded(event))
                .isInstanceOf(AppException.class)
                .hasMessageContaining(unknown.toString());
    }

    private static PricesLoaded event(int number, ChangedAsset... assets) {
        return new PricesLoaded(new UUID(1, number), new UUID(2, number), new UUID(3, number), List.of(assets), NOW);
    }

    private static ChangedAsset change(Asset asset, LocalDate from) {
        return new ChangedAsset(asset.id().value(), from, from);
    }

    private static <T> T only(List<Announcement> sent, Class<T> type) {
        List<T> found = sent.stream()
                .filter(announcement -> announcement.detailType().equals(type.getSimpleName()))
                .map(announcement -> JSON.read(announcement.detail(), type))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** The benchmark, two stocks, and the use case over fakes. */
    private static final class World {
        final FakeMarket market = new FakeMarket();
        final FakeSignalStore store = new FakeSignalStore();
        final FakeMessaging messaging = new FakeMessaging();
        final Asset benchmark = market.add("SPY");
        final Asset stock = market.add("AAA");
        final Asset other = market.add("BBB");
        final ComputeSignals use = useCase();

        private ComputeSignals useCase() {
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            BenchmarkAsset spy = new BenchmarkAsset(market, Symbol.parse("SPY"));
            return new ComputeSignals(
                    () -> new SignalUpdate(market, spy, store, clock, UUID::randomUUID),
                    new ChangedAssets(market, spy),
                    _ -> {},
                    messaging,
                    messaging,
                    messaging,
                    JSON,
                    clock);
        }

        /** Hands what the function told itself back to it, until it has nothing more to say. */
        void deliverOutdated() {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                List<Announcement> outdated = messaging.takeSent().stream()
                        .filter(announcement -> announcement.detailType().equals("SignalsOutdated"))
                        .toList();
                if (outdated.isEmpty()) {
                    return;
                }
                outdated.forEach(announcement -> use.outdated(JSON.read(announcement.detail(), SignalsOutdated.class)));
            }
            throw new IllegalStateException("the function keeps telling itself that signals are out of date");
        }
    }
}
