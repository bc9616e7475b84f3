package io.lumia.functions.accountapi.webhook;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole of what an owner chooses. */
@Serdeable
@Schema(name = "WebhookChange", description = "The whole of what an owner chooses; the secret stays.")
record WebhookChangeBody(
        @Schema(description = "A public https address of at most 1000 ASCII characters, without user and fragment.")
        String url,

        @Schema(description = "By its owner: at most 100 characters on one line.", defaultValue = "") @Nullable
        String description,

        @Schema(
                description =
                        "What to hear of, one or more of recommendation.graded, signal.crossed, run.finished, quota.near.")
        List<String> types,

        @Schema(
                description =
                        "Whether it is sent to; what waits for a paused one waits on. Active again also after we disabled it.",
                allowableValues = {"active", "paused"})
        String status) {

    WebhookBody wish() {
        return new WebhookBody(url, description, types);
    }
}
