package io.lumia.local.schedule;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.schedule.ScheduleEngine;
import io.lumia.platform.schedule.ScheduleSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Schedules that are data, and up to when each has been worked off. They outlive the process. */
public interface ScheduleTable {

    /** Replaces the one of its name. */
    void save(ScheduleSpec spec, Instant doneUntil);

    boolean delete(String name);

    Optional<ScheduleSpec> find(String name);

    /** Sorted by name, those after a name. */
    List<Stored> page(String prefix, String after, int limit);

    /** The schedule's run was sent or given up; never goes back. */
    void done(String name, Instant run);

    /** Deletes a one-time schedule after its run, unless it was replaced meanwhile. */
    void finish(ScheduleSpec once);

    /** All whose names begin with the prefix; fails with LIMIT_REACHED beyond {@link ScheduleEngine#MAX_LISTED}. */
    default List<Stored> all(String prefix) {
        List<Stored> found = new ArrayList<>();
        List<Stored> page = page(prefix, "", ScheduleEngine.PAGE_SIZE);
        while (!page.isEmpty()) {
            found.addAll(page);
            if (found.size() > ScheduleEngine.MAX_LISTED) {
                throw new AppException(
                        ErrorCode.LIMIT_REACHED,
                        "more than %d schedules begin with '%s'".formatted(ScheduleEngine.MAX_LISTED, prefix));
            }
            page = page(prefix, page.getLast().spec().name(), ScheduleEngine.PAGE_SIZE);
        }
        return found;
    }

    /** @param doneUntil runs up to and including this instant were sent or given up */
    record Stored(ScheduleSpec spec, Instant doneUntil) {}
}
