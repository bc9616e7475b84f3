package io.lumia.platform.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be the matter with the database, told from SQLSTATE (PostgreSQL 17, appendix A). All of it may be otherwise
 * later; only what usually is otherwise at once is tried again at once.
 */
enum DatabaseTrouble {
    /** 40001: others wrote what this transaction had read. */
    SERIALIZATION(true, "the transaction met others that wrote the same"),
    /** 40P01: it was chosen to give way. */
    DEADLOCK(true, "the transaction waited for another that waited for it"),
    /** Class 08: lost, refused, cut. */
    CONNECTION(true, "the database could not be reached"),
    /** The pool had no connection within its wait; that was the wait. */
    POOL(false, "no connection to the database became free"),
    /** 55P03: {@code lock_timeout}. */
    LOCK(false, "a row or table stayed locked by others"),
    /** 57014: {@code statement_timeout}, or a person. */
    STATEMENT(false, "a statement was stopped, by its time limit or by a person"),
    /** 57P01 to 57P03, 53300: it goes down, comes up, or has too many callers. */
    SERVER(false, "the database takes no work now");

    private static final int MAX_CAUSES = 20;

    /**
     * What the pool says, without an SQLSTATE, of a connection that it gave up since the server or the network ended it. Where
     * that happens at the commit, it is all that is left of the failure.
     */
    private static final String CLOSED = "Connection is closed";

    private final boolean mayPass;
    private final String words;

    DatabaseTrouble(boolean mayPass, String words) {
        this.mayPass = mayPass;
        this.words = words;
    }

    /** Empty where the failure is of another kind, such as a broken rule. */
    static Optional<DatabaseTrouble> of(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                Optional<DatabaseTrouble> trouble = ofState(refusal);
                if (trouble.isPresent()) {
                    return trouble;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<DatabaseTrouble> ofState(SQLException refusal) {
        String state = String.valueOf(refusal.getSQLState());
        return switch (state) {
            case "40001" -> Optional.of(SERIALIZATION);
            case "40P01" -> Optional.of(DEADLOCK);
            case "55P03" -> Optional.of(LOCK);
            case "57014" -> Optional.of(STATEMENT);
            case "57P01", "57P02", "57P03", "53300" -> Optional.of(SERVER);
            default -> {
                if (state.startsWith("08") || CLOSED.equals(refusal.getMessage())) {
                    yield Optional.of(CONNECTION);
                }
                yield refusal instanceof SQLTransientConnectionException ? Optional.of(POOL) : Optional.empty();
            }
        };
    }

    /** Whether the same work is tried again at once. */
    boolean mayPass() {
        return mayPass;
    }

    String message(Throwable failure) {
        String times = mayPass ? " in %d attempts".formatted(Transactions.MAX_ATTEMPTS) : "";
        return "%s%s: %s".formatted(words, times, failure.getMessage());
    }
}
