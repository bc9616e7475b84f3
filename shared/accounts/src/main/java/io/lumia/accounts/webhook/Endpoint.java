package io.lumia.accounts.webhook;

import io.lumia.accounts.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Where a partner wants to hear from us.
 *
 * @param description    by its owner
 * @param types          what it subscribed to
 * @param disabledReason why we stopped sending there; empty otherwise
 */
public record Endpoint(
        UUID id,
        UserId owner,
        EndpointUrl url,
        String description,
        Set<WebhookEventType> types,
        Status status,
        String disabledReason,
        Instant createdAt) {

    /** Whether it is sent to. What waits for one that is not waits on. */
    public enum Status {
        ACTIVE,
        /** By its owner. */
        PAUSED,
        /** By us, since it is gone or failed for days. Its owner may resume it. */
        DISABLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Endpoint {
        types = Set.copyOf(types);
    }
}
