package io.lumia.functions.computesignals;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.events.pricesloaded.v1.PricesLoaded;
import io.lumia.events.recomputerequested.v1.RecomputeRequested;
import io.lumia.events.sentimentscored.v1.SentimentScored;
import io.lumia.events.signalsoutdated.v1.SignalsOutdated;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.event.EventEnvelope;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionContext;
import io.lumia.platform.queue.SqsBatch;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Takes messages from the {@code compute-signals} queue: events that the bus put there, and {@link RecomputeRequested} as
 * a person or the command line sends it. Answers with the ids of those that failed.
 */
@Singleton
public final class ComputeSignalsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final ComputeSignals computeSignals;
    private final ComputeSentiment computeSentiment;
    private final SqsBatch batch;
    private final JsonCodec json;

    /** For Lambda. */
    public ComputeSignalsHandler() {
        this(
                FunctionContext.get().getBean(ComputeSignals.class),
                FunctionContext.get().getBean(ComputeSentiment.class),
                FunctionContext.get().getBean(SqsBatch.class),
                FunctionContext.get().getBean(JsonCodec.class));
    }

    @Inject
    public ComputeSignalsHandler(
            ComputeSignals computeSignals, ComputeSentiment computeSentiment, SqsBatch batch, JsonCodec json) {
        this.computeSignals = computeSignals;
        this.computeSentiment = computeSentiment;
        this.batch = batch;
        this.json = json;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return batch.handle(event, this::handle);
    }

    private void handle(SQSMessage message) {
        String body = message.getBody();
        if (body != null && EventEnvelope.isIn(body)) {
            handleEvent(EventEnvelope.parse(body, json));
        } else {
            computeSignals.recompute(json.read(String.valueOf(body), RecomputeRequested.class));
        }
    }

    private void handleEvent(EventEnvelope event) {
        switch (event.detailType()) {
            case "PricesLoaded" -> computeSignals.pricesLoaded(event.detailAs(PricesLoaded.class, json));
            case "SentimentScored" -> computeSentiment.scored(event.detailAs(SentimentScored.class, json));
            case "SignalsOutdated" -> computeSignals.outdated(event.detailAs(SignalsOutdated.class, json));
            default ->
                throw new AppException(
                        ErrorCode.MALFORMED_MESSAGE,
                        "event %s has detail-type '%s'; expected: PricesLoaded, SentimentScored, SignalsOutdated"
                                .formatted(event.id(), event.detailType()));
        }
    }
}
