package io.lumia.platform.database;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Transactions} over Micronaut's transaction manager. A nested call joins the outer transaction. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransactions.class);
    private static final long FIRST_WAIT_MILLIS = 20;

    private final TransactionOperations<Connection> operations;

    JdbcTransactions(TransactionOperations<Connection> operations) {
        this.operations = operations;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (operations.findTransactionStatus().isPresent()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return operations.executeWrite(_ -> work.get());
            } catch (RuntimeException e) {
                if (attempt == MAX_ATTEMPTS || !isTransient(e)) {
                    throw translated(e);
                }
                LOG.warn(
                        "transaction attempt {} of {} failed and is tried again: {}",
                        attempt,
                        MAX_ATTEMPTS,
                        e.getMessage());
                pause(attempt);
            }
        }
    }

    private static RuntimeException translated(RuntimeException failure) {
        if (failure instanceof AppException || !isConnectionLoss(failure)) {
            return failure;
        }
        return new AppException(
                ErrorCode.DATABASE_UNAVAILABLE,
                "the database could not be reached in %d attempts: %s".formatted(MAX_ATTEMPTS, failure.getMessage()),
                failure);
    }

    private static boolean isTransient(Throwable failure) {
        return sqlState(failure)
                .filter(state -> state.equals("40001") || state.equals("40P01") || state.startsWith("08"))
                .isPresent();
    }

    private static boolean isConnectionLoss(Throwable failure) {
        return sqlState(failure).filter(state -> state.startsWith("08")).isPresent();
    }

    private static Optional<String> sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }

    private static void pause(int attempt) {
        long bound = FIRST_WAIT_MILLIS << attempt;
        try {
            Thread.sleep(bound / 2 + ThreadLocalRandom.current().nextLong(bound / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(
                    ErrorCode.DATABASE_UNAVAILABLE, "interrupted while waiting to try a transaction again", e);
        }
    }
}
