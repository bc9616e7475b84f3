package io.lumia.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fault 9 on a real PostgreSQL: what it cannot do now ends within a bound, by name, and is tried again only where that helps. */
@Timeout(60)
final class DatabaseFaultsTest {

    private static final int WAIT_SECONDS = 30;
    private static final int POOL_SIZE = 2;

    private final EmbeddedDatabase database = EmbeddedDatabase.empty();
    private final ApplicationContext context = ApplicationContext.run(properties());
    private final Transactions transactions = context.getBean(Transactions.class);
    private final Sql sql = context.getBean(Sql.class);
    private final AtomicInteger attempts = new AtomicInteger();

    @BeforeEach
    void fill() {
        transactions.inTransaction(() -> {
            run("CREATE TABLE account (id int PRIMARY KEY, amount int NOT NULL)");
            run("INSERT INTO account VALUES (1, 0), (2, 0)");
        });
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void whoeverFindsThePoolEmptyFailsAfterItsWaitAndIsNotTriedAgain() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(POOL_SIZE);
        CompletableFuture<?>[] holders = {hold(taken, release), hold(taken, release)};
        await(taken);

        AppException failure = failure(() -> run("SELECT 1"));

        release.countDown();
        CompletableFuture.allOf(holders).get(WAIT_SECONDS, TimeUnit.SECONDS);
        assertThat(failure).hasMessageStartingWith("no connection to the database became free");
        assertThat(attempts.get()).as("the work never began").isZero();
    }

    @Test
    void whoeverWaitsForALockedRowFailsAfterItsWaitAndIsNotTriedAgain() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch locked = new CountDownLatch(1);
        CompletableFuture<Void> holder = aside(() -> transactions.inTransaction(() -> {
            run("UPDATE account SET amount = amount + 1 WHERE id = 1");
            locked.countDown();
            await(release);
        }));
        await(locked);

        AppException failure = failure(() -> add(1));

        release.countDown();
        holder.get(WAIT_SECONDS, TimeUnit.SECONDS);
        assertThat(failure).hasMessageStartingWith("a row or table stayed locked by others");
        assertThat(attempts.get()).isEqualTo(1);
        assertThat(amount(1)).isEqualTo(1);
    }

    @Test
    void ofTwoThatWaitForEachOtherOneIsTriedAgainAndBothTakeEffectOnce() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);

        CompletableFuture<Void> other = aside(() -> crossing(2, 1, bothHoldOne));
        crossing(1, 2, bothHoldOne);
        other.get(WAIT_SECONDS, TimeUnit.SECONDS);

        assertThat(amount(1)).isEqualTo(2);
        assertThat(amount(2)).isEqualTo(2);
        assertThat(attempts.get()).isGreaterThan(2);
    }

    @Test
    void whatOthersOverwroteMeanwhileIsTriedAgain() throws Exception {
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);

        CompletableFuture<Void> other = aside(() -> readThenWrite(bothHaveRead));
        readThenWrite(bothHaveRead);
        other.get(WAIT_SECONDS, TimeUnit.SECONDS);

        assertThat(amount(1)).isEqualTo(2);
        assertThat(attempts.get()).isEqualTo(3);
    }

    @Test
    void aStatementThatTakesTooLongIsStoppedAndNotTriedAgain() {
        long start = System.nanoTime();

        AppException failure = failure(() -> {
            attempts.incrementAndGet();
            run("SELECT pg_sleep(60)");
        });

        assertThat(failure).hasMessageStartingWith("a statement was stopped");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(WAIT_SECONDS));
        assertThat(attempts.get()).isEqualTo(1);
    }

    @Test
    void aConnectionThatTheServerEndedFailsByNameAndTheNextWorkHasAnother() {
        AppException failure = failure(() -> run("SELECT pg_terminate_backend(pg_backend_pid())"));

        assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
        transactions.inTransaction(() -> add(1));
        assertThat(amount(1)).isEqualTo(1);
    }

    private void crossing(int first, int second, CyclicBarrier bothHoldOne) {
        AtomicInteger own = new AtomicInteger();
        transactions.inTransaction(() -> {
            add(first);
            if (own.incrementAndGet() == 1) {
                await(bothHoldOne);
            }
            add(second);
        });
    }

    private void readThenWrite(CyclicBarrier bothHaveRead) {
        AtomicInteger own = new AtomicInteger();
        transactions.inTransaction(() -> {
            attempts.incrementAndGet();
            run("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
            int read = amount(1);
            if (own.incrementAndGet() == 1) {
                await(bothHaveRead);
            }
            run("UPDATE account SET amount = %d WHERE id = 1".formatted(read + 1));
        });
    }

    private CompletableFuture<Void> hold(CountDownLatch taken, CountDownLatch release) {
        return aside(() -> transactions.inTransaction(() -> {
            run("SELECT 1");
            taken.countDown();
            await(release);
        }));
    }

    /** On a thread of its own, of which the common pool may have too few. */
    private static CompletableFuture<Void> aside(Runnable work) {
        return CompletableFuture.runAsync(work, command -> Thread.ofVirtual().start(command));
    }

    /** Of work in a transaction of its own, with its code. */
    private AppException failure(Runnable work) {
        AppException failure = catchThrowableOfType(AppException.class, () -> transactions.inTransaction(work));
        assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
        return failure;
    }

    private void add(int account) {
        attempts.incrementAndGet();
        run("UPDATE account SET amount = amount + 1 WHERE id = " + account);
    }

    private int amount(int account) {
        return sql.prepare("SELECT amount FROM account WHERE id = " + account, statement -> {
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private void run(String text) {
        sql.prepare(text, PreparedStatement::execute);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = database.properties();
        properties.put("datasources.default.maximum-pool-size", POOL_SIZE);
        properties.put("datasources.default.connection-timeout", "500");
        properties.put("lumia.database.lock-timeout-seconds", 2);
        properties.put("lumia.database.statement-timeout-seconds", 4);
        return properties;
    }
}
