package io.lumia.local.queue;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.lambda.Trigger;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** SQS as the local runtime needs it, by queue name. */
public final class QueueClient implements AutoCloseable {

    private final SqsClient sqs;
    private final String endpoint;
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    public QueueClient(String endpoint) {
        this(endpoint, EmbeddedQueues.REGION);
    }

    /** @param region that the queues are of: what acts as AWS keeps those of each apart */
    public QueueClient(String endpoint, String region) {
        this.endpoint = endpoint;
        this.sqs = SqsClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Creates a queue and its dead-letter queue; both may be there already. */
    public void create(Trigger.Queue queue) {
        String dead = sqs.createQueue(request -> request.queueName(queue.deadLetterName()))
                .queueUrl();
        Map<QueueAttributeName, String> attributes = new HashMap<>();
        attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(queue.visibilityTimeoutSeconds()));
        attributes.put(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                        .formatted(arn(dead), queue.maxReceiveCount()));
        sqs.createQueue(request -> request.queueName(queue.name()).attributes(attributes));
    }

    public void send(String queue, String body) {
        send(queue, body, Optional.empty());
    }

    /** @param trace X-Ray's header, which travels beside the body */
    public void send(String queue, String body, Optional<String> trace) {
        String url = url(queue);
        Map<MessageSystemAttributeNameForSends, MessageSystemAttributeValue> attributes = new HashMap<>();
        trace.ifPresent(header -> attributes.put(
                MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                MessageSystemAttributeValue.builder()
                        .dataType("String")
                        .stringValue(header)
                        .build()));
        sqs.sendMessage(request -> request.queueUrl(url).messageBody(body).messageSystemAttributes(attributes));
    }

    /** Waits at most {@code waitSeconds} for at least one. */
    public List<Message> receive(String queue, int max, int waitSeconds) {
        String url = url(queue);
        return sqs.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(max)
                        .waitTimeSeconds(waitSeconds)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    public void delete(String queue, List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        String url = url(queue);
        List<DeleteMessageBatchRequestEntry> entries = messages.stream()
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
                .toList();
        sqs.deleteMessageBatch(request -> request.queueUrl(url).entries(entries));
    }

    public void hide(String queue, Message message, int seconds) {
        String url = url(queue);
        sqs.changeMessageVisibility(request ->
                request.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(seconds));
    }

    /** What is there to be worked on: a message that is held back until later, such as a nudge for another attempt, is not yet. */
    public QueueDepth depth(String queue) {
        String url = url(queue);
        Map<QueueAttributeName, String> counts = sqs.getQueueAttributes(request -> request.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return new QueueDepth(
                queue,
                count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    /** Of several queues, in their order. */
    public List<QueueDepth> depths(Collection<String> names) {
        return names.stream().map(this::depth).toList();
    }

    /** Looks at one after the other, and no further than the first in which something is. */
    public boolean areEmpty(Collection<String> names) {
        return names.stream().map(this::depth).allMatch(QueueDepth::isEmpty);
    }

    /** Names of all queues, sorted. */
    public List<String> names() {
        try {
            return sqs.listQueues().queueUrls().stream()
                    .map(url -> url.substring(url.lastIndexOf('/') + 1))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (SdkException e) {
            throw new AppException(
                    ErrorCode.TRANSPORT_UNAVAILABLE,
                    "the queues at %s do not answer: %s".formatted(endpoint, e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        sqs.close();
    }

    /** As the SDK wants it. */
    public String url(String queue) {
        return urls.computeIfAbsent(queue, name -> {
            try {
                return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
            } catch (QueueDoesNotExistException e) {
                throw new AppException(
                        ErrorCode.NOT_FOUND,
                        "no queue is called '%s'; there are: %s".formatted(name, String.join(", ", names())),
                        e);
            }
        });
    }

    /** Asked for: the account in it is the server's. */
    private String arn(String url) {
        return Objects.requireNonNull(
                sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN));
    }

    private static int count(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
        return Integer.parseInt(counts.getOrDefault(name, "0"));
    }

    /**
     * How full a queue is.
     *
     * @param waiting  messages nobody has yet
     * @param inFlight received, neither deleted nor returned
     */
    public record QueueDepth(String queue, int waiting, int inFlight) {

        public boolean isEmpty() {
            return waiting + inFlight == 0;
        }
    }
}
