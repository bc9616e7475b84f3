package io.lumia.functions.collect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.collection.delivery.Deliveries;
import io.lumia.events.collectrequested.v1.CollectRequested;
import io.lumia.platform.event.EventEnvelope;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionContext;
import io.lumia.platform.queue.SqsBatch;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Takes {@link CollectRequested} from the {@code collect} queue, as the bus put it there or as a person sent it. Answers
 * with the ids of the messages that failed.
 */
@Singleton
@Requires(beans = CollectItem.class)
public final class CollectHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    /** As in {@code function.json}; a test holds the two equal. */
    static final int MAX_RECEIVE_COUNT = 5;

    /** The schedule's input; no request has such a field. */
    private static final String MARK_OF_CANARIES = "\"check_canaries\"";

    private final CollectItem collectItem;
    private final Runnable checkCanaries;
    private final SqsBatch batch;
    private final JsonCodec json;

    /** For Lambda. */
    public CollectHandler() {
        this(
                FunctionContext.get().getBean(CollectItem.class),
                FunctionContext.get().getBean(CheckCanaries.class),
                FunctionContext.get().getBean(SqsBatch.class),
                FunctionContext.get().getBean(JsonCodec.class));
    }

    @Inject
    public CollectHandler(CollectItem collectItem, CheckCanaries checkCanaries, SqsBatch batch, JsonCodec json) {
        this(collectItem, checkCanaries::check, batch, json);
    }

    CollectHandler(CollectItem collectItem, Runnable checkCanaries, SqsBatch batch, JsonCodec json) {
        this.collectItem = collectItem;
        this.checkCanaries = checkCanaries;
        this.batch = batch;
        this.json = json;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return batch.handle(event, this::handle);
    }

    private void handle(SQSMessage message) {
        String body = String.valueOf(message.getBody());
        if (!EventEnvelope.isIn(body) && body.contains(MARK_OF_CANARIES)) {
            checkCanaries.run();
        } else {
            collectItem.collect(request(body), Deliveries.isLast(message, MAX_RECEIVE_COUNT));
        }
    }

    private CollectRequested request(String body) {
        return EventEnvelope.isIn(body)
                ? EventEnvelope.parse(body, json).detailAs(CollectRequested.class, json)
                : json.read(body, CollectRequested.class);
    }
}
