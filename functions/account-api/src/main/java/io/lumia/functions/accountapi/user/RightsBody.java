package io.lumia.functions.accountapi.user;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What somebody is to be. */
@Serdeable
@Schema(name = "RightsChange", description = "What somebody is to be.")
record RightsBody(
        @Schema(
                description = "What he may do at most.",
                allowableValues = {"user", "advisor", "admin"})
        String role,

        @Schema(
                description = "Which quota counts.",
                allowableValues = {"standard", "premium"})
        String plan) {}
