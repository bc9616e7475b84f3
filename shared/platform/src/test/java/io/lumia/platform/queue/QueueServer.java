package io.lumia.platform.queue;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** SQS in this process: ElasticMQ on a free port, and a context whose clients talk to it. */
final class QueueServer implements AutoCloseable {

    static final int MAX_RECEIVE_COUNT = 5;

    private final SQSRestServer server;
    private final ApplicationContext context;
    private final SqsClient sqs;

    private QueueServer(SQSRestServer server, ApplicationContext context) {
        this.server = server;
        this.context = context;
        this.sqs = context.getBean(SqsClient.class);
    }

    /** Queue {@code collect} with dead-letter queue {@code collect-dead}, both known to the context. */
    static QueueServer start() {
        SQSRestServer server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        String address =
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort();
        ApplicationContext context = ApplicationContext.run(Map.of(
                "aws.services.sqs.endpoint-override",
                address,
                "aws.region",
                "eu-central-1",
                "aws.access-key-id",
                "local",
                "aws.secret-key",
                "local",
                "lumia.queues.collect",
                address + "/000000000000/collect",
                "lumia.queues.gone",
                address + "/000000000000/gone"));
        QueueServer queues = new QueueServer(server, context);
        queues.createQueues();
        return queues;
    }

    private void createQueues() {
        String deadUrl =
                sqs.createQueue(queue -> queue.queueName("collect-dead")).queueUrl();
        String deadArn = sqs.getQueueAttributes(
                        queue -> queue.queueUrl(deadUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        String redrive =
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}".formatted(deadArn, MAX_RECEIVE_COUNT);
        sqs.createQueue(queue -> queue.queueName("collect")
                .attributes(Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT, "0", QueueAttributeName.REDRIVE_POLICY, redrive)));
    }

    MessageSender sender() {
        return context.getBean(MessageSender.class);
    }

    NudgeSender nudges() {
        return context.getBean(NudgeSender.class);
    }

    SqsBatch batch() {
        return context.getBean(SqsBatch.class);
    }

    List<Message> receive(String queue) {
        return sqs.receiveMessage(request ->
                        request.queueUrl(url(queue)).maxNumberOfMessages(10).messageAttributeNames("All"))
                .messages();
    }

    void delete(String queue, Message message) {
        sqs.deleteMessage(request -> request.queueUrl(url(queue)).receiptHandle(message.receiptHandle()));
    }

    private String url(String queue) {
        return sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }

    @Override
    public void close() {
        context.close();
        server.stopAndWait();
    }
}
