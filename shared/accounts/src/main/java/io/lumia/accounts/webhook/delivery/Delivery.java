package io.lumia.accounts.webhook.delivery;

import io.lumia.accounts.webhook.WebhookEventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to an endpoint, as its owner sees it.
 *
 * @param attempts so far, replays included
 * @param nextAt   when it is sent next; null where it is not pending
 * @param endedAt  null while it is pending
 */
public record Delivery(
        UUID id,
        UUID endpointId,
        UUID messageId,
        WebhookEventType type,
        DeliveryStatus status,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable Instant endedAt) {}
