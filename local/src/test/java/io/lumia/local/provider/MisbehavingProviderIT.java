package io.lumia.local.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpHandler;
import io.lumia.collection.CallLedger;
import io.lumia.collection.CallLedger.ProviderState;
import io.lumia.collection.Item;
import io.lumia.collection.ItemStatus;
import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.functions.plancollection.ResumeCollection;
import io.lumia.local.time.Clocks;
import io.lumia.local.time.SimulatedClock;
import io.lumia.market.Dataset;
import io.lumia.market.ExchangeCalendar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A provider that does all that providers do, to one share each. Every run is an hour after the one before, so that the
 * breaker, which the first of them opens, lets one call through; the fallback knows none of these shares.
 */
final class MisbehavingProviderIT {

    private static final LocalDate HISTORY_UP_TO = LocalDate.of(2026, 4, 30);
    private static final LocalDate BAD_DAY = LocalDate.of(2026, 5, 1);
    /** Longer than a breaker stays open. */
    private static final Duration BETWEEN_RUNS = Duration.ofMinutes(62);

    private static final int RETRY_AFTER_SECONDS = 1_800;
    private static final String HTML = "<html><body>Welcome</body></html>";
    private static final Map<String, Case> CASES = cases();

    @TempDir
    private static Path temporary;

    private static StubMarket market;
    private static StubbedRuntime runtime;
    private static SimulatedClock clock;
    private static final Map<String, Run> RUNS = new LinkedHashMap<>();
    private static final Map<String, Item> ITEMS = new LinkedHashMap<>();
    private static ProviderState beforeRestart;
    private static ProviderState afterRestart;
    private static JsonNode pricesBeforeItBehaved;

    /**
     * What a provider does and what must come of it.
     *
     * @param outcome of the item; null for one that is put off
     */
    private record Case(HttpHandler answer, String outcome) {}

    private static Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("FAILS", new Case(Misbehaviour.status(500, "text/html", HTML), "unreachable"));
        cases.put("CUTOFF", new Case(Misbehaviour.cutOff(), "unreachable"));
        cases.put("HANGS", new Case(Misbehaviour.hang(), "unreachable"));
        cases.put("DRIPS", new Case(Misbehaviour.drip(), "unreachable"));
        cases.put("WAITS", new Case(Misbehaviour.retryAfter(RETRY_AFTER_SECONDS), "put off"));
        cases.put("WORDS", new Case(Misbehaviour.status(200, "text/plain", "Too Many Requests\r\n"), "put off"));
        cases.put("WEBPAGE", new Case(Misbehaviour.status(200, "text/html", HTML), "schema_changed"));
        cases.put("BOMB", new Case(Misbehaviour.gzipBomb(), "schema_changed"));
        cases.put("REDIR", new Case(Misbehaviour.redirect("https://example.org/elsewhere"), "blocked"));
        cases.put("OTHER", new Case(Misbehaviour.status(200, "application/json", otherSymbol()), "schema_changed"));
        cases.put("DENIES", new Case(Misbehaviour.status(200, "application/json", """
                {"chart":{"result":null,"error":{"code":"Unauthorized","description":"Invalid Crumb"}}}"""), "blocked"));
        return cases;
    }

    private static String otherSymbol() {
        return """
                {"chart":{"result":[{"meta":{"currency":"USD","symbol":"GOOD","instrumentType":"EQUITY",
                "exchangeTimezoneName":"America/New_York","dataGranularity":"1d"},"timestamp":[1777642200],
                "indicators":{"quote":[{"open":[1.0],"high":[1.0],"low":[1.0],"close":[1.0],"volume":[1]}],
                "adjclose":[{"adjclose":[1.0]}]}}],"error":null}}""";
    }

    @BeforeAll
    static void misbehave() throws IOException {
        clock = new SimulatedClock(Clocks.evening(HISTORY_UP_TO), Clocks.real());
        String[] symbols = java.util.stream.Stream.concat(CASES.keySet().stream(), java.util.stream.Stream.of("HALF"))
                .toArray(String[]::new);
        market = new StubMarket(clock, symbols).knowsNothing("cboe");
        runtime = StubbedRuntime.start(temporary.resolve("data"), clock, market.endpoint());
        runtime.saveJob(symbols);
        runtime.runNow("backfill");
        clock.set(Clocks.evening(BAD_DAY));
        market.halfADay("HALF");
        run("HALF");
        CASES.forEach((symbol, bad) -> {
            market.instead(symbol, bad.answer());
            clock.set(clock.instant().plus(BETWEEN_RUNS));
            run(symbol);
        });
        restart();
        pricesBeforeItBehaved = prices("HALF");
        behaveAgain();
    }

    private static void run(String symbol) {
        String job = "only-" + symbol.toLowerCase(Locale.ROOT);
        runtime.saveJob(job, List.of(Dataset.BARS), symbol);
        Run run = runtime.runNow(job, "manual");
        RUNS.put(symbol, run);
        ITEMS.put(symbol, runtime.itemsOf(run.id()).getLast());
    }

    private static void restart() {
        beforeRestart = yahoo();
        Instant stoodAt = clock.instant();
        runtime.close();
        clock.set(stoodAt);
        runtime = StubbedRuntime.start(temporary.resolve("data"), clock, market.endpoint());
        afterRestart = yahoo();
    }

    private static void behaveAgain() {
        market.behave();
        clock.set(clock.instant().plus(BETWEEN_RUNS));
        runtime.bean(ResumeCollection.class).resumeDeferred();
        runtime.awaitIdle();
        runtime.runNow("manual");
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
    void everyItemEndsWithTheOutcomeOfWhatWasDone() {
        CASES.forEach((symbol, bad) -> {
            Item item = ITEMS.get(symbol);
            String outcome = item.notBefore() != null ? "put off" : item.outcome();
            assertThat(outcome).as("%s: %s", symbol, item).isEqualTo(bad.outcome());
        });
    }

    @Test
    void noRunSucceededWhoseItemDidNot() {
        CASES.keySet().forEach(symbol -> assertThat(RUNS.get(symbol).status())
                .as(symbol)
                .isEqualTo(ITEMS.get(symbol).notBefore() != null ? RunStatus.RUNNING : RunStatus.FAILED));
    }

    @Test
    void retryAfterIsObeyed() {
        Item waiting = ITEMS.get("WAITS");

        assertThat(waiting.notBefore())
                .isCloseTo(
                        RUNS.get("WAITS").startedAt().plusSeconds(RETRY_AFTER_SECONDS), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void aDayOfWhichHalfIsThereIsSetAsideAndTheOthersAreKept() {
        Item half = ITEMS.get("HALF");

        assertThat(half.status()).isIn(ItemStatus.LOADED, ItemStatus.UNCHANGED);
        assertThat(RUNS.get("HALF").quarantined()).containsKey("missing_value");
        assertThat(pricesBeforeItBehaved
                        .path(pricesBeforeItBehaved.size() - 1)
                        .path("date")
                        .asText())
                .isEqualTo(HISTORY_UP_TO.toString());
    }

    @Test
    void theBreakerIsRememberedOverARestart() {
        assertThat(beforeRestart.breaker()).isEqualTo("open");
        assertThat(afterRestart).isEqualTo(beforeRestart);
    }

    @Test
    void onceItBehavesOurHistoryIsTheMarkets() {
        List<LocalDate> sessions = ExchangeCalendar.UNITED_STATES.sessions(StubMarket.FIRST, BAD_DAY);
        for (String symbol : ITEMS.keySet()) {
            JsonNode prices = prices(symbol);
            assertThat(prices).as(symbol).hasSize(sessions.size());
            for (JsonNode price : prices) {
                LocalDate day = LocalDate.parse(price.path("date").asText());
                assertThat(price.path("close").asDouble())
                        .as("%s on %s", symbol, day)
                        .isCloseTo(market.close(symbol, day), within(1e-6));
            }
        }
    }

    private static JsonNode prices(String symbol) {
        return runtime.get("/assets/%s/prices".formatted(symbol), Map.of("adjustment", "raw", "limit", "1000"))
                .path("prices");
    }

    private static ProviderState yahoo() {
        return runtime.bean(CallLedger.class).states().stream()
                .filter(state -> state.provider().equals("yahoo"))
                .findFirst()
                .orElseThrow();
    }
}
