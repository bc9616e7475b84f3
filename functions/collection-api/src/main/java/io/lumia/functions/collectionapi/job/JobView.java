package io.lumia.functions.collectionapi.job;

import io.lumia.collection.Job;
import io.lumia.collection.Run;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job, when it runs next and how it ran last. */
@Serdeable
@Schema(name = "CollectionJob", description = "A job, when it runs next and how it ran last.")
record JobView(
        String name,
        String description,
        JobDocument.Collector collector,
        @Schema(description = "In the order of loading.") List<String> datasets,
        JobDocument.Assets assets,
        JobDocument.Mode mode,
        JobDocument.Schedule schedule,
        @Schema(description = "Jobs that it follows.") List<String> after,
        JobDocument.Limits limits,
        @Schema(description = "False while it is paused.") boolean enabled,

        @Schema(
                description =
                        "The next times at which it runs by itself, at most five, in words and in its schedule's zone; none while it is paused.")
        List<String> nextRuns,

        @Schema(description = "Its newest run; null before the first.") @Nullable
        LastRun lastRun) {

    /** How it ran last. */
    @Serdeable
    @Schema(name = "LastRun")
    record LastRun(
            UUID id,
            String trigger,

            @Schema(description = "The tick it answers.") Instant scheduledFor,

            @Schema(allowableValues = {"running", "succeeded", "partial", "failed", "skipped", "cancelled"})
            String status,

            @Schema(description = "Null while running.") @Nullable
            Instant finishedAt,

            @Schema(description = "Why it was skipped or cancelled, or what was left over; may be empty.")
            String note) {

        static LastRun of(Run run) {
            return new LastRun(
                    run.id(), run.trigger(), run.scheduledFor(), run.status().code(), run.finishedAt(), run.note());
        }
    }

    static JobView of(Job job, List<String> nextRuns, @Nullable Run lastRun) {
        JobDocument document = JobDocument.of(job);
        return new JobView(
                job.name(),
                job.description(),
                Objects.requireNonNull(document.collector()),
                Objects.requireNonNull(document.datasets()),
                Objects.requireNonNull(document.assets()),
                Objects.requireNonNull(document.mode()),
                Objects.requireNonNull(document.schedule()),
                job.after(),
                Objects.requireNonNull(document.limits()),
                job.enabled(),
                nextRuns,
                lastRun == null ? null : LastRun.of(lastRun));
    }
}
