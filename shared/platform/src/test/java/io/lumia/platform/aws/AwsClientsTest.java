package io.lumia.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.platform.StubServer;
import io.lumia.platform.StubServer.Answer;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

class AwsClientsTest {

    private static final Map<String, Object> ACCOUNT =
            Map.of("aws.region", "eu-central-1", "aws.access-key-id", "local", "aws.secret-key", "local");

    @Test
    void boundsEveryCallInTime() {
        try (ApplicationContext context = ApplicationContext.run(ACCOUNT)) {
            List<ClientOverrideConfiguration> clients = List.of(
                    context.getBean(SqsClient.class)
                            .serviceClientConfiguration()
                            .overrideConfiguration(),
                    context.getBean(EventBridgeClient.class)
                            .serviceClientConfiguration()
                            .overrideConfiguration(),
                    context.getBean(S3Client.class).serviceClientConfiguration().overrideConfiguration());

            assertThat(clients)
                    .extracting(ClientOverrideConfiguration::apiCallTimeout)
                    .allMatch(timeout -> timeout.equals(java.util.Optional.of(AwsClientLimits.CALL_TIMEOUT)));
            assertThat(clients)
                    .extracting(ClientOverrideConfiguration::apiCallAttemptTimeout)
                    .allMatch(timeout -> timeout.equals(java.util.Optional.of(AwsClientLimits.ATTEMPT_TIMEOUT)));
        }
    }

    @Test
    void talksToTheEndpointThatAllAwsToolsAreTold() {
        Answer empty = Answer.of(200, "application/x-amz-json-1.0", "{\"QueueUrls\":[]}");
        try (StubServer server = new StubServer(_ -> empty)) {
            System.setProperty("aws.endpointUrl", server.address());
            try (ApplicationContext context = ApplicationContext.run(ACCOUNT)) {
                context.getBean(SqsClient.class).listQueues();
                assertThat(server.requests()).hasSize(1);
            } finally {
                System.clearProperty("aws.endpointUrl");
            }
        }
    }
}
