package io.lumia.functions.scoresentiment;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.events.articlesloaded.v1.ArticlesLoaded;
import io.lumia.events.rescorerequested.v1.RescoreRequested;
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
 * Takes messages from the {@code score-sentiment} queue: events that the bus put there, and {@link RescoreRequested} as a person
 * sends it. Answers with the ids of those that failed.
 */
@Singleton
@Requires(beans = ScoreSentiment.class)
public final class ScoreSentimentHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final ScoreSentiment scoreSentiment;
    private final SqsBatch batch;
    private final JsonCodec json;

    /** For Lambda. */
    public ScoreSentimentHandler() {
        this(
                FunctionContext.get().getBean(ScoreSentiment.class),
                FunctionContext.get().getBean(SqsBatch.class),
                FunctionContext.get().getBean(JsonCodec.class));
    }

    @Inject
    public ScoreSentimentHandler(ScoreSentiment scoreSentiment, SqsBatch batch, JsonCodec json) {
        this.scoreSentiment = scoreSentiment;
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
            scoreSentiment.rescore(json.read(String.valueOf(body), RescoreRequested.class));
        }
    }

    private void handleEvent(EventEnvelope event) {
        switch (event.detailType()) {
            case "ArticlesLoaded" -> scoreSentiment.articlesLoaded(event.detailAs(ArticlesLoaded.class, json));
            case "RescoreRequested" -> scoreSentiment.rescore(event.detailAs(RescoreRequested.class, json));
            default ->
                throw new AppException(
                        ErrorCode.MALFORMED_MESSAGE,
                        "event %s has detail-type '%s'; expected: ArticlesLoaded, RescoreRequested"
                                .formatted(event.id(), event.detailType()));
        }
    }
}
