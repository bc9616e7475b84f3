package io.lumia.collection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are meant; null leaves a field open.
 *
 * @param start first day (UTC) of the tick that the run answers, included
 * @param end   last such day, included
 */
public record RunFilter(
        @Nullable String jobName,
        @Nullable RunStatus status,
        @Nullable LocalDate start,
        @Nullable LocalDate end) {

    public static final RunFilter ALL = new RunFilter(null, null, null, null);
}
