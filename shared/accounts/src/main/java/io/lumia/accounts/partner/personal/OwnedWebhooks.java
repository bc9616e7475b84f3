package io.lumia.accounts.partner.personal;

import io.lumia.accounts.UserId;
import io.lumia.accounts.personal.OwnedData;
import io.lumia.accounts.webhook.Endpoint;
import io.lumia.accounts.webhook.Endpoints;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.accounts.webhook.delivery.Deliveries;
import io.lumia.accounts.webhook.delivery.Delivery;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.json.JsonCodec;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An owner's webhook endpoints and what was sent to them in the last 30 days. */
public final class OwnedWebhooks implements OwnedData {

    private static final int PAGE = 200;
    private static final int MAX_PAGES = 1_000;

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final JsonCodec json;

    public OwnedWebhooks(Endpoints endpoints, Deliveries deliveries, JsonCodec json) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.json = json;
    }

    @Override
    public String section() {
        return "webhooks";
    }

    @Override
    public List<String> export(UserId owner) {
        return endpoints.list(owner).stream()
                .map(endpoint -> json.write(document(endpoint)))
                .toList();
    }

    private Document document(Endpoint endpoint) {
        return new Document(
                endpoint.id(),
                endpoint.url().toString(),
                endpoint.description(),
                endpoint.types().stream().map(WebhookEventType::code).sorted().toList(),
                endpoint.status().code(),
                endpoint.createdAt(),
                sentTo(endpoint));
    }

    private List<SentMessage> sentTo(Endpoint endpoint) {
        List<SentMessage> all = new ArrayList<>();
        for (int page = 1; page <= MAX_PAGES; page++) {
            List<Delivery> some =
                    deliveries.list(endpoint.owner(), endpoint.id(), page, PAGE).deliveries();
            some.forEach(delivery -> all.add(message(delivery)));
            if (some.size() < PAGE) {
                return all;
            }
        }
        throw new AppException(
                ErrorCode.LIMIT_REACHED,
                "an export takes at most %d messages of an endpoint".formatted(PAGE * MAX_PAGES));
    }

    private static SentMessage message(Delivery delivery) {
        return new SentMessage(
                delivery.messageId(),
                delivery.type().code(),
                delivery.status().code(),
                delivery.attempts(),
                delivery.createdAt());
    }

    @Override
    public void erase(UserId owner) {
        endpoints.erase(owner);
    }

    /** An endpoint in an export. */
    @Serdeable
    record Document(
            UUID endpointId,
            String url,
            String description,
            List<String> types,
            String status,
            Instant createdAt,
            List<SentMessage> messages) {}

    /** What it was told. */
    @Serdeable
    record SentMessage(UUID messageId, String type, String status, int attempts, Instant createdAt) {}
}
