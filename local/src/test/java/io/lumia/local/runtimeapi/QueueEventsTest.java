package io.lumia.local.runtimeapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class QueueEventsTest {

    @Test
    void writesABatchAsLambdaDoes() {
        SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
        message.setMessageId("id-1");
        message.setReceiptHandle("handle");
        message.setBody("{\"job\":\"daily-prices\"}");
        message.setMd5OfBody("md5");
        message.setAttributes(Map.of("ApproximateReceiveCount", "2"));
        SQSEvent.MessageAttribute attribute = new SQSEvent.MessageAttribute();
        attribute.setDataType("String");
        attribute.setStringValue("018c");
        message.setMessageAttributes(Map.of("request_id", attribute));
        message.setEventSourceArn("arn:aws:sqs:us-east-1:000000000000:load");
        message.setAwsRegion("us-east-1");
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));

        JsonNode record = Json.tree(QueueEvents.json(event)).at("/Records/0");

        assertThat(record.path("messageId").asText()).isEqualTo("id-1");
        assertThat(record.path("body").asText()).isEqualTo("{\"job\":\"daily-prices\"}");
        assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(record.path("eventSourceARN").asText()).isEqualTo("arn:aws:sqs:us-east-1:000000000000:load");
        assertThat(record.at("/attributes/ApproximateReceiveCount").asText()).isEqualTo("2");
        assertThat(record.at("/messageAttributes/request_id/stringValue").asText())
                .isEqualTo("018c");
    }

    @Test
    void onlyMessagesThatTheFunctionNamesHaveFailed() {
        assertThat(QueueEvents.failures("{\"batchItemFailures\":[{\"itemIdentifier\":\"id-2\"}]}")
                        .getBatchItemFailures())
                .extracting(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .containsExactly("id-2");
        assertThat(QueueEvents.failures("{\"batchItemFailures\":[]}").getBatchItemFailures())
                .isEmpty();
    }
}
