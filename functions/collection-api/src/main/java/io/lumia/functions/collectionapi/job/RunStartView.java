package io.lumia.functions.collectionapi.job;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run that was asked for. */
@Serdeable
@Schema(
        name = "RunStart",
        description =
                "A run that was asked for and is planned within seconds. Where there is nothing to ask for there will be none.")
record RunStartView(
        String job,

        @Schema(description = "The tick by which the run will be known.")
        Instant scheduledFor,

        @Schema(allowableValues = {"manual", "backfill"}) String trigger,

        @Nullable LocalDate from,
        @Nullable LocalDate to,

        @Schema(description = "Null while it is not planned yet.") @Nullable
        UUID runId,

        @Schema(description = "Where to look for it, as in the header Location.")
        String location) {}
