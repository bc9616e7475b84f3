package io.lumia.functions.accountapi;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The answer of what has nothing to show. */
@Serdeable
@Schema(name = "Done", description = "What was done, where there is nothing to show.")
public record DoneView(
        @Schema(
                description = "What was done.",
                allowableValues = {"signed_out", "account_deleted", "session_ended"})
        String done) {}
