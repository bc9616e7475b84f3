package io.lumia.functions.collectionapi.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.collectionapi.deadletter.DeadLetterBox.DeadLetter;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsDeadLettersTest {

    private final SQSRestServer server =
            SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    private final String address =
            "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort();
    private final ApplicationContext context = context();
    private final SqsClient sqs = context.getBean(SqsClient.class);
    private final DeadLetterBox box = context.getBean(DeadLetterBox.class);

    @BeforeEach
    void queues() {
        sqs.createQueue(request -> request.queueName("load"));
        sqs.createQueue(request -> request.queueName("load-dead"));
    }

    @AfterEach
    void stop() {
        context.close();
        server.stopAndWait();
    }

    @Test
    void showsLettersAndLeavesThem() {
        die(12);

        List<DeadLetter> first = box.list("load", 50);
        List<DeadLetter> again = box.list("load", 50);

        assertThat(first).hasSize(12).extracting(DeadLetter::body).contains("letter 0", "letter 11");
        assertThat(again).hasSize(12);
        assertThat(again.getFirst().receives()).isEqualTo(2);
        assertThat(box.count("load")).isEqualTo(12);
        assertThat(box.list("load", 5)).hasSize(5);
    }

    @Test
    void sendsLettersAgainAndKeepsTheOthers() {
        die(15);

        assertThat(box.replay("load", 12)).isEqualTo(12);
        assertThat(box.count("load")).isEqualTo(3);
        assertThat(sqs.receiveMessage(request -> request.queueUrl(address + "/000000000000/load"))
                        .messages()
                        .getFirst()
                        .body())
                .startsWith("letter ");
    }

    @Test
    void withoutLettersThereIsNothingToDo() {
        assertThat(box.list("load", 50)).isEmpty();
        assertThat(box.replay("load", 50)).isZero();
        assertThat(box.queues()).containsExactly("load");
    }

    private void die(int letters) {
        for (int i = 0; i < letters; i++) {
            String body = "letter " + i;
            sqs.sendMessage(request ->
                    request.queueUrl(address + "/000000000000/load-dead").messageBody(body));
        }
    }

    private ApplicationContext context() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("aws.services.sqs.endpoint-override", address);
        properties.put("aws.region", "eu-central-1");
        properties.put("aws.access-key-id", "local");
        properties.put("aws.secret-key", "local");
        properties.put("lumia.queues.load", address + "/000000000000/load");
        properties.put("lumia.collection.dead-letter-queues", "load");
        return ApplicationContext.run(properties);
    }
}
