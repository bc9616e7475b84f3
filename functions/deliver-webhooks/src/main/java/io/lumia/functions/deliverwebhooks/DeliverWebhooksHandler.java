package io.lumia.functions.deliverwebhooks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.lumia.events.collectionrunfinished.v1.CollectionRunFinished;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.event.EventEnvelope;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionContext;
import io.lumia.platform.queue.SqsBatch;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Takes ticks and {@link CollectionRunFinished} from the {@code deliver-webhooks} queue. Answers with the ids of the messages
 * that failed. Publishing needs no secret, so runs are published where there is no pepper; sending fails there.
 */
@Singleton
@Requires(beans = PublishRuns.class)
public final class DeliverWebhooksHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final Optional<DeliverDue> deliverDue;
    private final PublishRuns publishRuns;
    private final SqsBatch batch;
    private final JsonCodec json;

    /** For Lambda. */
    public DeliverWebhooksHandler() {
        this(
                FunctionContext.get().findBean(DeliverDue.class),
                FunctionContext.get().getBean(PublishRuns.class),
                FunctionContext.get().getBean(SqsBatch.class),
                FunctionContext.get().getBean(JsonCodec.class));
    }

    @Inject
    public DeliverWebhooksHandler(
            Optional<DeliverDue> deliverDue, PublishRuns publishRuns, SqsBatch batch, JsonCodec json) {
        this.deliverDue = deliverDue;
        this.publishRuns = publishRuns;
        this.batch = batch;
        this.json = json;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return batch.handle(event, message -> handle(String.valueOf(message.getBody())));
    }

    private void handle(String body) {
        if (EventEnvelope.isIn(body)) {
            publishRuns.publish(EventEnvelope.parse(body, json).detailAs(CollectionRunFinished.class, json));
            deliverDue.ifPresent(DeliverDue::deliver);
            return;
        }
        // Read so that what is no tick is refused.
        json.readExactly(body, Tick.class);
        deliverDue
                .orElseThrow(() -> new AppException(
                        ErrorCode.CONFLICT, "webhooks are not sent: lumia.accounts.peppers is not set"))
                .deliver();
    }
}
