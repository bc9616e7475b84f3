package io.lumia.platform.database;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.retry.Backoff;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Transactions} over Micronaut's transaction manager. A nested call joins the outer transaction. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransactions.class);
    private static final Backoff BACKOFF = Backoff.of(MAX_ATTEMPTS, Duration.ofMillis(40), Duration.ofMillis(160));

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
                BACKOFF.waitAfter(attempt);
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
}
