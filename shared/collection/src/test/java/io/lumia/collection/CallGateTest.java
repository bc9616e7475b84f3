package io.lumia.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lumia.collection.CallLedger.KeyQuotas;
import io.lumia.collection.CallLedger.QuotaUse;
import io.lumia.market.provider.web.CallGate;
import io.lumia.market.provider.web.CallGate.Call;
import io.lumia.market.provider.web.CallGate.CallEnd;
import io.lumia.market.provider.web.CallGate.Caller;
import io.lumia.market.provider.web.CallGate.Permission;
import io.lumia.market.provider.web.CallGate.Permission.BreakerOpen;
import io.lumia.market.provider.web.CallGate.Permission.BudgetUsed;
import io.lumia.market.provider.web.CallGate.Permission.Granted;
import io.lumia.market.provider.web.CallGate.Permission.WaitUntil;
import io.lumia.market.provider.web.CallGate.Validators;
import io.lumia.market.provider.web.Quota;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Quotas, breaker and ledger against a real database. */
class CallGateTest {

    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.fresh();
    private static final ApplicationContext CONTEXT = context();
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Call CALL = new Call(null, "chart", "https://stub.example/x");

    private final CallGate gate = CONTEXT.getBean(CallGate.class);
    private final String provider = "stub" + COUNTER.incrementAndGet();

    private static ApplicationContext context() {
        Map<String, Object> properties = DATABASE.properties();
        properties.put("datasources.default.maximum-pool-size", 8);
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(properties)
                .start();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void grantsAsManyAsAllowedInAnyStretchAndSaysWhenTheNextMayGo() {
        Caller caller = caller("2/1s");

        assertThat(askAndEnd(caller, 0)).isInstanceOf(Granted.class);
        assertThat(askAndEnd(caller, 600)).isInstanceOf(Granted.class);
        assertThat(gate.enter(caller, CALL, at(900))).isEqualTo(new WaitUntil(at(1_000), "2 calls per 1 s are used"));
        assertThat(askAndEnd(caller, 1_000)).isInstanceOf(Granted.class);
        assertThat(gate.enter(caller, CALL, at(1_100))).isEqualTo(new WaitUntil(at(1_600), "2 calls per 1 s are used"));
    }

    @Test
    void aCallCountsFromWhenItMayHaveArrived() {
        Caller caller = caller("1/1s");
        long slow = granted(gate.enter(caller, CALL, at(0)));

        assertThat(gate.enter(caller, CALL, at(500))).isEqualTo(new WaitUntil(at(1_500), "1 calls per 1 s are used"));
        gate.end(slow, end(700, "fetched"));
        assertThat(gate.enter(caller, CALL, at(1_600))).isEqualTo(new WaitUntil(at(1_700), "1 calls per 1 s are used"));
        assertThat(gate.enter(caller, CALL, at(1_700))).isInstanceOf(Granted.class);
    }

    @Test
    void allQuotasHoldTogetherAndAUsedDayIsABudget() {
        Caller caller = caller("2/1s,3/1d");

        for (int second = 0; second < 3; second++) {
            assertThat(askAndEnd(caller, second * 1_000)).isInstanceOf(Granted.class);
        }

        assertThat(gate.enter(caller, CALL, at(5_000)))
                .isEqualTo(new BudgetUsed(START.plus(Duration.ofDays(1)), "3 calls per 86400 s are used"));
        assertThat(gate.enter(caller, CALL, START.plus(Duration.ofDays(1)))).isInstanceOf(Granted.class);
    }

    @Test
    void anotherKeyHasItsOwnQuotas() {
        Caller one = new Caller(provider, "aaaa", Quota.parse("1/1d"));
        Caller other = new Caller(provider, "bbbb", Quota.parse("1/1d"));

        assertThat(gate.enter(one, CALL, START)).isInstanceOf(Granted.class);
        assertThat(gate.enter(one, CALL, at(1))).isInstanceOf(BudgetUsed.class);
        assertThat(gate.enter(other, CALL, at(1))).isInstanceOf(Granted.class);
    }

    @Test
    void tellsOfSeveralKeysAtOnceWhatEachHasUsedOfItsQuotas() {
        askAndEnd(new Caller(provider, "aaaa", Quota.parse("5/1d")), 0);
        askAndEnd(new Caller(provider, "aaaa", Quota.parse("5/1d")), 5_000);
        askAndEnd(new Caller(provider, "bbbb", Quota.parse("5/1d")), 5_500);
        Quota second = Quota.of(2, Duration.ofSeconds(1));
        Quota day = Quota.of(5, Duration.ofDays(1));

        List<List<QuotaUse>> uses = CONTEXT.getBean(CallLedger.class)
                .uses(
                        List.of(
                                new KeyQuotas(provider, "bbbb", List.of(day)),
                                new KeyQuotas("nobody", "aaaa", List.of(day)),
                                new KeyQuotas(provider, "cccc", List.of()),
                                new KeyQuotas(provider, "aaaa", List.of(second, day))),
                        at(5_600));

        assertThat(uses.get(0)).extracting(QuotaUse::quota, QuotaUse::used).containsExactly(tuple(day, 1));
        assertThat(uses.get(1)).containsExactly(new QuotaUse(day, 0, null));
        assertThat(uses.get(2)).isEmpty();
        assertThat(uses.get(3))
                .extracting(QuotaUse::quota, QuotaUse::used)
                .containsExactly(tuple(second, 1), tuple(day, 2));
        assertThat(CONTEXT.getBean(CallLedger.class).uses(List.of(), at(0))).isEmpty();
    }

    @Test
    void aRestartForgetsNothing() {
        Caller caller = caller("1/1d");
        askAndEnd(caller, 0);

        try (ApplicationContext restarted = context()) {
            assertThat(restarted.getBean(CallGate.class).enter(caller, CALL, at(10_000)))
                    .isInstanceOf(BudgetUsed.class);
        }
    }

    @Test
    void eightThreadsAndTwoProcessesTogetherNeverExceedAQuota() throws Exception {
        Caller caller = caller("2/1s");
        try (ApplicationContext otherProcess = context();
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<List<Instant>>> workers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                CallGate mine = i % 2 == 0 ? gate : otherProcess.getBean(CallGate.class);
                workers.add(() -> callUntil(mine, caller, Instant.now().plusMillis(4_500)));
            }
            List<Instant> arrivals = new ArrayList<>();
            for (Future<List<Instant>> worker : threads.invokeAll(workers, 60, TimeUnit.SECONDS)) {
                arrivals.addAll(worker.get());
            }
            arrivals.sort(Instant::compareTo);

            assertThat(arrivals).hasSizeBetween(2, 10);
            for (int i = 2; i < arrivals.size(); i++) {
                assertThat(Duration.between(arrivals.get(i - 2), arrivals.get(i)))
                        .as("call %d after the one two before it", i)
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            }
        }
    }

    private static List<Instant> callUntil(CallGate gate, Caller caller, Instant stop) throws InterruptedException {
        List<Instant> arrivals = new ArrayList<>();
        while (Instant.now().isBefore(stop)) {
            switch (gate.enter(caller, CALL, Instant.now())) {
                case Granted granted -> {
                    arrivals.add(Instant.now());
                    gate.end(
                            granted.callId(),
                            new CallEnd(Instant.now(), 200, "fetched", 1, Validators.NONE, Duration.ZERO, ""));
                }
                case WaitUntil wait ->
                    Thread.sleep(Math.max(
                            1, Duration.between(Instant.now(), wait.until()).toMillis()));
                case BreakerOpen open -> throw new IllegalStateException(open.toString());
                case BudgetUsed used -> throw new IllegalStateException(used.toString());
            }
        }
        return arrivals;
    }

    @Test
    void fiveFailuresInARowOpenTheBreakerAndOneProbeClosesIt() {
        Caller caller = caller("1000/1s");
        for (String outcome : List.of("unreachable", "blocked", "schema_changed", "bad_key")) {
            fail(caller, outcome, 0);
        }
        assertThat(gate.enter(caller, CALL, at(1))).isInstanceOf(Granted.class);
        fail(caller, "unreachable", 2);

        assertThat(gate.enter(caller, CALL, at(3))).isEqualTo(new BreakerOpen(at(60_002)));
        assertThat(state().breaker()).isEqualTo("open");
        assertThat(state().lastFailure()).startsWith("unreachable: ");

        long probe = granted(gate.enter(caller, CALL, at(60_002)));
        assertThat(gate.enter(caller, CALL, at(60_003))).isInstanceOf(BreakerOpen.class);
        assertThat(state().breaker()).isEqualTo("half_open");

        gate.end(probe, end(60_100, "empty_confirmed"));
        assertThat(state().breaker()).isEqualTo("closed");
        assertThat(gate.enter(caller, CALL, at(60_101))).isInstanceOf(Granted.class);
    }

    @Test
    void aFailedProbeOpensForTwiceAsLongUpToAnHour() {
        Caller caller = caller("1000/1s");
        Instant now = START;
        for (int i = 0; i < 5; i++) {
            end(caller, now, "unreachable");
        }
        List<Duration> open = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Instant until = ((BreakerOpen) gate.enter(caller, CALL, now.plusMillis(1))).until();
            open.add(Duration.between(now, until));
            now = until;
            end(caller, now, "unreachable");
        }

        assertThat(open.stream().map(Duration::toMinutes)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void oneOfEightThreadsGetsTheProbe() throws Exception {
        Caller caller = caller("1000/1s");
        for (int i = 0; i < 5; i++) {
            end(caller, START, "unreachable");
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Permission>> workers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                workers.add(() -> gate.enter(caller, CALL, at(60_000)));
            }
            List<Permission> permissions = new ArrayList<>();
            for (Future<Permission> worker : threads.invokeAll(workers)) {
                permissions.add(worker.get());
            }

            assertThat(permissions).filteredOn(Granted.class::isInstance).hasSize(1);
            assertThat(permissions).filteredOn(BreakerOpen.class::isInstance).hasSize(7);
        }
    }

    @Test
    void aProbeThatDiedWithItsProcessGivesWayToAnother() {
        Caller caller = caller("1000/1s");
        for (int i = 0; i < 5; i++) {
            end(caller, START, "unreachable");
        }
        long dead = granted(gate.enter(caller, CALL, at(60_000)));

        assertThat(gate.enter(caller, CALL, at(359_999))).isEqualTo(new BreakerOpen(at(360_000)));
        long probe = granted(gate.enter(caller, CALL, at(360_000)));
        gate.end(dead, end(360_001, "fetched"));
        assertThat(state().breaker()).isEqualTo("half_open");
        gate.end(probe, end(360_002, "fetched"));
        assertThat(state().breaker()).isEqualTo("closed");
    }

    @Test
    void aSuccessBetweenStartsTheCountAgainAndThrottlingCountsAsNeither() {
        Caller caller = caller("1000/1s");
        for (int i = 0; i < 4; i++) {
            end(caller, START, "unreachable");
        }
        end(caller, START, "fetched");
        for (int i = 0; i < 4; i++) {
            end(caller, START, "unreachable");
            end(caller, START, "plan_limit");
        }

        assertThat(state().breaker()).isEqualTo("closed");
        assertThat(state().consecutiveFailures()).isEqualTo(4);
    }

    @Test
    void whatTheProviderAsksUsToWaitIsWaitedByAll() {
        Caller caller = caller("1000/1s");
        long call = granted(gate.enter(caller, CALL, at(0)));
        gate.end(call, new CallEnd(at(10), 429, "throttled", 0, Validators.NONE, Duration.ofSeconds(7), "429"));

        assertThat(gate.enter(caller, CALL, at(7_009)))
                .isEqualTo(new WaitUntil(at(7_010), "the provider asked us to wait"));
        assertThat(gate.enter(caller, CALL, at(7_010))).isInstanceOf(Granted.class);
    }

    @Test
    void theLedgerHasEveryCallAndEndingItTwiceChangesNothing() throws SQLException {
        Caller caller = caller("10/1s");
        long call = granted(gate.enter(caller, CALL, at(0)));
        gate.end(
                call,
                new CallEnd(
                        at(250),
                        200,
                        "fetched",
                        1_234,
                        new Validators("\"v1\"", "Wed, 25 Nov 2026 09:00:00 GMT"),
                        Duration.ZERO,
                        "nul \0"));
        gate.end(call, end(900, "unreachable"));
        granted(gate.enter(caller, CALL, at(1_000)));

        assertThat(query(
                        "SELECT string_agg(concat_ws(' ', kind, address, status, outcome, bytes, etag, extract(epoch FROM ended_at - started_at)::float8), '; ' ORDER BY call_id)"
                                + " FROM collection.provider_call WHERE provider = '" + provider + "'"))
                .isEqualTo(
                        "chart https://stub.example/x 200 fetched 1234 \"v1\" 0.25; chart https://stub.example/x 0 0 ");
    }

    @Test
    void remembersNoValidatorsOfAnAnswerThatIsNotInOurBooks() {
        Caller caller = caller("10/1s");
        long call = granted(gate.enter(caller, CALL, at(0)));
        gate.end(call, new CallEnd(at(1), 200, "fetched", 1, new Validators("\"v1\"", ""), Duration.ZERO, ""));

        assertThat(gate.validators(provider, CALL.address())).isEmpty();
    }

    @Test
    void prunesWhatIsOlderThanFourHundredDays() throws SQLException {
        Caller caller = caller("10/1s");
        Instant now = Instant.parse("2031-01-01T00:00:00Z");
        end(caller, now.minus(Duration.ofDays(401)), "fetched");
        end(caller, now.minus(Duration.ofDays(399)), "fetched");

        CONTEXT.getBean(CallLedger.class).prune(now, 1_000);

        assertThat(query("SELECT count(*) FROM collection.provider_call WHERE provider = '" + provider + "'"))
                .isEqualTo("1");
    }

    private Caller caller(String quotas) {
        return new Caller(provider, "keyless", Quota.parse(quotas));
    }

    private static Instant at(long millis) {
        return START.plusMillis(millis);
    }

    private Permission askAndEnd(Caller caller, long millis) {
        Permission permission = gate.enter(caller, CALL, at(millis));
        gate.end(granted(permission), end(millis, "fetched"));
        return permission;
    }

    private void fail(Caller caller, String outcome, long millis) {
        end(caller, at(millis), outcome);
    }

    private void end(Caller caller, Instant at, String outcome) {
        gate.end(
                granted(gate.enter(caller, CALL, at)),
                new CallEnd(at, 0, outcome, 0, Validators.NONE, Duration.ZERO, "because"));
    }

    private static CallEnd end(long millis, String outcome) {
        return new CallEnd(at(millis), 200, outcome, 1, Validators.NONE, Duration.ZERO, "");
    }

    private static long granted(Permission permission) {
        assertThat(permission).isInstanceOf(Granted.class);
        return ((Granted) permission).callId();
    }

    private CallLedger.ProviderState state() {
        return CONTEXT.getBean(CallLedger.class).states().stream()
                .filter(state -> state.provider().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
