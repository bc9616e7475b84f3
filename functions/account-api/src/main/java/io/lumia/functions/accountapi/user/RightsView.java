package io.lumia.functions.accountapi.user;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** What somebody is now. */
@Serdeable
@Schema(name = "Rights", description = "What somebody is now; tokens that are out say the old for 15 minutes at most.")
record RightsView(
        @Schema(description = "Of the user.") UUID id,

        @Schema(
                description = "What he may do at most.",
                allowableValues = {"user", "advisor", "admin"})
        String role,

        @Schema(
                description = "Which quota counts.",
                allowableValues = {"standard", "premium"})
        String plan) {}
