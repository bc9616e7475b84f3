package io.lumia.web.http;

/** Tells a database that cannot be reached from a mistake of ours. */
public interface DatabaseFailures {

    /** Whether the same request may succeed later: no connection, too many of them, a shutdown, a time limit. */
    boolean isUnavailable(Throwable failure);
}
