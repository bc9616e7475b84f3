package io.lumia.functions.accountapi.webhook;

import io.lumia.accounts.webhook.Endpoint;
import io.lumia.accounts.webhook.WebhookEventType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where somebody hears of what. */
@Serdeable
@Schema(name = "Webhook", description = "Where one hears of what.")
record WebhookView(
        @Schema(description = "Of the webhook.") UUID id,
        @Schema(description = "Where messages are sent.") String url,
        @Schema(description = "By its owner.") String description,

        @Schema(description = "What is told, in alphabetical order.")
        List<String> types,

        @Schema(
                description = "Whether it is sent to: paused by its owner, disabled by us.",
                allowableValues = {"active", "paused", "disabled"})
        String status,

        @Schema(description = "Why we stopped sending; empty otherwise.")
        String disabledReason,

        @Schema(description = "When it was made.") Instant createdAt) {

    static WebhookView of(Endpoint endpoint) {
        return new WebhookView(
                endpoint.id(),
                endpoint.url().toString(),
                endpoint.description(),
                endpoint.types().stream().map(WebhookEventType::code).sorted().toList(),
                endpoint.status().code(),
                endpoint.disabledReason(),
                endpoint.createdAt());
    }
}
