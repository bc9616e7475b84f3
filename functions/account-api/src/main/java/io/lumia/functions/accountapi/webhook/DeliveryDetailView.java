package io.lumia.functions.accountapi.webhook;

import io.lumia.accounts.webhook.delivery.Attempt;
import io.lumia.accounts.webhook.delivery.DeliveryDesk;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A message on its way and what came of sending it. */
@Serdeable
@Schema(name = "WebhookDeliveryDetail", description = "A message on its way and what came of sending it.")
record DeliveryDetailView(
        DeliveryView delivery,

        @Schema(description = "Oldest first.") List<AttemptView> log) {

    /** One try to deliver. */
    @Serdeable
    @Schema(name = "WebhookAttempt", description = "One try to deliver.")
    record AttemptView(
            @Schema(description = "1, 2, 3 and so on.") int number,
            @Schema(description = "When it was sent.") Instant at,

            @Schema(description = "delivered, refused, gone, or why there was no answer, such as timed_out.")
            String outcome,

            @Schema(description = "HTTP's status; 0 without an answer.")
            int status,

            @Schema(description = "Milliseconds until the answer or until it was given up.")
            long tookMs,

            @Schema(description = "For a person; empty where the status says all.")
            String detail) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.number(),
                    attempt.at(),
                    attempt.outcome(),
                    attempt.status(),
                    attempt.took().toMillis(),
                    attempt.detail());
        }
    }

    static DeliveryDetailView of(DeliveryDesk.Log log) {
        return new DeliveryDetailView(
                DeliveryView.of(log.delivery()),
                log.attempts().stream().map(AttemptView::of).toList());
    }
}
