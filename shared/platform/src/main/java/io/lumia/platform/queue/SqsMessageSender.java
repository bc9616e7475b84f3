package io.lumia.platform.queue;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.aws.AwsFailures;
import io.lumia.platform.request.RequestScope;
import io.lumia.platform.request.TraceContext;
import io.lumia.platform.request.TraceScope;
import io.lumia.platform.retry.Backoff;
import io.lumia.platform.retry.Batches;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * {@link MessageSender} over SQS, in batches of at most ten messages and 256 KiB. What SQS does not take is sent again
 * with back-off, unless SQS says that the message itself is at fault. Sending may double a message (an answer can get
 * lost), never lose one without failing. The current request id travels as attribute {@code request_id},
 * the trace as {@code traceparent}.
 */
@Singleton
@Requires(classes = SqsClient.class)
final class SqsMessageSender implements MessageSender {

    static final int MAX_BATCH_MESSAGES = 10;
    static final int MAX_BYTES = 256 * 1024;
    private static final String STRING = "String";

    /** Made with the first message: what follows from most messages is none. */
    private final Supplier<SqsClient> sqs;

    private final QueueUrls urls;
    private final Backoff backoff;

    @Inject
    SqsMessageSender(BeanProvider<SqsClient> sqs, QueueUrls urls) {
        this(sqs::get, urls, Backoff.standard());
    }

    SqsMessageSender(Supplier<SqsClient> sqs, QueueUrls urls, Backoff backoff) {
        this.sqs = sqs;
        this.urls = urls;
        this.backoff = backoff;
    }

    @Override
    public void send(String queue, List<String> bodies) {
        if (bodies.isEmpty()) {
            return;
        }
        Sending sending = new Sending(queue, urls.get(queue), bodies.size());
        List<SendMessageBatchRequestEntry> entries = entries(queue, bodies);
        for (List<SendMessageBatchRequestEntry> batch :
                Batches.of(entries, MAX_BATCH_MESSAGES, MAX_BYTES, SqsMessageSender::bytes)) {
            sending.left.addAll(backoff.untilNoneLeft(batch, sending::attempt));
        }
        sending.failIfIncomplete();
    }

    private static List<SendMessageBatchRequestEntry> entries(String queue, List<String> bodies) {
        Map<String, MessageAttributeValue> attributes = attributes();
        return IntStream.range(0, bodies.size())
                .mapToObj(index -> entry(queue, index, bodies.get(index), attributes))
                .toList();
    }

    private static SendMessageBatchRequestEntry entry(
            String queue, int index, String body, Map<String, MessageAttributeValue> attributes) {
        SendMessageBatchRequestEntry entry = SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(index))
                .messageBody(body)
                .messageAttributes(attributes)
                .build();
        int bytes = bytes(entry);
        if (body.isEmpty() || bytes > MAX_BYTES) {
            throw AppException.invalid(
                    "size of message %d to queue '%s'".formatted(index, queue),
                    bytes + " bytes",
                    "1 to %d bytes, attributes included".formatted(MAX_BYTES));
        }
        return entry;
    }

    private static Map<String, MessageAttributeValue> attributes() {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        RequestScope.current().ifPresent(id -> attributes.put(RequestScope.NAME, text(id)));
        TraceScope.current().ifPresent(trace -> attributes.put(TraceContext.PARENT, text(trace.traceparent())));
        return attributes;
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType(STRING)
                .stringValue(value)
                .build();
    }

    /** As SQS counts: body and attributes with their names and types. */
    private static int bytes(SendMessageBatchRequestEntry entry) {
        int bytes = utf8Bytes(entry.messageBody());
        for (Map.Entry<String, MessageAttributeValue> attribute :
                entry.messageAttributes().entrySet()) {
            MessageAttributeValue value = attribute.getValue();
            bytes += utf8Bytes(attribute.getKey()) + utf8Bytes(value.dataType()) + utf8Bytes(value.stringValue());
        }
        return bytes;
    }

    private static int utf8Bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** One call of {@link #send}: what it still owes. */
    private final class Sending {

        private final String queue;
        private final String url;
        private final int total;
        private final List<SendMessageBatchRequestEntry> left = new ArrayList<>();
        private final List<BatchResultErrorEntry> refused = new ArrayList<>();
        private String lastReason = "";

        Sending(String queue, String url, int total) {
            this.queue = queue;
            this.url = url;
            this.total = total;
        }

        /** Returns what may be tried again. */
        List<SendMessageBatchRequestEntry> attempt(List<SendMessageBatchRequestEntry> batch) {
            Set<String> again = new HashSet<>();
            for (BatchResultErrorEntry failure : call(batch)) {
                if (failure.senderFault()) {
                    refused.add(failure);
                } else {
                    again.add(failure.id());
                    lastReason = reason(failure);
                }
            }
            return batch.stream().filter(entry -> again.contains(entry.id())).toList();
        }

        private List<BatchResultErrorEntry> call(List<SendMessageBatchRequestEntry> batch) {
            try {
                return sqs.get()
                        .sendMessageBatch(request -> request.queueUrl(url).entries(batch))
                        .failed();
            } catch (SdkException e) {
                String what = "sending %d of %d messages to queue '%s'".formatted(batch.size(), total, queue);
                throw AwsFailures.translated(what, e);
            }
        }

        void failIfIncomplete() {
            if (!refused.isEmpty()) {
                throw AppException.invalid(
                        "%d of %d messages to queue '%s'".formatted(refused.size(), total, queue),
                        reason(refused.getFirst()),
                        "what SQS takes");
            }
            if (!left.isEmpty()) {
                throw new AppException(
                        ErrorCode.TRANSPORT_UNAVAILABLE,
                        "%d of %d messages to queue '%s' were not taken in %d attempts, last reason: %s"
                                .formatted(left.size(), total, queue, backoff.maxAttempts(), lastReason));
            }
        }

        private static String reason(BatchResultErrorEntry failure) {
            return failure.code() + ": " + failure.message();
        }
    }
}
