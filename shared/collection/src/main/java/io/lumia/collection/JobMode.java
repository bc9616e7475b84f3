package io.lumia.collection;

import io.lumia.kernel.AppException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a run of a job asks for. */
public sealed interface JobMode {

    JobMode INCREMENTAL = new Incremental();

    /** What our books lack: gaps, and a few sessions before the end for late corrections. */
    record Incremental() implements JobMode {}

    /**
     * A range, whatever our books have.
     *
     * @param from null for all there is
     * @param to   null for the last closed session
     */
    record Batch(@Nullable LocalDate from, @Nullable LocalDate to) implements JobMode {
        public Batch {
            if (from != null && to != null && from.isAfter(to)) {
                throw AppException.invalid("from", from, "dates up to " + to);
            }
        }
    }
}
