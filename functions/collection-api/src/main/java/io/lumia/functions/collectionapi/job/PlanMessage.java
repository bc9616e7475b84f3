package io.lumia.functions.collectionapi.job;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the queue {@code plan-collection} takes. */
@Serdeable
record PlanMessage(
        String job,
        Instant scheduledFor,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String trigger) {

    static PlanMessage of(String job, Instant now, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new PlanMessage(job, now, from, to, from == null && to == null ? "manual" : "backfill");
    }
}
