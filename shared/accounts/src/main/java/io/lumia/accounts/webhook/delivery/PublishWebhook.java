package io.lumia.accounts.webhook.delivery;

import io.lumia.accounts.UserId;
import io.lumia.accounts.webhook.WebhookEvent;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.time.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Makes a message of an event, stores it for all who want it and has it sent. Call it in the transaction of what happened. */
public final class PublishWebhook {

    private final Deliveries deliveries;
    private final JsonCodec json;
    private final IdSource ids;
    private final Clock clock;
    private final WakeDelivery wake;

    public PublishWebhook(Deliveries deliveries, JsonCodec json, IdSource ids, Clock clock, WakeDelivery wake) {
        this.deliveries = deliveries;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.wake = wake;
    }

    /** How many endpoints will hear of it. */
    public int publish(WebhookEvent event, Audience audience) {
        return publish(ids.next(), event, audience);
    }

    /** To one endpoint, whatever it subscribed to. The message's id; empty where the endpoint is not active. */
    Optional<UUID> publishTo(UserId owner, UUID endpointId, WebhookEvent event) {
        UUID messageId = ids.next();
        int sent = publish(messageId, event, new Audience.One(owner, endpointId));
        return sent == 0 ? Optional.empty() : Optional.of(messageId);
    }

    /** @param messageId derived from what happened, so that a step that is repeated tells of it once */
    public int publish(UUID messageId, WebhookEvent event, Audience audience) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String body = "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}"
                .formatted(event.type().code(), now, json.write(event));
        int told = deliveries.add(new WebhookMessage(messageId, event.type(), now, body), audience);
        if (told > 0) {
            wake.soon();
        }
        return told;
    }
}
