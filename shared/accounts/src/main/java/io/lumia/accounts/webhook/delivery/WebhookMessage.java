package io.lumia.accounts.webhook.delivery;

import io.lumia.accounts.webhook.WebhookEventType;
import java.time.Instant;
import java.util.UUID;

/**
 * What is sent.
 *
 * @param at   when it happened
 * @param body JSON, as it is signed and sent, byte by byte: {@code type}, {@code timestamp}, {@code data}
 */
public record WebhookMessage(UUID id, WebhookEventType type, Instant at, String body) {

    /** The header webhook-id. */
    public static String text(UUID id) {
        return "msg_" + id;
    }
}
