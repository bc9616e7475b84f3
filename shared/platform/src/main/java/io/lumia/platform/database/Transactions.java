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

    /**
     * Runs work once the transaction that this thread is in has been committed, and never if it is undone; at once where
     * there is none. It must neither fail nor ask the database: nothing can be undone any more.
     */
    default void afterCommit(Runnable work) {
        work.run();
    }

    /**
     * Runs work that is one statement, which commits by itself: what BEGIN and COMMIT around it would cost is spared. Tried again and
     * told as {@link #inTransaction} does; within a transaction it is part of that.
     */
    default <T> T inOneStatement(Supplier<T> statement) {
        return inTransaction(statement);
    }
}
