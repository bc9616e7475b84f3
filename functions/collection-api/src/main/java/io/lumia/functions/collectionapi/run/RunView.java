package io.lumia.functions.collectionapi.run;

import io.lumia.collection.ItemStatus;
import io.lumia.collection.Run;
import io.lumia.web.http.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run of a collection job and its report. */
@Serdeable
@Schema(name = "CollectionRun", description = "A run of a collection job; while it runs, its numbers so far.")
record RunView(
        UUID id,
        String job,

        @Schema(
                description =
                        "What began it: a schedule, a person, a person who named a range, or the end of another run.",
                allowableValues = {"schedule", "manual", "backfill", "dependency"})
        String trigger,

        @Schema(description = "The run that it followed; null unless the trigger is dependency.") @Nullable
        UUID parentRunId,

        @Schema(description = "The tick it answers.") Instant scheduledFor,

        @Schema(description = "First date asked for; null for all there is.") @Nullable
        LocalDate from,

        @Schema(description = "Last date asked for.") LocalDate to,

        @Schema(
                description = "A run succeeded only if every item did.",
                allowableValues = {"running", "succeeded", "partial", "failed", "skipped", "cancelled"})
        String status,

        @Schema(description = "Why it was skipped or cancelled, or what was left for the next run; may be empty.")
        String note,

        Instant startedAt,

        @Schema(description = "Null while running.") @Nullable
        Instant finishedAt,

        @Schema(description = "From start to end; null while running.") @Nullable
        Double seconds,

        @Schema(description = "Items asked for.") int asked,
        @Schema(description = "Items by where they stand.") Map<String, Integer> itemsByStatus,

        @Schema(description = "Items that have ended divided by all, a fraction; 1 where there are none.")
        double done,

        @Schema(description = "Items that failed, by reason.")
        Map<String, Integer> failures,

        long rowsReceived,

        @Schema(description = "Rows that were new or revised.")
        long rowsLoaded,

        long rowsUnchanged,
        @Schema(description = "Rows set aside.") long rowsQuarantined,
        @Schema(description = "Rows set aside, by reason.") Map<String, Long> quarantined,

        @Schema(
                description =
                        "Sessions with a bar divided by sessions expected, a fraction; null before the end or where no bars were expected.")
        @Nullable
        Double completeness) {

    private static final double MILLIS_PER_SECOND = 1_000;

    static RunView of(Run run) {
        Instant end = run.finishedAt();
        return new RunView(
                run.id(),
                run.jobName(),
                run.trigger(),
                run.parentRunId(),
                run.scheduledFor(),
                run.from(),
                run.to(),
                run.status().code(),
                run.note(),
                run.startedAt(),
                end,
                end == null ? null : Duration.between(run.startedAt(), end).toMillis() / MILLIS_PER_SECOND,
                run.asked(),
                new TreeMap<>(run.itemsByStatus()),
                done(run),
                new TreeMap<>(run.failures()),
                run.rowsReceived(),
                run.rowsLoaded(),
                run.rowsUnchanged(),
                run.quarantined().values().stream().mapToLong(Long::longValue).sum(),
                new TreeMap<>(run.quarantined()),
                run.completeness());
    }

    private static double done(Run run) {
        int ended = run.itemsByStatus().entrySet().stream()
                .filter(entry -> ItemStatus.parse(entry.getKey()).hasEnded())
                .mapToInt(Map.Entry::getValue)
                .sum();
        return run.asked() == 0 ? 1 : Decimals.rounded((double) ended / run.asked());
    }
}
