package io.lumia.platform.lambda.runtime;

import static io.lumia.platform.lambda.runtime.Json.text;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.json.tree.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Batches of SQS messages and which of them failed, as JSON. */
final class SqsJson {

    private SqsJson() {}

    static SQSEvent event(JsonNode json) {
        List<SQSMessage> messages = new ArrayList<>();
        @Nullable JsonNode records = json.get("Records");
        if (records != null) {
            records.values().forEach(message -> messages.add(message(message)));
        }
        SQSEvent event = new SQSEvent();
        event.setRecords(messages);
        return event;
    }

    static JsonNode answer(SQSBatchResponse response) {
        List<JsonNode> failures = new ArrayList<>();
        response.getBatchItemFailures()
                .forEach(failure -> failures.add(JsonNode.createObjectNode(
                        Map.of("itemIdentifier", JsonNode.createStringNode(failure.getItemIdentifier())))));
        return JsonNode.createObjectNode(Map.of("batchItemFailures", JsonNode.createArrayNode(failures)));
    }

    private static SQSMessage message(JsonNode json) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(text(json, "messageId"));
        message.setReceiptHandle(text(json, "receiptHandle"));
        message.setBody(text(json, "body"));
        message.setMd5OfBody(text(json, "md5OfBody"));
        message.setMd5OfMessageAttributes(text(json, "md5OfMessageAttributes"));
        message.setEventSource(text(json, "eventSource"));
        message.setEventSourceArn(text(json, "eventSourceARN"));
        message.setAwsRegion(text(json, "awsRegion"));
        message.setAttributes(Json.texts(json, "attributes"));
        message.setMessageAttributes(Json.map(json, "messageAttributes", SqsJson::attribute));
        return message;
    }

    private static MessageAttribute attribute(JsonNode json) {
        MessageAttribute attribute = new MessageAttribute();
        attribute.setDataType(text(json, "dataType"));
        attribute.setStringValue(text(json, "stringValue"));
        @Nullable String binary = text(json, "binaryValue");
        attribute.setBinaryValue(
                binary == null ? null : ByteBuffer.wrap(Base64.getDecoder().decode(binary)));
        return attribute;
    }
}
