package io.lumia.accounts.webhook.delivery;

import io.lumia.accounts.UserId;
import java.util.UUID;

/** Who hears of something; always only endpoints that are active and, but for a test, subscribed to it. */
public sealed interface Audience {

    /** The endpoints of whom it concerns. */
    record Owner(UserId owner) implements Audience {}

    /**
     * Everybody, since it is about the market or the books and nobody's own; of them whose role may read it
     * ({@link io.lumia.accounts.webhook.WebhookEventType#needs}).
     */
    record Everyone() implements Audience {}

    /** One endpoint of an owner, whatever it subscribed to: for tests. */
    record One(UserId owner, UUID endpointId) implements Audience {}
}
