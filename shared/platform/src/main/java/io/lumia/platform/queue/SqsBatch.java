package io.lumia.platform.queue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.event.EventEnvelope;
import io.lumia.platform.failure.FailureHandling;
import io.lumia.platform.metrics.Counter;
import io.lumia.platform.metrics.FunctionScope;
import io.lumia.platform.metrics.Handling;
import io.lumia.platform.metrics.Invocations;
import io.lumia.platform.metrics.Metrics;
import io.lumia.platform.request.RequestIds;
import io.lumia.platform.request.RequestScope;
import io.lumia.platform.request.TraceContext;
import io.lumia.platform.request.TraceScope;
import io.lumia.platform.request.Traces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Handles the messages of an SQS batch one by one and answers with those that failed. SQS deletes the others and delivers
 * the failed ones again, until the queue's receive count is used up and they move to its dead-letter queue. That is so
 * for a message that can never work as well: the dead-letter queue is where a person finds it and replays it.
 *
 * <p>A failure is logged once, here, with the message's id and the error's code, and never keeps the rest of the batch
 * from being handled. The event source must have {@code ReportBatchItemFailures} switched on.
 */
@Singleton
public final class SqsBatch {

    private static final Logger LOG = LoggerFactory.getLogger(SqsBatch.class);
    private static final String TRACE_HEADER = "AWSTraceHeader";

    private final Invocations invocations;
    private final Traces traces;

    @Inject
    public SqsBatch(Invocations invocations, Traces traces) {
        this.invocations = invocations;
        this.traces = traces;
    }

    /** Measures nothing. */
    public SqsBatch() {
        this(new Invocations(Metrics.none()), new Traces(Clock.systemUTC()));
    }

    /** Each message as it came. */
    public SQSBatchResponse handle(SQSEvent batch, Consumer<SQSMessage> handler) {
        return invocations.measure(() -> new SQSBatchResponse(failures(batch, handler)));
    }

    private List<BatchItemFailure> failures(SQSEvent batch, Consumer<SQSMessage> handler) {
        List<BatchItemFailure> failures = new ArrayList<>();
        for (SQSMessage message : messages(batch)) {
            boolean handled = succeeds(message, handler);
            if (!handled) {
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
            invocations
                    .metrics()
                    .count(Counter.QUEUE_ITEMS, FunctionScope.current(), handled ? Handling.HANDLED : Handling.FAILED);
        }
        return failures;
    }

    private boolean succeeds(SQSMessage message, Consumer<SQSMessage> handler) {
        try (RequestScope _ = RequestScope.open(requestId(message));
                TraceScope _ = traces.open(attribute(message, TraceContext.PARENT), traceHeader(message))) {
            try {
                handler.accept(message);
                LOG.debug("message {} is handled", message.getMessageId());
                return true;
            } catch (AppException e) {
                log(message, e);
                return false;
            } catch (RuntimeException e) {
                log(message, new AppException(ErrorCode.INTERNAL, "unexpected " + e, e));
                return false;
            }
        }
    }

    private static void log(SQSMessage message, AppException failure) {
        Level level = FailureHandling.of(failure.code().category()).level();
        LOG.atLevel(level)
                .setCause(level == Level.ERROR ? failure : null)
                .log("message {} failed with {}: {}", message.getMessageId(), failure.code(), failure.getMessage());
    }

    /** The sender's request id where it is well formed, or that of the event in it, else the message's own id. */
    private static String requestId(SQSMessage message) {
        return Optional.ofNullable(attribute(message, RequestScope.NAME))
                .filter(RequestIds::isAllowed)
                .or(() -> Optional.ofNullable(message.getBody()).flatMap(EventEnvelope::requestId))
                .orElse(message.getMessageId());
    }

    private static @Nullable String attribute(SQSMessage message, String name) {
        return Optional.ofNullable(message.getMessageAttributes())
                .map(attributes -> attributes.get(name))
                .map(MessageAttribute::getStringValue)
                .orElse(null);
    }

    /** What SQS and EventBridge hand on of a trace. */
    private static @Nullable String traceHeader(SQSMessage message) {
        return Optional.ofNullable(message.getAttributes())
                .map(attributes -> attributes.get(TRACE_HEADER))
                .orElse(null);
    }

    private static List<SQSMessage> messages(SQSEvent batch) {
        @Nullable List<SQSMessage> records = batch.getRecords();
        return records == null ? List.of() : records;
    }
}
