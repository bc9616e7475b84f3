package io.lumia.platform.database;

import java.util.function.Supplier;

/**
 * Runs work in one database transaction. Serialisation failures, deadlocks and lost connections (40001, 40P01, 08xxx)
 * are tried again at most {@link #MAX_ATTEMPTS} times; the work must therefore be repeatable until it commits.
 */
public interface Transactions {

    int MAX_ATTEMPTS = 4;

    <T> T inTransaction(Supplier<T> work);

    default void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }
}
