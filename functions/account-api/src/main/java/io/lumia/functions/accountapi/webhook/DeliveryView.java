package io.lumia.functions.accountapi.webhook;

import io.lumia.accounts.webhook.delivery.Delivery;
import io.lumia.accounts.webhook.delivery.WebhookMessage;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message on its way. */
@Serdeable
@Schema(name = "WebhookDelivery", description = "A message on its way.")
record DeliveryView(
        @Schema(description = "Of the delivery.") UUID id,

        @Schema(description = "The header webhook-id, the same at each attempt.")
        String message,

        @Schema(description = "Of what it tells, such as run.finished.")
        String type,

        @Schema(
                description = "How it stands.",
                allowableValues = {"pending", "delivered", "failed"})
        String status,

        @Schema(description = "So far, replays included.") int attempts,
        @Schema(description = "When it happened.") Instant createdAt,

        @Schema(description = "When it is sent next; null where it is not pending.") @Nullable
        Instant nextAt,

        @Schema(description = "When it was delivered or given up; null while it is pending.") @Nullable
        Instant endedAt) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                WebhookMessage.text(delivery.messageId()),
                delivery.type().code(),
                delivery.status().code(),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.nextAt(),
                delivery.endedAt());
    }
}
