package io.lumia.functions.collectionapi.job;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run now, of a range or of what is missing. */
@Serdeable
@Schema(
        name = "RunOrder",
        description = "With a date it is a backfill of a range, whatever our books have; else what is missing.")
record RunOrder(
        @Schema(description = "First date, YYYY-MM-DD; left out for all there is.") @Nullable
        String from,

        @Schema(description = "Last date, YYYY-MM-DD; left out for the last closed session.") @Nullable
        String to) {

    static final RunOrder WHAT_IS_MISSING = new RunOrder(null, null);
}
