package io.lumia.accounts.quota.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.partner.testing.MovingClock;
import io.lumia.accounts.quota.ForgetIdleQuotas;
import io.lumia.accounts.quota.QuotaDecision;
import io.lumia.accounts.quota.QuotaSubject;
import io.lumia.accounts.quota.QuotaTier;
import io.lumia.accounts.quota.Quotas;
import io.lumia.accounts.quota.Quotas.Taken;
import io.lumia.accounts.quota.TakeQuota;
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
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcQuotasTest {

    private static final Instant START = Instant.parse("2026-11-29T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final QuotaSubject ANN = new QuotaSubject("user/ann");
    private static final QuotaSubject BOB = new QuotaSubject("user/bob");

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final ApplicationContext context = ApplicationContext.run(withConnections(database, 16));
    private final Quotas quotas = context.getBean(Quotas.class);

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void grantsUpToTheLimitAndThenSaysWhenAgain() {
        assertThat(take(3, 0)).isEqualTo(new Taken(true, 1, START, START.plus(HOUR)));
        assertThat(take(3, 10)).isEqualTo(new Taken(true, 2, START.plusSeconds(10), START.plus(HOUR)));
        assertThat(take(3, 20)).isEqualTo(new Taken(true, 3, START.plusSeconds(20), START.plus(HOUR)));
        assertThat(take(3, 30)).isEqualTo(new Taken(false, 3, START.plusSeconds(30), START.plus(HOUR)));

        assertThat(quotas.take(BOB, 3, HOUR, START).granted()).isTrue();
    }

    @Test
    void aGrantLeavesTheWindowAfterExactlyAnHour() {
        take(2, 0);
        take(2, 1_000);

        assertThat(quotas.take(ANN, 2, HOUR, START.plus(HOUR).minusNanos(1_000)).granted())
                .isFalse();
        assertThat(quotas.take(ANN, 2, HOUR, START.plus(HOUR)))
                .isEqualTo(new Taken(
                        true, 2, START.plus(HOUR), START.plusSeconds(1_000).plus(HOUR)));
        assertThat(take(2, 4_599).granted()).isFalse();
        assertThat(take(2, 4_600).granted()).isTrue();
    }

    /** A fixed window would grant 3 at 3599 s and 3 more at 3600 s. */
    @Test
    void theTurnOfAnHourGivesNothing() {
        IntStream.range(0, 3).forEach(_ -> take(3, 3_599));

        assertThat(take(3, 3_600).granted()).isFalse();
        assertThat(take(3, 7_198).granted()).isFalse();
        assertThat(take(3, 7_199)).isEqualTo(new Taken(true, 1, START.plusSeconds(7_199), START.plusSeconds(10_799)));
    }

    @Test
    void aClockThatIsBehindCountsAsTheNewestGrant() {
        take(2, 100);

        assertThat(take(2, 40)).isEqualTo(new Taken(true, 2, START.plusSeconds(100), START.plusSeconds(3_700)));
        assertThat(take(2, 3_699).granted()).isFalse();
        assertThat(take(2, 3_700)).isEqualTo(new Taken(true, 1, START.plusSeconds(3_700), START.plusSeconds(7_300)));
    }

    @Test
    void anotherLimitCountsWhatWasGrantedBefore() {
        IntStream.range(0, 3).forEach(_ -> take(3, 0));

        assertThat(take(3, 1).granted()).isFalse();
        assertThat(take(5, 1).used()).isEqualTo(4);
        assertThat(take(5, 1).used()).isEqualTo(5);
        assertThat(take(5, 1).granted()).isFalse();
        assertThat(take(2, 2)).isEqualTo(new Taken(false, 2, START.plusSeconds(2), START.plusSeconds(3_601)));
        assertThat(take(2, 3_601)).extracting(Taken::granted, Taken::used).containsExactly(true, 1);
    }

    @Test
    void keepsNoMoreRowsThanTheLimit() throws SQLException {
        for (int hour = 0; hour < 30; hour++) {
            for (int i = 0; i < 12; i++) {
                take(10, hour * 3_600 + i);
            }
        }

        assertThat(count("accounts.quota_grant")).isEqualTo(10);
        assertThat(count("accounts.quota_subject")).isEqualTo(1);
    }

    @Test
    void forgetsWhoDoesNotComeAnyMore() throws SQLException {
        MovingClock clock = new MovingClock(START);
        TakeQuota taking = new TakeQuota(quotas, clock);
        taking.take(ANN, QuotaTier.ANONYMOUS);
        clock.move(Duration.ofMinutes(90));
        taking.take(BOB, QuotaTier.ANONYMOUS);
        clock.move(Duration.ofMinutes(31));

        assertThat(new ForgetIdleQuotas(quotas, clock).forget()).isEqualTo(1);

        assertThat(count("accounts.quota_subject")).isEqualTo(1);
        assertThat(count("accounts.quota_grant")).isEqualTo(1);
        assertThat(taking.take(BOB, QuotaTier.ANONYMOUS))
                .isInstanceOfSatisfying(QuotaDecision.Granted.class, granted -> assertThat(granted.remaining())
                        .isEqualTo(98));
    }

    /**
     * 16 threads ask 12,000 times within about four hours of a common clock that each reads for itself, so that requests
     * arrive out of order, in bursts and pauses, while another thread forgets the idle. Then every decision is checked
     * against all grants: at no time did more than the limit lie in the hour before, and each refusal had exactly the limit.
     */
    @Test
    void isExactWhileManyAskAtOnce() throws Exception {
        int limit = 250;
        AtomicLong clockMillis = new AtomicLong();
        List<Taken> decisions = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(17)) {
            List<Future<List<Taken>>> running = IntStream.range(0, 16)
                    .mapToObj(number -> threads.submit(() -> ask(limit, 750, clockMillis, new Random(number))))
                    .toList();
            Future<?> forgetting = threads.submit(() -> forgetOften(clockMillis));
            for (Future<List<Taken>> one : running) {
                decisions.addAll(one.get());
            }
            forgetting.get();
        }

        long[] grants = decisions.stream()
                .filter(Taken::granted)
                .mapToLong(taken -> micros(taken.decidedAt()))
                .sorted()
                .toArray();
        long hour = HOUR.toSeconds() * 1_000_000;
        assertThat(decisions).hasSize(12_000);
        assertThat(grants.length).isBetween(3 * limit, 6 * limit);
        assertThat(IntStream.range(limit, grants.length).filter(i -> grants[i] - grants[i - limit] < hour))
                .as("grants that made more than %d within an hour", limit)
                .isEmpty();
        assertThat(decisions.stream()
                        .filter(taken -> !taken.granted())
                        .filter(taken -> countWithin(grants, micros(taken.decidedAt()), hour) != limit))
                .as("refusals though fewer than %d lay in the hour before", limit)
                .isEmpty();
    }

    /** What is said to remain is what remains: alone, each answer is checked against a list in memory. */
    @Test
    void saysHowManyWereUsed() {
        Random random = new Random(5);
        List<Instant> granted = new ArrayList<>();
        Instant now = START;

        for (int i = 0; i < 2_000; i++) {
            now = now.plusMillis(random.nextInt(60_000));
            Instant oldest = now.minus(HOUR);
            Taken taken = quotas.take(ANN, 100, HOUR, now);
            if (taken.granted()) {
                granted.add(now);
            }
            List<Instant> inWindow =
                    granted.stream().filter(at -> at.isAfter(oldest)).toList();
            assertThat(taken.used()).isEqualTo(inWindow.size());
            assertThat(taken.freeAt()).isEqualTo(inWindow.getFirst().plus(HOUR));
        }
        assertThat(granted.size()).isBetween(1_000, 1_999);
    }

    private List<Taken> ask(int limit, int times, AtomicLong clockMillis, Random random) {
        List<Taken> decisions = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            // On the average 1.2 s between two of all threads; now and then a pause, after which many are allowed
            // again.
            long step = random.nextInt(400) == 0 ? 240_000 : random.nextInt(1_200);
            Instant now = START.plusMillis(clockMillis.addAndGet(step));
            decisions.add(quotas.take(ANN, limit, HOUR, now));
        }
        return decisions;
    }

    private void forgetOften(AtomicLong clockMillis) {
        for (int i = 0; i < 200; i++) {
            Instant now = START.plusMillis(clockMillis.get());
            quotas.forgetIdle(now.minus(ForgetIdleQuotas.IDLE), 10);
        }
    }

    private static int countWithin(long[] sorted, long through, long length) {
        return (int) IntStream.range(0, sorted.length)
                .filter(i -> sorted[i] <= through && sorted[i] > through - length)
                .count();
    }

    private static long micros(Instant instant) {
        return Duration.between(START, instant).toNanos() / 1_000;
    }

    private Taken take(int limit, long secondsFromStart) {
        return quotas.take(ANN, limit, HOUR, START.plusSeconds(secondsFromStart));
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Map<String, Object> withConnections(EmbeddedDatabase database, int connections) {
        Map<String, Object> properties = database.properties();
        properties.put("datasources.default.maximum-pool-size", connections);
        return properties;
    }
}
