package io.lumia.functions.accountapi.key;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long the old key still counts. */
@Serdeable
@Schema(name = "PartnerKeyRotation", description = "How to change over.")
record RotationBody(
        @Schema(
                description = "The old key still counts for so many hours.",
                minimum = "0",
                maximum = "720",
                defaultValue = "168")
        @Nullable
        Integer overlapHours) {

    static final RotationBody STANDARD = new RotationBody(null);
}
