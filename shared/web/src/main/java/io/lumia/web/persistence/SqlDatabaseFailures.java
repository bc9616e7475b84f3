package io.lumia.web.persistence;

import io.lumia.web.http.DatabaseFailures;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** By SQLSTATE (PostgreSQL, appendix A). */
@Singleton
final class SqlDatabaseFailures implements DatabaseFailures {

    private static final int MAX_CAUSES = 20;
    private static final String CONNECTION_CLASS = "08";

    /**
     * Statement time limit, three kinds of shutdown and starting up, too many connections, lock time limit, and what gave way
     * to other transactions.
     */
    private static final Set<String> UNAVAILABLE =
            Set.of("57014", "57P01", "57P02", "57P03", "53300", "55P03", "40001", "40P01");

    @Override
    public boolean isUnavailable(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && isUnavailable(refusal)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnavailable(SQLException refusal) {
        String state = refusal.getSQLState();
        return refusal instanceof SQLTransientException
                || state != null && (state.startsWith(CONNECTION_CLASS) || UNAVAILABLE.contains(state));
    }
}
