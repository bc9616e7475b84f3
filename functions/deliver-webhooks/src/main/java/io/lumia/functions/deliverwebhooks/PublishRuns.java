package io.lumia.functions.deliverwebhooks;

import io.lumia.accounts.webhook.WebhookEvent.RunFinished;
import io.lumia.accounts.webhook.delivery.Audience;
import io.lumia.accounts.webhook.delivery.PublishWebhook;
import io.lumia.events.collectionrunfinished.v1.CollectionRunFinished;
import io.lumia.platform.time.NamedIds;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/**
 * The use case: a collection run ended → a message to those who may read runs. Here and not where runs end, which is in
 * three functions: the event leaves them with the transaction that ends the run, so none is lost and none told of too early.
 * A second delivery makes the same message, which is kept once.
 */
@Singleton
@Requires(beans = PublishWebhook.class)
final class PublishRuns {

    /** Such a run did not take place. */
    private static final String SKIPPED = "skipped";

    private final PublishWebhook publishing;

    PublishRuns(PublishWebhook publishing) {
        this.publishing = publishing;
    }

    /** @return how many endpoints will hear of it */
    int publish(CollectionRunFinished event) {
        if (event.status().equals(SKIPPED)) {
            return 0;
        }
        RunFinished message = new RunFinished(
                event.runId(), event.jobName(), event.status(), event.completeness(), event.finishedAt());
        return publishing.publish(NamedIds.of(event.eventId(), "webhook"), message, new Audience.Everyone());
    }
}
