package io.lumia.accounts.partner.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.UserId;
import io.lumia.accounts.partner.CountUsage;
import io.lumia.accounts.partner.KeyUsage;
import io.lumia.accounts.partner.UsageOf;
import io.lumia.accounts.partner.testing.MovingClock;
import io.lumia.platform.time.RandomIdSource;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyUsageTest {

    private static final UserId OWNER = new UserId(new UUID(0, 1));
    private static final UserId STRANGER = new UserId(new UUID(0, 2));
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(1, 2);
    private static final LocalDate DAY = LocalDate.parse("2026-11-29");

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final ApplicationContext context = ApplicationContext.run(database.properties());
    private final KeyUsage usage = context.getBean(KeyUsage.class);
    private final MovingClock clock = MovingClock.at("2026-11-29T23:59:00Z");

    @BeforeEach
    void keys() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                INSERT INTO accounts.partner_key (key_id, owner_id, name, mode, hint, pepper_version, key_hash, scopes,
                                                  addresses, created_at)
                SELECT cast(id AS uuid), '00000000-0000-0000-0000-000000000001', 'n', 'live', 'h', 1, id, '{}', '{}',
                       '2026-11-29T00:00:00Z'
                  FROM unnest(ARRAY['00000000-0000-0001-0000-000000000001', '00000000-0000-0001-0000-000000000002']) AS id
                """);
        }
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void countsExactlyWhileManyCount() throws Exception {
        List<CountUsage> processes = List.of(counting(1), counting(2), counting(3));

        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            Collection<Future<?>> running = IntStream.range(0, 12)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> countThousand(processes.get(number % 3))))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }
        processes.forEach(CountUsage::flush);

        assertThat(usage.read(OWNER, ONE, DAY, DAY))
                .containsExactly(
                        new KeyUsage.Line(DAY, "getPrices", 6_000), new KeyUsage.Line(DAY, "getSignals", 3_000));
        assertThat(usage.read(OWNER, TWO, DAY, DAY)).containsExactly(new KeyUsage.Line(DAY, "getPrices", 3_000));
    }

    @Test
    void writesWhenEnoughWaitOrWaitLongEnough() {
        CountUsage counting = counting(1);

        IntStream.range(0, CountUsage.MAX_WAITING - 1).forEach(_ -> counting.count(ONE, "getPrices"));
        assertThat(usage.read(OWNER, ONE, DAY, DAY)).isEmpty();
        counting.count(ONE, "getPrices");
        assertThat(usage.read(OWNER, ONE, DAY, DAY).getFirst().calls()).isEqualTo(100);
        counting.count(ONE, "getPrices");
        assertThat(usage.read(OWNER, ONE, DAY, DAY).getFirst().calls()).isEqualTo(100);
        clock.move(CountUsage.LONGEST_WAIT);
        counting.count(ONE, "getPrices");

        assertThat(usage.read(OWNER, ONE, DAY, DAY).getFirst().calls()).isEqualTo(102);
    }

    @Test
    void whatWaitsIsWrittenByWhateverComesNext() {
        CountUsage counting = counting(1);
        clock.move(CountUsage.LONGEST_WAIT);
        counting.count(ONE, "getPrices");
        counting.count(ONE, "getPrices");

        counting.keepUp();
        assertThat(usage.read(OWNER, ONE, DAY, DAY).getFirst().calls()).isEqualTo(1);
        clock.move(CountUsage.LONGEST_WAIT);
        counting.keepUp();

        assertThat(usage.read(OWNER, ONE, DAY, DAY).getFirst().calls()).isEqualTo(2);
    }

    @Test
    void aCallBelongsToItsUtcDay() {
        CountUsage counting = counting(1);

        counting.count(ONE, "getPrices");
        clock.move(Duration.ofMinutes(1));
        counting.count(ONE, "getPrices");
        counting.flush();

        assertThat(usage.read(OWNER, ONE, DAY, DAY.plusDays(1)))
                .containsExactly(
                        new KeyUsage.Line(DAY, "getPrices", 1), new KeyUsage.Line(DAY.plusDays(1), "getPrices", 1));
    }

    @Test
    void theSameBatchTwiceCountsOnce() {
        SortedMap<UsageOf, Long> calls = new TreeMap<>(Map.of(new UsageOf(ONE, DAY, "getPrices"), 7L));

        usage.add(new UUID(9, 9), calls);
        usage.add(new UUID(9, 9), calls);

        assertThat(usage.read(OWNER, ONE, DAY, DAY)).containsExactly(new KeyUsage.Line(DAY, "getPrices", 7));
    }

    @Test
    void aWriteThatFailedIsFinishedByTheNextWithoutCountingTwice() {
        Stumbling stumbling = new Stumbling(usage);
        CountUsage counting = new CountUsage(stumbling, new RandomIdSource(clock, new Random(1)), clock);

        IntStream.range(0, 100).forEach(_ -> counting.count(ONE, "getPrices"));
        IntStream.range(0, 100).forEach(_ -> counting.count(ONE, "getPrices"));
        counting.flush();

        assertThat(stumbling.failures).isEqualTo(1);
        assertThat(usage.read(OWNER, ONE, DAY, DAY)).containsExactly(new KeyUsage.Line(DAY, "getPrices", 200));
    }

    @Test
    void anotherOwnersUsageIsNotThere() {
        usage.add(new UUID(9, 9), new TreeMap<>(Map.of(new UsageOf(ONE, DAY, "getPrices"), 7L)));

        assertThat(usage.read(STRANGER, ONE, DAY, DAY)).isEmpty();
        assertThatThrownBy(() -> usage.read(OWNER, ONE, DAY, DAY.minusDays(1))).hasMessageStartingWith("start");
        assertThatThrownBy(() -> usage.read(OWNER, ONE, DAY.minusDays(401), DAY))
                .hasMessageStartingWith("start");
    }

    /** 500 of one, 250 of another operation, 250 by another key. */
    private static void countThousand(CountUsage counting) {
        for (int i = 0; i < 1_000; i++) {
            counting.count(i % 4 == 3 ? TWO : ONE, i % 4 == 2 ? "getSignals" : "getPrices");
        }
    }

    private CountUsage counting(int seed) {
        return new CountUsage(usage, new RandomIdSource(clock, new Random(seed)), clock);
    }

    /** The first batch is written, but its answer does not come: a connection cut after the commit. */
    private static final class Stumbling implements KeyUsage {

        private final KeyUsage usage;
        private int failures;

        Stumbling(KeyUsage usage) {
            this.usage = usage;
        }

        @Override
        public void add(UUID batchId, SortedMap<UsageOf, Long> calls) {
            usage.add(batchId, calls);
            if (failures == 0) {
                failures++;
                throw new IllegalStateException("the connection is gone");
            }
        }

        @Override
        public List<Line> read(UserId owner, UUID keyId, LocalDate from, LocalDate through) {
            return usage.read(owner, keyId, from, through);
        }
    }
}
