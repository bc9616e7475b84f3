package io.lumia.platform.schedule;

import java.util.List;
import java.util.Optional;

/**
 * Keeps schedules by name and sends each one's input to its queue when it is due, at least once, within a minute. What an
 * engine promises beyond that is written at {@link ScheduleSpec}.
 */
public interface ScheduleEngine {

    /** Names read at once from the service or table. */
    int PAGE_SIZE = 100;

    /** More schedules than this are not listed: {@link #list} fails with LIMIT_REACHED. */
    int MAX_LISTED = 1_000;

    /** Creates the schedule, or replaces the one of its name. What fell due before is not sent. */
    void put(ScheduleSpec schedule);

    /** Whether there was one of that name. */
    boolean delete(String name);

    /** As {@link ScheduleSpec#asPutAt} left it. A one-time schedule is gone once it has fired. */
    Optional<ScheduleSpec> find(String name);

    /** Those whose names begin with the prefix, sorted by name; all for an empty one. */
    List<ScheduleSpec> list(String prefix);
}
