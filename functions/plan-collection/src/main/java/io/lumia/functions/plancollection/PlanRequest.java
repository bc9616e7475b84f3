package io.lumia.functions.plancollection;

import io.lumia.kernel.AppException;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tick asks for.
 *
 * @param job          its name; null for every enabled job
 * @param scheduledFor the instant that the tick is for; null for now, cut to the minute, or in a message for when it was
 *                     sent
 * @param from         first date to collect, whether it was collected before or not; null to go on from what was collected
 * @param to           last date to collect; null for the last closed session
 * @param trigger      {@code schedule} (which is null as well), {@code manual}, {@code backfill} or {@code dependency}
 * @param parentRunId  the run that this one follows; null unless the trigger is {@code dependency}
 * @param keepHouse    true for no plan at all: what is overdue is asked for again or given up, canaries are looked at
 */
@Serdeable
public record PlanRequest(
        @Nullable String job,
        @Nullable Instant scheduledFor,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String trigger,
        @Nullable UUID parentRunId,
        @Nullable Boolean keepHouse) {

    private static final List<String> TRIGGERS = List.of("schedule", "manual", "backfill", "dependency");

    public PlanRequest {
        if (trigger != null && !TRIGGERS.contains(trigger)) {
            throw AppException.invalid("trigger", trigger, String.join(", ", TRIGGERS));
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw AppException.invalid("from", from, "dates up to " + to);
        }
    }

    /** Without a parent. */
    public PlanRequest(
            @Nullable String job,
            @Nullable Instant scheduledFor,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String trigger) {
        this(job, scheduledFor, from, to, trigger, null, null);
    }

    /** A job whose parents have succeeded. */
    static PlanRequest following(String job, Instant tick, UUID parentRunId) {
        return new PlanRequest(job, tick, null, null, "dependency", parentRunId, null);
    }

    /** Every enabled job, for a tick. */
    public static PlanRequest tick(Instant scheduledFor) {
        return new PlanRequest(null, scheduledFor, null, null, "schedule");
    }

    /** One job, now and by hand. */
    public static PlanRequest manual(String job, Instant scheduledFor) {
        return new PlanRequest(job, scheduledFor, null, null, "manual");
    }

    /** The same for a given tick. */
    PlanRequest withScheduledFor(Instant tick) {
        return new PlanRequest(job, tick, from, to, trigger, parentRunId, keepHouse);
    }

    /** Whether a schedule asks, whose tick a pause or a calendar may hold up. */
    boolean isTick() {
        return triggerOrSchedule().equals("schedule");
    }

    boolean isHousekeeping() {
        return Boolean.TRUE.equals(keepHouse);
    }

    public String triggerOrSchedule() {
        return trigger == null ? "schedule" : trigger;
    }
}
