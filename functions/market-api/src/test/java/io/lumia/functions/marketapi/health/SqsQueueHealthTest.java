package io.lumia.functions.marketapi.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsQueueHealthTest {

    private final SQSRestServer server =
            SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    private final String address =
            "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort();

    @AfterEach
    void stop() {
        server.stopAndWait();
    }

    @Test
    void countsWhatWaitsAndWhatDied() {
        try (ApplicationContext context = context("collect")) {
            SqsClient sqs = context.getBean(SqsClient.class);
            String queue =
                    sqs.createQueue(request -> request.queueName("collect")).queueUrl();
            String dead = sqs.createQueue(request -> request.queueName("collect-dead"))
                    .queueUrl();
            for (int message = 0; message < 3; message++) {
                sqs.sendMessage(request -> request.queueUrl(queue).messageBody("{}"));
            }
            sqs.sendMessage(request -> request.queueUrl(dead).messageBody("poison"));
            sqs.receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(1));

            assertThat(context.getBean(QueueHealth.class).depths())
                    .containsExactly(QueueDepth.of("collect", 2, 1, 0, 1));
        }
    }

    @Test
    void aQueueThatIsGoneSaysSoAndTheOthersStillCount() {
        try (ApplicationContext context = context("gone,collect,unnamed")) {
            SqsClient sqs = context.getBean(SqsClient.class);
            sqs.createQueue(request -> request.queueName("collect"));
            sqs.createQueue(request -> request.queueName("collect-dead"));

            List<QueueDepth> depths = context.getBean(QueueHealth.class).depths();

            assertThat(depths).extracting(QueueDepth::status).containsExactly("down", "up", "down");
            assertThat(depths.getFirst().reason()).isEqualTo("QueueDoesNotExistException");
            assertThat(depths.getLast().reason()).isEqualTo("AppException");
        }
    }

    private ApplicationContext context(String queues) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("aws.services.sqs.endpoint-override", address);
        properties.put("aws.region", "eu-central-1");
        properties.put("aws.access-key-id", "local");
        properties.put("aws.secret-key", "local");
        properties.put("lumia.queues.collect", address + "/000000000000/collect");
        properties.put("lumia.queues.gone", address + "/000000000000/gone");
        properties.put("lumia.health.queues", queues);
        return ApplicationContext.run(properties);
    }
}
