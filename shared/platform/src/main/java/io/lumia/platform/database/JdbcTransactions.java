package io.lumia.platform.database;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.retry.Backoff;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link Transactions} over Micronaut's transaction manager. A nested call joins the outer transaction. One that changes
 * something for a request with an idempotency key notes so under the key. What the
 * database could not do now fails as {@code DATABASE_UNAVAILABLE}; {@link DatabaseTrouble} says what is tried again before.
 */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransactions.class);
    private static final Backoff BACKOFF = Backoff.of(MAX_ATTEMPTS, Duration.ofMillis(40), Duration.ofMillis(160));

    private final TransactionOperations<Connection> operations;
    private final IdempotencyKeys keys;

    JdbcTransactions(TransactionOperations<Connection> operations, IdempotencyKeys keys) {
        this.operations = operations;
        this.keys = keys;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return operations.findTransactionStatus().isPresent()
                ? work.get()
                : triedAgain(() -> operations.executeWrite(_ -> noted(work)));
    }

    @Override
    public <T> T inOneStatement(Supplier<T> statement) {
        return operations.findTransactionStatus().isPresent() ? statement.get() : triedAgain(statement);
    }

    private static <T> T triedAgain(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (attempt == MAX_ATTEMPTS || !isTransient(e)) {
                    throw translated(e);
                }
                LOG.warn(
                        "transaction attempt {} of {} failed and is tried again: {}",
                        attempt,
                        MAX_ATTEMPTS,
                        e.getMessage());
                BACKOFF.waitAfter(attempt);
            }
        }
    }

    /** Last, since it then is known whether the work changed anything. */
    private <T> T noted(Supplier<T> work) {
        T result = work.get();
        ClaimScope.current().ifPresent(keys::noteEffect);
        return result;
    }

    @Override
    public void afterCommit(Runnable work) {
        operations
                .findTransactionStatus()
                .ifPresentOrElse(status -> status.registerSynchronization(new AfterCommit(work)), work);
    }

    private record AfterCommit(Runnable work) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            work.run();
        }
    }

    private static RuntimeException translated(RuntimeException failure) {
        return failure instanceof AppException
                ? failure
                : DatabaseTrouble.of(failure)
                        .<RuntimeException>map(trouble ->
                                new AppException(ErrorCode.DATABASE_UNAVAILABLE, trouble.message(failure), failure))
                        .orElse(failure);
    }

    private static boolean isTransient(Throwable failure) {
        return DatabaseTrouble.of(failure).filter(DatabaseTrouble::mayPass).isPresent();
    }
}
