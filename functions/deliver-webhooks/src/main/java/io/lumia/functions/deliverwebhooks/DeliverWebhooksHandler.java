package io.lumia.functions.deliverwebhooks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionContext;
import io.lumia.platform.queue.SqsBatch;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Takes ticks from the {@code deliver-webhooks} queue. Answers with the ids of the messages that failed. */
@Singleton
@Requires(beans = DeliverDue.class)
public final class DeliverWebhooksHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final DeliverDue deliverDue;
    private final SqsBatch batch;
    private final JsonCodec json;

    /** For Lambda. */
    public DeliverWebhooksHandler() {
        this(
                FunctionContext.get().getBean(DeliverDue.class),
                FunctionContext.get().getBean(SqsBatch.class),
                FunctionContext.get().getBean(JsonCodec.class));
    }

    @Inject
    public DeliverWebhooksHandler(DeliverDue deliverDue, SqsBatch batch, JsonCodec json) {
        this.deliverDue = deliverDue;
        this.batch = batch;
        this.json = json;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return batch.handle(event, message -> {
            // Read so that what is no tick is refused.
            json.readExactly(String.valueOf(message.getBody()), Tick.class);
            deliverDue.deliver();
        });
    }
}
