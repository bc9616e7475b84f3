package io.lumia.functions.accountapi.webhook;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where somebody wants to hear of what. */
@Serdeable
@Schema(name = "WebhookOrder", description = "Where one wants to hear of what.")
record WebhookBody(
        @Schema(description = "A public https address of at most 1000 ASCII characters, without user and fragment.")
        String url,

        @Schema(description = "By its owner: at most 100 characters on one line.", defaultValue = "") @Nullable
        String description,

        @Schema(
                description =
                        "What to hear of, one or more of recommendation.graded, signal.crossed, run.finished, quota.near.")
        List<String> types) {}
