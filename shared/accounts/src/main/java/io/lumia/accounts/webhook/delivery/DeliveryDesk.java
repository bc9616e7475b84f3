package io.lumia.accounts.webhook.delivery;

import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.audit.PartnerAct;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.webhook.Endpoint;
import io.lumia.accounts.webhook.Endpoints;
import io.lumia.accounts.webhook.WebhookEvent;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.RowBatches;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What an owner sees of the deliveries to his endpoints, and what he can ask for. */
public final class DeliveryDesk {

    /** How long messages and their log are kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int FORGOTTEN_AT_ONCE = 1_000;
    private static final int MAX_BATCHES = 1_000;

    private final Deliveries deliveries;
    private final Endpoints endpoints;
    private final PublishWebhook publishing;
    private final RecordAct record;
    private final Transactions transactions;
    private final Clock clock;
    private final WakeDelivery wake;

    public DeliveryDesk(
            Deliveries deliveries,
            Endpoints endpoints,
            PublishWebhook publishing,
            RecordAct record,
            Transactions transactions,
            Clock clock,
            WakeDelivery wake) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.publishing = publishing;
        this.record = record;
        this.transactions = transactions;
        this.clock = clock;
        this.wake = wake;
    }

    public Deliveries.Page list(UserId owner, UUID endpointId, int page, int perPage) {
        endpoint(owner, endpointId);
        return deliveries.list(owner, endpointId, page, perPage);
    }

    /** One of an endpoint's deliveries; that of another endpoint is not there. */
    public Delivery get(UserId owner, UUID endpointId, UUID deliveryId) {
        return deliveries
                .find(owner, deliveryId)
                .filter(delivery -> delivery.endpointId().equals(endpointId))
                .orElseThrow(
                        () -> new AppException(ErrorCode.NOT_FOUND, "there is no delivery %s".formatted(deliveryId)));
    }

    /** One of an endpoint's deliveries with what came of sending it. */
    public Log log(UserId owner, UUID endpointId, UUID deliveryId) {
        return new Log(get(owner, endpointId, deliveryId), deliveries.attempts(owner, deliveryId));
    }

    /**
     * A delivery and its attempts.
     *
     * @param attempts oldest first
     */
    public record Log(Delivery delivery, List<Attempt> attempts) {

        public Log {
            attempts = List.copyOf(attempts);
        }
    }

    /** Sends a message again that was delivered or given up: the same message under the same id. */
    public void replay(Asker asker, UUID endpointId, UUID deliveryId) {
        get(asker.owner(), endpointId, deliveryId);
        transactions.inTransaction(() -> {
            if (!deliveries.replay(asker.owner(), deliveryId, clock.instant())) {
                throw new AppException(ErrorCode.CONFLICT, "delivery %s is still pending".formatted(deliveryId));
            }
            record.record(asker.actor(), new PartnerAct.DeliveryReplayed(deliveryId), asker.requestId());
            wake.soon();
        });
    }

    /** Sends a message to an active endpoint that says nothing but that messages arrive; returns how its delivery stands. */
    public Delivery sendTest(UserId owner, UUID endpointId) {
        Endpoint endpoint = endpoint(owner, endpointId);
        return publishing
                .publishTo(owner, endpointId, new WebhookEvent.Test(endpointId))
                .flatMap(messageId -> deliveries.findOf(owner, endpointId, messageId))
                .orElseThrow(() -> new AppException(
                        ErrorCode.CONFLICT,
                        "endpoint %s is %s; resume it first"
                                .formatted(endpointId, endpoint.status().code())));
    }

    /** Removes what is older than {@link #KEPT}. For a daily schedule. Returns how many messages went. */
    public long forgetOld() {
        return RowBatches.untilNothingIsLeft(
                MAX_BATCHES, () -> deliveries.forget(clock.instant().minus(KEPT), FORGOTTEN_AT_ONCE));
    }

    private Endpoint endpoint(UserId owner, UUID endpointId) {
        return endpoints
                .find(owner, endpointId)
                .orElseThrow(
                        () -> new AppException(ErrorCode.NOT_FOUND, "there is no endpoint %s".formatted(endpointId)));
    }
}
