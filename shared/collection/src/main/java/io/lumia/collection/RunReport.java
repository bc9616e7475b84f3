package io.lumia.collection;

import io.lumia.kernel.AppException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a finished run has to say.
 *
 * @param asked         items asked for
 * @param failed        items that failed
 * @param failures      how many items failed, by outcome code
 * @param rowsLoaded    new or revised
 * @param quarantined   rows set aside, by reason code
 * @param seconds       from the planner's clock to the last item's end
 * @param completeness  a fraction; null where no bars were expected
 */
public record RunReport(
        UUID runId,
        String jobName,
        RunStatus status,
        @Nullable LocalDate from,
        LocalDate to,
        int asked,
        int failed,
        Map<String, Integer> failures,
        long rowsReceived,
        long rowsLoaded,
        long rowsUnchanged,
        Map<String, Long> quarantined,
        double seconds,
        @Nullable Double completeness) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Fails with INVALID_INPUT when the run has not finished. */
    public static RunReport of(Run run) {
        Instant finishedAt = run.finishedAt();
        if (finishedAt == null) {
            throw AppException.invalid("status of run " + run.id(), run.status().code(), "succeeded, partial, failed");
        }
        return new RunReport(
                run.id(),
                run.jobName(),
                run.status(),
                run.from(),
                run.to(),
                run.asked(),
                run.failed(),
                new TreeMap<>(run.failures()),
                run.rowsReceived(),
                run.rowsLoaded(),
                run.rowsUnchanged(),
                new TreeMap<>(run.quarantined()),
                Duration.between(run.startedAt(), finishedAt).toNanos() / NANOS_PER_SECOND,
                run.completeness());
    }

    /** False when bars were expected and too few came: somebody should look. */
    public boolean isCompleteEnough() {
        return completeness == null || completeness >= SessionCount.GOAL;
    }

    /** One line for a log or a terminal. */
    public String summary() {
        return "run %s of %s %s: %d asked, %d failed %s, rows %d received, %d loaded, %d unchanged, set aside %s, %s, %.1f s"
                .formatted(
                        runId,
                        jobName,
                        status.code(),
                        asked,
                        failed,
                        failures,
                        rowsReceived,
                        rowsLoaded,
                        rowsUnchanged,
                        quarantined,
                        completeness == null ? "no bars expected" : "completeness %.4f".formatted(completeness),
                        seconds);
    }
}
