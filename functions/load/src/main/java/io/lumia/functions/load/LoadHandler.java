package io.lumia.functions.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.collection.delivery.Deliveries;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionContext;
import io.lumia.platform.queue.SqsBatch;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Takes {@link AnswerCollected} from the {@code load} queue. Answers with the ids of the messages that failed. */
@Singleton
@Requires(beans = LoadAnswer.class)
public final class LoadHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    /** As in {@code function.json}; a test holds the two equal. */
    static final int MAX_RECEIVE_COUNT = 5;

    private final LoadAnswer loadAnswer;
    private final SqsBatch batch;
    private final JsonCodec json;

    /** For Lambda. */
    public LoadHandler() {
        this(
                FunctionContext.get().getBean(LoadAnswer.class),
                FunctionContext.get().getBean(SqsBatch.class),
                FunctionContext.get().getBean(JsonCodec.class));
    }

    @Inject
    public LoadHandler(LoadAnswer loadAnswer, SqsBatch batch, JsonCodec json) {
        this.loadAnswer = loadAnswer;
        this.batch = batch;
        this.json = json;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return batch.handle(event, this::handle);
    }

    private void handle(SQSMessage message) {
        AnswerCollected answer = json.read(String.valueOf(message.getBody()), AnswerCollected.class);
        loadAnswer.load(answer, Deliveries.isLast(message, MAX_RECEIVE_COUNT));
    }
}
