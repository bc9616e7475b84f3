package io.lumia.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a job and, once finished, its report.
 *
 * @param trigger       schedule, manual, backfill or dependency
 * @param scheduledFor  the tick it answers; with the job unique, so a doubled tick starts no second run
 * @param from          first date asked for, null for all there is
 * @param to            last date asked for
 * @param itemsByStatus how many items stand where, by {@link ItemStatus} code
 * @param failures      how many items failed, by outcome code
 * @param quarantined   rows set aside, by reason code
 * @param completeness  present sessions divided by expected ones over the window, a fraction; null before the end or
 *                      without bars
 * @param finishedAt    null while running
 * @param note          why it was skipped or cancelled, or what was left for the next run; empty where there is nothing to say
 * @param parentRunId   the run that it followed; null unless the trigger is dependency
 */
public record Run(
        UUID id,
        String jobName,
        String trigger,
        Instant scheduledFor,
        @Nullable LocalDate from,
        LocalDate to,
        RunStatus status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int asked,
        Map<String, Integer> itemsByStatus,
        Map<String, Integer> failures,
        long rowsReceived,
        long rowsLoaded,
        long rowsUnchanged,
        Map<String, Long> quarantined,
        @Nullable Double completeness,
        String note,
        @Nullable UUID parentRunId) {

    public Run {
        itemsByStatus = Map.copyOf(itemsByStatus);
        failures = Map.copyOf(failures);
        quarantined = Map.copyOf(quarantined);
    }

    /** A run that begins now; its numbers are those of its items, from the time it is stored. */
    public static Run starting(
            UUID id,
            String jobName,
            String trigger,
            Instant scheduledFor,
            @Nullable LocalDate from,
            LocalDate to,
            Instant startedAt,
            int asked) {
        return new Run(
                id,
                jobName,
                trigger,
                scheduledFor,
                from,
                to,
                RunStatus.RUNNING,
                startedAt,
                null,
                asked,
                Map.of(),
                Map.of(),
                0,
                0,
                0,
                Map.of(),
                null,
                "",
                null);
    }

    /** The same with a word about it. */
    public Run withNote(String newNote) {
        return with(status, finishedAt, newNote, parentRunId);
    }

    /** The same as the follower of another run. */
    public Run following(UUID parent) {
        return with(status, finishedAt, note, parent);
    }

    /** A run that did not begin, and why. */
    public Run skipped(String why) {
        return with(RunStatus.SKIPPED, startedAt, why, parentRunId);
    }

    private Run with(RunStatus newStatus, @Nullable Instant ended, String newNote, @Nullable UUID parent) {
        return new Run(
                id,
                jobName,
                trigger,
                scheduledFor,
                from,
                to,
                newStatus,
                startedAt,
                ended,
                asked,
                itemsByStatus,
                failures,
                rowsReceived,
                rowsLoaded,
                rowsUnchanged,
                quarantined,
                completeness,
                newNote,
                parent);
    }

    /** Items that failed. */
    public int failed() {
        return itemsByStatus.getOrDefault(ItemStatus.FAILED.code(), 0);
    }
}
