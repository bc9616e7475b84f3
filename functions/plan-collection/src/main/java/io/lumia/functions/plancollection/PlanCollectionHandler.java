package io.lumia.functions.plancollection;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.events.collectionrunfinished.v1.CollectionRunFinished;
import io.lumia.functions.plancollection.PlanOutcome.AlreadyPlanned;
import io.lumia.functions.plancollection.PlanOutcome.NothingToDo;
import io.lumia.functions.plancollection.PlanOutcome.Planned;
import io.lumia.functions.plancollection.PlanOutcome.Skipped;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.event.EventEnvelope;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionContext;
import io.lumia.platform.queue.SqsBatch;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages from the {@code plan-collection} queue: a {@link PlanRequest}, which a schedule, a person or another
 * function sent, and {@link CollectionRunFinished}, which the bus put there. A request first asks again for overdue items.
 * Answers with the ids of the messages that failed.
 */
@Singleton
@Requires(beans = PlanCollection.class)
public final class PlanCollectionHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(PlanCollectionHandler.class);
    private static final String SENT_AT_MILLIS = "SentTimestamp";

    private final PlanCollection planCollection;
    private final KeepHouse keepHouse;
    private final FollowRun followRun;
    private final SqsBatch batch;
    private final JsonCodec json;

    /** For Lambda. */
    public PlanCollectionHandler() {
        this(
                FunctionContext.get().getBean(PlanCollection.class),
                FunctionContext.get().getBean(KeepHouse.class),
                FunctionContext.get().getBean(FollowRun.class),
                FunctionContext.get().getBean(SqsBatch.class),
                FunctionContext.get().getBean(JsonCodec.class));
    }

    @Inject
    public PlanCollectionHandler(
            PlanCollection planCollection, KeepHouse keepHouse, FollowRun followRun, SqsBatch batch, JsonCodec json) {
        this.planCollection = planCollection;
        this.keepHouse = keepHouse;
        this.followRun = followRun;
        this.batch = batch;
        this.json = json;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return batch.handle(event, this::handle);
    }

    private void handle(SQSMessage message) {
        String body = String.valueOf(message.getBody());
        if (EventEnvelope.isIn(body)) {
            followRun.followUp(EventEnvelope.parse(body, json).detailAs(CollectionRunFinished.class, json));
        } else {
            plan(atATick(json.readExactly(body, PlanRequest.class), message));
        }
    }

    private void plan(PlanRequest request) {
        keepHouse.keep();
        if (request.isHousekeeping()) {
            return;
        }
        planCollection.plan(request).forEach(outcome -> LOG.info("{}", shown(outcome)));
    }

    /** The instant of sending stays the same when the message is delivered again, which then starts no second run. */
    private static PlanRequest atATick(PlanRequest request, SQSMessage message) {
        return request.scheduledFor() != null
                ? request
                : sentAt(message).map(request::withScheduledFor).orElse(request);
    }

    private static Optional<Instant> sentAt(SQSMessage message) {
        return Optional.ofNullable(message.getAttributes())
                .map(attributes -> attributes.get(SENT_AT_MILLIS))
                .map(PlanCollectionHandler::instant);
    }

    private static Instant instant(String millis) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(millis));
        } catch (NumberFormatException e) {
            throw new AppException(
                    ErrorCode.MALFORMED_MESSAGE,
                    "%s is '%s'; allowed: milliseconds since 1970".formatted(SENT_AT_MILLIS, millis),
                    e);
        }
    }

    private static String shown(PlanOutcome outcome) {
        return switch (outcome) {
            case Planned planned ->
                "job %s: run %s planned with %d items".formatted(planned.jobName(), planned.runId(), planned.items());
            case AlreadyPlanned again ->
                "job %s: run %s was planned for this tick before".formatted(again.jobName(), again.runId());
            case Skipped skipped ->
                "job %s: run %s is skipped, %s".formatted(skipped.jobName(), skipped.runId(), skipped.why());
            case NothingToDo nothing -> "job %s: nothing to do, %s".formatted(nothing.jobName(), nothing.reason());
        };
    }
}
