package io.lumia.local.runtimeapi;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a function behind a queue is handed, and what it answers, as JSON. */
public final class QueueEvents {

    private QueueEvents() {}

    /** As Lambda writes it (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS"). */
    public static String json(SQSEvent event) {
        List<Map<String, Object>> records =
                event.getRecords().stream().map(QueueEvents::record).toList();
        return Json.writeCompact(Map.of("Records", records));
    }

    private static Map<String, Object> record(SQSMessage message) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("messageId", message.getMessageId());
        record.put("receiptHandle", message.getReceiptHandle());
        record.put("body", message.getBody());
        record.put("attributes", message.getAttributes());
        Map<String, Object> attributes = new LinkedHashMap<>();
        message.getMessageAttributes().forEach((name, value) -> attributes.put(name, attribute(value)));
        record.put("messageAttributes", attributes);
        record.put("md5OfBody", message.getMd5OfBody());
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", message.getEventSourceArn());
        record.put("awsRegion", message.getAwsRegion());
        return record;
    }

    private static Map<String, Object> attribute(SQSEvent.MessageAttribute value) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("dataType", value.getDataType());
        attribute.put("stringValue", value.getStringValue());
        return attribute;
    }

    /** What the function reports; an answer without a list is none. */
    public static SQSBatchResponse failures(String answer) {
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        for (JsonNode failure : Json.tree(answer).path("batchItemFailures")) {
            failures.add(new SQSBatchResponse.BatchItemFailure(
                    failure.path("itemIdentifier").asText()));
        }
        return new SQSBatchResponse(failures);
    }
}
