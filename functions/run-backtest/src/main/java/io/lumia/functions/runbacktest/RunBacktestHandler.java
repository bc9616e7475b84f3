package io.lumia.functions.runbacktest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.events.backtestrequested.v1.BacktestRequested;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.event.EventEnvelope;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionContext;
import io.lumia.platform.queue.SqsBatch;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Takes messages from the {@code run-backtest} queue: events that the bus put there, and {@link BacktestRequested} as a person sends it.
 * Answers with the ids of those that failed.
 */
@Singleton
@Requires(beans = GoOn.class)
public final class RunBacktestHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final GoOn goOn;
    private final SqsBatch batch;
    private final JsonCodec json;

    /** For Lambda. */
    public RunBacktestHandler() {
        this(
                FunctionContext.get().getBean(GoOn.class),
                FunctionContext.get().getBean(SqsBatch.class),
                FunctionContext.get().getBean(JsonCodec.class));
    }

    @Inject
    public RunBacktestHandler(GoOn goOn, SqsBatch batch, JsonCodec json) {
        this.goOn = goOn;
        this.batch = batch;
        this.json = json;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return handle(event);
    }

    SQSBatchResponse handle(SQSEvent event) {
        return batch.handle(event, message -> goOn.run(message(message)));
    }

    private BacktestRequested message(SQSMessage message) {
        String body = String.valueOf(message.getBody());
        if (!EventEnvelope.isIn(body)) {
            return json.read(body, BacktestRequested.class);
        }
        EventEnvelope event = EventEnvelope.parse(body, json);
        if (!event.detailType().equals("BacktestRequested")) {
            throw new AppException(
                    ErrorCode.MALFORMED_MESSAGE,
                    "event %s has detail-type '%s'; expected: BacktestRequested"
                            .formatted(event.id(), event.detailType()));
        }
        return event.detailAs(BacktestRequested.class, json);
    }
}
