package io.lumia.collection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody should look at. An alarm disables nothing; it stays open until what it tells of is well again. */
public interface Alarms {

    /**
     * Raises an alarm, or counts one more time of one that is open already.
     *
     * @param subject {@code job:<name>} or {@code provider:<name>}
     * @param kind    such as {@code repeated_failure}
     * @return whether it is new
     */
    boolean raise(String subject, String kind, String detail, Instant at);

    /** Closes an open alarm. Returns whether there was one. */
    boolean clear(String subject, String kind, Instant at);

    /** Those that are open, newest first, at most 200. */
    List<Alarm> open();

    /** The newest of all, closed ones included. */
    List<Alarm> newest(int offset, int limit);

    /** Of all, closed ones included. */
    long count();

    /**
     * One alarm.
     *
     * @param times     how often it was raised while open
     * @param clearedAt null while it is open
     */
    record Alarm(
            String subject,
            String kind,
            String detail,
            Instant raisedAt,
            Instant lastAt,
            int times,
            @Nullable Instant clearedAt) {}
}
