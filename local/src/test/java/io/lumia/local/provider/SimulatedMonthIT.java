package io.lumia.local.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.collection.Attempt;
import io.lumia.collection.CallLedger;
import io.lumia.collection.Item;
import io.lumia.kernel.Symbol;
import io.lumia.local.schedule.Timetable.Tick;
import io.lumia.local.time.Clocks;
import io.lumia.local.time.SimulatedClock;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.ExchangeCalendar;
import io.lumia.platform.database.Transactions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * May 2026 as a job lives it, tick by tick: days that a provider brings late, a split, a company with a new ticker, and a
 * provider that dies on the tenth session.
 */
final class SimulatedMonthIT {

    private static final ExchangeCalendar NEW_YORK = ExchangeCalendar.UNITED_STATES;
    private static final LocalDate HISTORY_UP_TO = LocalDate.of(2026, 4, 30);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 5, 29);
    private static final List<LocalDate> SESSIONS = NEW_YORK.sessions(HISTORY_UP_TO.plusDays(1), LAST_DAY);
    private static final LocalDate RENAMED_ON = SESSIONS.get(5);
    private static final LocalDate SPLIT_ON = SESSIONS.get(7);
    private static final LocalDate DEAD_ON = SESSIONS.get(9);
    private static final String SPLITTING = "SPLT";
    private static final String OLD_SYMBOL = "OLDN";
    private static final String NEW_SYMBOL = "NEWN";
    private static final String[] SYMBOLS = {"AAAA", "BBBB", "CCCC", "DDDD", SPLITTING, OLD_SYMBOL};
    private static final List<String> TODAYS = List.of("AAAA", "BBBB", "CCCC", "DDDD", SPLITTING, NEW_SYMBOL);
    /** As {@code WebProviders} has it. */
    private static final int TRIES_OF_A_CALL = 3;

    @TempDir
    private static Path temporary;

    private static StubMarket market;
    private static StubbedRuntime runtime;

    @BeforeAll
    static void liveTheMonth() throws IOException {
        SimulatedClock clock = new SimulatedClock(Clocks.evening(HISTORY_UP_TO), Clocks.real());
        market = new StubMarket(clock, SYMBOLS)
                .hole("AAAA", SESSIONS.get(1), Clocks.evening(SESSIONS.get(3)))
                .hole("BBBB", SESSIONS.get(2), Clocks.evening(SESSIONS.get(4)))
                .hole("CCCC", SESSIONS.get(6), Clocks.evening(SESSIONS.get(8)))
                .split(SPLITTING, SPLIT_ON, 2)
                .rename(OLD_SYMBOL, NEW_SYMBOL, RENAMED_ON)
                .dies("yahoo", DEAD_ON.atStartOfDay(Clocks.NEW_YORK).toInstant());
        runtime = StubbedRuntime.start(temporary.resolve("data"), clock, market.endpoint());
        runtime.saveJob(SYMBOLS);
        runtime.runNow("backfill");
        for (Tick tick : runtime.ticks(Clocks.evening(HISTORY_UP_TO), Clocks.evening(LAST_DAY))) {
            if (dayOf(tick.at()).equals(RENAMED_ON)) {
                clock.set(tick.at());
                rename();
            }
            runtime.live(tick);
        }
    }

    @AfterAll
    static void stop() {
        if (runtime != null) {
            runtime.close();
        }
        if (market != null) {
            market.close();
        }
    }

    @Test
    void endsAtNinetyNinePercentCompletenessOrMore() {
        List<JsonNode> gaps = runtime.all("/collection/gaps");

        assertThat(gaps).hasSize(SYMBOLS.length).allSatisfy(gap -> {
            assertThat(gap.path("completeness").asDouble()).as(gap.toString()).isGreaterThanOrEqualTo(0.99);
            assertThat(gap.path("unexpected").asInt()).as(gap.toString()).isZero();
            assertThat(gap.path("stale_sessions").asInt()).as(gap.toString()).isZero();
        });
    }

    @Test
    void everyStoredBarIsTheMarketsPrice() {
        List<LocalDate> sessions = NEW_YORK.sessions(StubMarket.FIRST, LAST_DAY);
        for (String symbol : TODAYS) {
            JsonNode prices = runtime.get(
                            "/assets/%s/prices".formatted(symbol), Map.of("adjustment", "split", "limit", "1000"))
                    .path("prices");

            assertThat(prices).as(symbol).hasSize(sessions.size());
            for (JsonNode price : prices) {
                LocalDate day = LocalDate.parse(price.path("date").asText());
                assertThat(price.path("close").asDouble())
                        .as("%s on %s", symbol, day)
                        .isCloseTo(market.adjustedClose(symbol, day), within(1e-6));
            }
        }
    }

    @Test
    void everySessionHasARunAndTheProviderThatAnsweredIsNamed() {
        List<JsonNode> runs = runtime.runs();

        assertThat(runs).hasSize(1 + SESSIONS.size());
        for (JsonNode run : runs.subList(1, runs.size())) {
            LocalDate day = dayOf(Instant.parse(run.path("scheduled_for").asText()));
            String answering = day.isBefore(DEAD_ON) ? "yahoo" : "cboe";
            assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("succeeded");
            assertThat(itemsOf(run)).as(run.toString()).isNotEmpty().allSatisfy(item -> assertThat(
                            item.collecting().provider())
                    .isEqualTo(answering));
        }
    }

    @Test
    void noRunSucceededWithAFailedItem() {
        for (JsonNode run : runtime.runs()) {
            long failed = runtime.items(run).stream()
                    .filter(item -> item.path("status").asText().equals("failed"))
                    .count();
            assertThat(run.path("status").asText().equals("succeeded"))
                    .as(run.toString())
                    .isEqualTo(failed == 0);
        }
    }

    @Test
    void theHistoryTellsThatYahooWasTriedAndCouldNotBeReached() {
        List<Item> items = itemsOf(runtime.runs().getLast());

        assertThat(items).isNotEmpty().allSatisfy(item -> assertThat(
                        item.collecting().attempts())
                .extracting(Attempt::provider, Attempt::outcome)
                .containsExactly(tuple("yahoo", "unreachable"), tuple("cboe", "fetched")));
    }

    @Test
    void theDeadProvidersBreakerIsOpen() {
        assertThat(runtime.bean(CallLedger.class).states())
                .filteredOn(state -> state.provider().equals("yahoo"))
                .singleElement()
                .satisfies(state -> assertThat(state.breaker()).isNotEqualTo("closed"));
    }

    @Test
    void nothingWasFetchedTwiceOnADay() {
        assertThat(market.calls().mostOfOneAddress("cboe")).isEqualTo(1);
        assertThat(market.calls().mostOfOneAddress("yahoo")).isLessThanOrEqualTo(TRIES_OF_A_CALL);
        assertThat(market.calls().mostOfOneAddressBefore("yahoo", DEAD_ON)).isEqualTo(1);
    }

    @Test
    void signalsReachTheLastDay() {
        for (String symbol : TODAYS) {
            assertThat(runtime.get("/signals/" + symbol, Map.of())
                            .path("latest_signals")
                            .path("date")
                            .asText())
                    .as(symbol)
                    .isEqualTo(LAST_DAY.toString());
        }
    }

    private static void rename() {
        AssetCatalog catalog = runtime.bean(AssetCatalog.class);
        Asset asset = catalog.get(OLD_SYMBOL);
        boolean changed = runtime.bean(Transactions.class)
                .inTransaction(() ->
                        catalog.rename(asset.id(), Symbol.parse(OLD_SYMBOL), Symbol.parse(NEW_SYMBOL), RENAMED_ON));
        assertThat(changed).isTrue();
    }

    private static List<Item> itemsOf(JsonNode run) {
        return runtime.itemsOf(UUID.fromString(run.path("id").asText()));
    }

    private static LocalDate dayOf(Instant tick) {
        return tick.atZone(Clocks.NEW_YORK).toLocalDate();
    }
}
